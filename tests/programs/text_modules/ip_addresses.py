"""ipaddress: addresses, networks and interfaces of both kinds."""
import ipaddress
from ipaddress import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for a in ("192.168.1.10", "8.8.8.8", "127.0.0.1", "224.0.0.1", "0.0.0.0", "169.254.3.4", "100.64.1.1", "255.255.255.255", "::1", "fe80::1", "2001:db8::8a2e:370:7334", "::ffff:10.0.0.1", "ff02::1", "::", "2002:c000:0204::1", "fc00::1", "1:0:0:2:0:0:0:3", "2606:4700::1111"):
    x = ip_address(a)
    print(repr(x), str(x), int(x), x.version, x.packed, x.exploded, x.compressed, x.reverse_pointer, x.is_private, x.is_global, x.is_loopback, x.is_multicast, x.is_link_local, x.is_reserved, x.is_unspecified, x.max_prefixlen)
for bad in ("1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "a.b.c.d", "", "1.2.3.4/24", "::1::", "1:2:3", "12345::", ":1:2:3:4:5:6:7", "g::", "1:2:3:4:5:6:7:8:9", -1, 2 ** 200, b"abc", "1..2.3", "1.2.3.4444"):
    t(lambda: ip_address(bad)); t(lambda: IPv4Address(bad)); t(lambda: IPv6Address(bad))
n = ip_network("192.168.0.0/28")
print(repr(n), n, n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.num_addresses, n.prefixlen, n.with_netmask, n.with_hostmask, list(n.hosts())[:2], len(list(n)), n[0], n[-1], n[5], ip_address("192.168.0.7") in n, ip_address("192.168.0.77") in n, n.is_private)
print(list(n.subnets()), list(n.subnets(new_prefix=30)), n.supernet(), n.supernet(new_prefix=8), n.overlaps(ip_network("192.168.0.8/29")), ip_network("192.168.0.8/29").subnet_of(n), n.supernet_of(ip_network("192.168.0.8/29")), list(n.address_exclude(ip_network("192.168.0.4/30"))))
t(lambda: ip_network("192.168.0.1/28")); t(lambda: ip_network("192.168.0.1/28", strict=False)); t(lambda: ip_network("10.0.0.0/33")); t(lambda: ip_network("10.0.0.0/255.255.0.0")); t(lambda: ip_network("10.0.0.0/0.0.0.255")); t(lambda: ip_network("10.0.0.0/255.0.255.0")); t(lambda: n[99]); t(lambda: IPv4Network("10.0.0.0/x")); t(lambda: ip_network("1/2/3")); t(lambda: list(n.subnets(new_prefix=20))); t(lambda: list(n.subnets(9))); t(lambda: n.supernet(40)); t(lambda: list(n.address_exclude(ip_network("1.0.0.0/8"))))
v = ip_network("2001:db8::/126"); print(v, list(v.hosts()), v.num_addresses, v.exploded, v.netmask, list(v.subnets()), ip_network("::/0").num_addresses)
i = ip_interface("10.1.2.3/16"); print(repr(i), i, i.ip, i.network, i.netmask, i.with_prefixlen, i.with_netmask, i.hostmask, ip_interface("2001:db8::5/64"), i == ip_interface("10.1.2.3/16"), int(i))
print(sorted([ip_address("10.0.0.2"), ip_address("9.0.0.1"), ip_address("10.0.0.1")]), ip_address("1.2.3.4") + 5, ip_address("1.2.3.4") - 1, ip_address("1.1.1.1") < ip_address("1.1.1.2"), ip_address("::1") == ip_address("::1"), {ip_address("1.1.1.1"): 1}[ip_address("1.1.1.1")], ip_network("1.0.0.0/8") == ip_network("1.0.0.0/8"), hash(n) == hash(ip_network("192.168.0.0/28")), sorted([ip_network("10.0.0.0/8"), ip_network("10.0.0.0/9"), ip_network("9.0.0.0/8")]))
t(lambda: ip_address("1.1.1.1") < ip_address("::1")); t(lambda: ip_address("255.255.255.255") + 1); t(lambda: ip_address("1.1.1.1") < 5)
print(list(summarize_address_range(ip_address("192.0.2.0"), ip_address("192.0.2.130"))), list(collapse_addresses([ip_network("192.0.2.0/25"), ip_network("192.0.2.128/25"), ip_network("192.0.2.4/30"), ip_address("1.1.1.1"), ip_address("1.1.1.0")])))
print(ip_address("2002:c000:0204::1").sixtofour, ip_address("::ffff:1.2.3.4").ipv4_mapped, ip_address("::1").teredo, ip_address("fe80::1%e").scope_id, f"{ip_address('1.2.3.4'):b} {ip_address('1.2.3.4'):#x} {str(ip_address('1.2.3.4')):>12}", ip_address(3232235777), ip_address(b"\x7f\0\0\1"), ip_address(2 ** 40), v4_int_to_packed(16909060))
print(sorted([ip_address("::1"), ip_network("1.0.0.0/8"), ip_address("1.1.1.1")], key=get_mixed_type_key), ip_network(("10.0.0.0", 8)), ip_network((167772160, "255.0.0.0")), n.compare_networks(ip_network("10.0.0.0/8")), ip_network("127.0.0.0/8").is_loopback, ip_network("224.0.0.0/4").is_multicast)

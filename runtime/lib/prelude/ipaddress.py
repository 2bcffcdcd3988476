"""ipaddress: addresses and networks of IPv4 and IPv6."""

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _first_that_fits(given, kinds, message, *args):
    for kind in kinds:
        try:
            return kind(given, *args)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{given!r} {message}')


def ip_address(address):
    return _first_that_fits(address, (IPv4Address, IPv6Address), 'does not appear to be an IPv4 or IPv6 address')


def ip_network(address, strict=True):
    return _first_that_fits(address, (IPv4Network, IPv6Network), 'does not appear to be an IPv4 or IPv6 network', strict)


def ip_interface(address):
    return _first_that_fits(address, (IPv4Interface, IPv6Interface),
                            'does not appear to be an IPv4 or IPv6 interface')


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4, 'big')
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4')


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16, 'big')
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6')


# ---- text and numbers

def _v4_number(text):
    if not text:
        raise AddressValueError('Address cannot be empty')
    parts = text.split('.')
    if len(parts) != 4:
        raise AddressValueError(f'Expected 4 octets in {text!r}')
    number = 0
    for part in parts:
        try:
            number = number << 8 | _octet(part)
        except ValueError as error:
            raise AddressValueError(f'{error} in {text!r}') from None
    return number


def _octet(text):
    if not text:
        raise ValueError('Empty octet not permitted')
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f'Only decimal digits permitted in {text!r}')
    if len(text) > 3:
        raise ValueError(f'At most 3 characters permitted in {text!r}')
    if text != '0' and text[0] == '0':
        raise ValueError(f'Leading zeros are not permitted in {text!r}')
    if int(text, 10) > 255:
        raise ValueError(f'Octet {int(text, 10)} (> 255) not permitted')
    return int(text, 10)


def _v4_text(number):
    return '.'.join([str(number >> shift & 255) for shift in (24, 16, 8, 0)])


def _v6_number(text):
    if not text:
        raise AddressValueError('Address cannot be empty')
    parts = text.split(':')
    if len(parts) < 3:
        raise AddressValueError(f'At least 3 parts expected in {text!r}')
    if '.' in parts[-1]:
        try:
            number = _v4_number(parts.pop())
        except AddressValueError as error:
            raise AddressValueError(f'{error} in {text!r}') from None
        parts += [f'{number >> 16 & 0xffff:x}', f'{number & 0xffff:x}']
    if len(parts) > 9:
        raise AddressValueError(f'At most 8 colons permitted in {text!r}')
    gap = None
    for place in range(1, len(parts) - 1):
        if not parts[place]:
            if gap is not None:
                raise AddressValueError(f"At most one '::' permitted in {text!r}")
            gap = place
    high, low, skipped = _v6_counts(text, parts, gap)
    number = 0
    try:
        for place in range(high):
            number = number << 16 | _hextet(parts[place])
        number <<= 16 * skipped
        for place in range(-low, 0):
            number = number << 16 | _hextet(parts[place])
    except ValueError as error:
        raise AddressValueError(f'{error} in {text!r}') from None
    return number


def _v6_counts(text, parts, gap):
    """How many parts stand before the gap, how many behind, and how many are left out."""
    if gap is None:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        return 8, 0, 0
    high, low = gap, len(parts) - gap - 1
    if not parts[0]:
        high -= 1
        if high:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
    if not parts[-1]:
        low -= 1
        if low:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    skipped = 8 - high - low
    if skipped < 1:
        raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
    return high, low, skipped


def _hextet(text):
    if not text or not all(c in '0123456789abcdefABCDEF' for c in text):
        raise ValueError(f'Only hex digits permitted in {text!r}')
    if len(text) > 4:
        raise ValueError(f'At most 4 characters permitted in {text!r}')
    return int(text, 16)


def _v6_text(number):
    parts = [f'{number >> shift & 0xffff:x}' for shift in range(112, -1, -16)]
    best, length = -1, 1
    start = 0
    while start < 8:
        end = start
        while end < 8 and parts[end] == '0':
            end += 1
        if end - start > length:
            best, length = start, end - start
        start = end + 1
    if best < 0:
        return ':'.join(parts)
    return ':'.join(parts[:best]) + '::' + ':'.join(parts[best + length:])


def _split_prefix(address):
    """An address and what stands behind the slash: from text or a pair."""
    if isinstance(address, tuple):
        return address if len(address) > 1 else (address[0], None)
    if isinstance(address, (bytes, int)):
        return address, None
    if isinstance(address, str):
        parts = address.split('/')
    else:
        parts = str(address).split('/')
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts[0], parts[1] if len(parts) > 1 else None


# ---- what addresses and networks of both kinds have

class _Base:
    __slots__ = ()

    @property
    def exploded(self):
        return self._explode()

    @property
    def compressed(self):
        return str(self)

    @property
    def max_prefixlen(self):
        return self._bits

    @property
    def version(self):
        return self._version

    @classmethod
    def _all_ones(cls):
        return (1 << cls._bits) - 1

    @classmethod
    def _prefix_of_mask(cls, mask):
        """How many ones a netmask begins with; nothing but zeros may follow."""
        zeros = (mask & -mask).bit_length() - 1 if mask else cls._bits
        length = cls._bits - zeros
        if mask >> zeros != (1 << length) - 1:
            raise ValueError(f'Netmask pattern {mask.to_bytes(cls._bits // 8, "big")!r} mixes zeroes & ones')
        return length

    @classmethod
    def _prefix_length(cls, given):
        if given is None:
            return cls._bits
        if isinstance(given, int):
            if not 0 <= given <= cls._bits:
                raise NetmaskValueError(f"'{given}' is not a valid netmask")
            return given
        if given.isascii() and given.isdigit():
            if int(given) > cls._bits:
                raise NetmaskValueError(f'{given!r} is not a valid netmask')
            return int(given)
        try:
            if cls._version == 6:
                raise ValueError
            mask = _v4_number(given)
            try:
                return cls._prefix_of_mask(mask)
            except ValueError:
                return cls._prefix_of_mask(mask ^ cls._all_ones())
        except ValueError:
            raise NetmaskValueError(f'{given!r} is not a valid netmask') from None


class _Address(_Base):
    __slots__ = ()

    def _set(self, address):
        """From a number, from bytes, or else from text."""
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f'{address} (< 0) is not permitted as an IPv{self._version} address')
            if address > self._all_ones():
                raise AddressValueError(
                    f'{address} (>= 2**{self._bits}) is not permitted as an IPv{self._version} address')
            return address
        if isinstance(address, bytes):
            if len(address) != self._bits // 8:
                raise AddressValueError(f'{address!r} (len {len(address)} != {self._bits // 8}) is not permitted as an '
                                        f'IPv{self._version} address')
            return int.from_bytes(address, 'big')
        return None

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Base):
            return NotImplemented
        if not isinstance(other, _Address):
            raise TypeError(f'{self} and {other} are not of the same type')
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._ip < other._ip

    def __gt__(self, other):
        below = self.__lt__(other)
        return below if below is NotImplemented else not below and self != other

    def __le__(self, other):
        below = self.__lt__(other)
        return below if below is NotImplemented else below or self == other

    def __ge__(self, other):
        below = self.__lt__(other)
        return below if below is NotImplemented else not below

    def __add__(self, other):
        return self.__class__(int(self) + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self.__class__(int(self) - other) if isinstance(other, int) else NotImplemented

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __hash__(self):
        return hash(hex(self._ip))

    def __format__(self, spec):
        if not spec or spec[-1] == 's':
            return format(str(self), spec)
        kind = spec[-1]
        plain = spec[:-1].replace('#', '').replace('_', '')
        if kind not in 'bnxX' or plain:
            return super().__format__(spec)
        if kind == 'n':
            kind = 'b' if self._version == 4 else 'x'
        length = self._bits if kind == 'b' else self._bits // 4
        if '#' in spec:
            length += 2
        if '_' in spec:
            length += self._bits // (4 if kind == 'b' else 16) - 1
        return format(int(self), f'{"#" if "#" in spec else ""}0{length}{"_" if "_" in spec else ""}{kind}')

    def _in(self, networks):
        return any(self in network for network in networks)

    @property
    def packed(self):
        return self._ip.to_bytes(self._bits // 8, 'big')

    @property
    def is_multicast(self):
        return self._in(self._networks()['multicast'])

    @property
    def is_reserved(self):
        return self._in(self._networks()['reserved'])

    @property
    def is_link_local(self):
        return self._in(self._networks()['link_local'])

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_private(self):
        return self._in(self._networks()['private'])


class _Network(_Base):
    """`network_address` and `_prefixlen` say it all; an address with host bits is refused when strict."""

    def __init__(self, address, strict=True):
        where, prefix = _split_prefix(address)
        self.network_address = self._address_class(where)
        self._prefixlen = self._prefix_length(prefix)
        ones = self._all_ones()
        mask = ones ^ (ones >> self._prefixlen)
        self.netmask = self._address_class(mask)
        given = int(self.network_address)
        if given & mask != given:
            if strict:
                raise ValueError(f'{self} has host bits set')
            self.network_address = self._address_class(given & mask)

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __str__(self):
        return f'{self.network_address}/{self._prefixlen}'

    def _explode(self):
        return f'{self.network_address._explode()}/{self._prefixlen}'

    @property
    def prefixlen(self):
        return self._prefixlen

    @property
    def hostmask(self):
        return self._address_class(int(self.netmask) ^ self._all_ones())

    @property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @property
    def num_addresses(self):
        return 1 << self._bits - self._prefixlen

    @property
    def with_prefixlen(self):
        return f'{self.network_address}/{self._prefixlen}'

    @property
    def with_netmask(self):
        return f'{self.network_address}/{self.netmask}'

    @property
    def with_hostmask(self):
        return f'{self.network_address}/{self.hostmask}'

    def _range(self):
        return int(self.network_address), int(self.broadcast_address)

    def hosts(self):
        """Without the network's own address, and in IPv4 without that of all; tiny networks have all."""
        first, last = self._range()
        if self._prefixlen == self._bits:
            return [self._address_class(first)]
        if self._prefixlen == self._bits - 1:
            return list(self)
        end = last if self._version == 4 else last + 1
        return (self._address_class(x) for x in range(first + 1, end))

    def __iter__(self):
        first, last = self._range()
        for x in range(first, last + 1):
            yield self._address_class(x)

    def __getitem__(self, n):
        first, last = self._range()
        if n >= 0:
            if first + n > last:
                raise IndexError('address out of range')
            return self._address_class(first + n)
        if last + n + 1 < first:
            raise IndexError('address out of range')
        return self._address_class(last + n + 1)

    def __contains__(self, other):
        if other._version != self._version or isinstance(other, _Network):
            return False
        return other._ip & int(self.netmask) == int(self.network_address)

    def __eq__(self, other):
        try:
            return (self._version == other._version and self.network_address == other.network_address
                    and int(self.netmask) == int(other.netmask))
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Base):
            return NotImplemented
        if not isinstance(other, _Network):
            raise TypeError(f'{self} and {other} are not of the same type')
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._key() < other._key()

    def _key(self):
        return int(self.network_address), int(self.netmask)

    def __gt__(self, other):
        below = self.__lt__(other)
        return below if below is NotImplemented else not below and self != other

    def __le__(self, other):
        below = self.__lt__(other)
        return below if below is NotImplemented else below or self == other

    def __ge__(self, other):
        below = self.__lt__(other)
        return below if below is NotImplemented else not below

    def __hash__(self):
        return hash(self._key())

    def overlaps(self, other):
        a, b = self._range(), other._range()
        return self._version == other._version and a[0] <= b[1] and b[0] <= a[1]

    def _check(self, other):
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')

    def subnet_of(self, other):
        self._check(other)
        a, b = self._range(), other._range()
        return b[0] <= a[0] and b[1] >= a[1]

    def supernet_of(self, other):
        return other.subnet_of(self)

    def _of_length(self, number, prefixlen):
        return self.__class__((number, prefixlen))

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self._bits:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        longer = self._prefixlen + prefixlen_diff
        if longer > self._bits:
            raise ValueError(f'prefix length diff {longer} is invalid for netblock {self}')
        first, last = self._range()
        for number in range(first, last + 1, 1 << self._bits - longer):
            yield self._of_length(number, longer)

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError('new prefix must be shorter')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = self._prefixlen - new_prefix
        shorter = self._prefixlen - prefixlen_diff
        if shorter < 0:
            raise ValueError(f'current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}')
        return self._of_length(int(self.network_address) & (int(self.netmask) << prefixlen_diff) & self._all_ones(), shorter)

    def address_exclude(self, other):
        self._check(other)
        if not isinstance(other, _Network):
            raise TypeError(f'{other} is not a network object')
        if not other.subnet_of(self):
            raise ValueError(f'{other} not contained in {self}')
        whole = self
        while whole != other:
            low, high = whole.subnets()
            inside_low = other.subnet_of(low)
            yield high if inside_low else low
            whole = low if inside_low else high

    def compare_networks(self, other):
        self._check(other)
        a, b = self._key(), other._key()
        return (a > b) - (a < b)

    @property
    def is_multicast(self):
        return self.network_address.is_multicast and self.broadcast_address.is_multicast

    @property
    def is_reserved(self):
        return self.network_address.is_reserved and self.broadcast_address.is_reserved

    @property
    def is_link_local(self):
        return self.network_address.is_link_local and self.broadcast_address.is_link_local

    @property
    def is_private(self):
        return any(self.network_address in net and self.broadcast_address in net
                   for net in self.network_address._networks()['private'])

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_unspecified(self):
        return self.network_address.is_unspecified and self.broadcast_address.is_unspecified

    @property
    def is_loopback(self):
        return self.network_address.is_loopback and self.broadcast_address.is_loopback


class _Interface:
    """An address together with its network."""

    def _set_network(self, address):
        self.network = self._network_class(address, strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network._prefixlen

    @property
    def hostmask(self):
        return self.network.hostmask

    @property
    def with_prefixlen(self):
        return f'{self.ip}/{self._prefixlen}'

    @property
    def with_netmask(self):
        return f'{self.ip}/{self.netmask}'

    @property
    def with_hostmask(self):
        return f'{self.ip}/{self.hostmask}'

    def __str__(self):
        return f'{self.ip}/{self._prefixlen}'

    def _explode(self):
        return f'{self.ip._explode()}/{self._prefixlen}'

    def __eq__(self, other):
        same = super().__eq__(other)
        return same if same is not True else isinstance(other, _Interface) and self.network == other.network

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))


# ---- IPv4

class IPv4Address(_Address):
    __slots__ = ('_ip', '__weakref__')
    _version, _bits = 4, 32

    def __init__(self, address):
        number = self._set(address)
        if number is None:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            number = _v4_number(text)
        self._ip = number

    def __str__(self):
        return _v4_text(self._ip)

    def _explode(self):
        return _v4_text(self._ip)

    @property
    def reverse_pointer(self):
        return '.'.join(reversed(_v4_text(self._ip).split('.'))) + '.in-addr.arpa'

    @staticmethod
    def _networks():
        if not _v4_networks:
            for name, texts in _v4_texts.items():
                _v4_networks[name] = [IPv4Network(text) for text in texts]
        return _v4_networks

    @property
    def is_global(self):
        return not self._in(self._networks()['shared']) and not self.is_private

    @property
    def is_loopback(self):
        return self._ip >> 24 == 127


_v4_networks = {}
_v4_texts = {
    'multicast': ['224.0.0.0/4'], 'reserved': ['240.0.0.0/4'], 'link_local': ['169.254.0.0/16'],
    'shared': ['100.64.0.0/10'],
    'private': ['0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/29',
                '192.0.0.170/31', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24',
                '203.0.113.0/24', '240.0.0.0/4', '255.255.255.255/32'],
}


class IPv4Network(_Network):
    _version, _bits = 4, 32
    _address_class = IPv4Address

    @property
    def is_global(self):
        shared = IPv4Address._networks()['shared'][0]
        return not (self.network_address in shared and self.broadcast_address in shared) and not self.is_private


class IPv4Interface(_Interface, IPv4Address):
    _network_class = IPv4Network

    def __init__(self, address):
        IPv4Address.__init__(self, _split_prefix(address)[0])
        self._set_network(address)

    @property
    def ip(self):
        return IPv4Address(self._ip)

    __hash__ = _Interface.__hash__


# ---- IPv6

class IPv6Address(_Address):
    __slots__ = ('_ip', '_scope_id', '__weakref__')
    _version, _bits = 6, 128

    def __init__(self, address):
        self._scope_id = None
        number = self._set(address)
        if number is None:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            text, mark, scope = text.partition('%')
            if mark:
                if not scope or '%' in scope:
                    raise AddressValueError(f'Invalid IPv6 address: "{address}"')
                self._scope_id = scope
            number = _v6_number(text)
        self._ip = number

    def __str__(self):
        text = _v6_text(self._ip)
        return f'{text}%{self._scope_id}' if self._scope_id else text

    def _explode(self):
        return ':'.join([f'{self._ip >> shift & 0xffff:04x}' for shift in range(112, -1, -16)])

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        same = super().__eq__(other)
        return same if same is not True else self._scope_id == getattr(other, '_scope_id', None)

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def reverse_pointer(self):
        return '.'.join(reversed(self._explode().replace(':', ''))) + '.ip6.arpa'

    @staticmethod
    def _networks():
        if not _v6_networks:
            for name, texts in _v6_texts.items():
                _v6_networks[name] = [IPv6Network(text) for text in texts]
        return _v6_networks

    @property
    def is_site_local(self):
        return self._ip >> 118 == 0xfec0 >> 6

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return self._in(self._networks()['private']) if mapped is None else mapped.is_private

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_loopback(self):
        return self._ip == 1

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None


_v6_networks = {}
_v6_texts = {
    'multicast': ['ff00::/8'], 'link_local': ['fe80::/10'],
    'reserved': ['::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4', '4000::/3', '6000::/3', '8000::/3',
                 'a000::/3', 'c000::/3', 'e000::/4', 'f000::/5', 'f800::/6', 'fe00::/9'],
    'private': ['::1/128', '::/128', '::ffff:0:0/96', '100::/64', '2001::/23', '2001:2::/48', '2001:db8::/32',
                '2001:10::/28', 'fc00::/7', 'fe80::/10'],
}


class IPv6Network(_Network):
    _version, _bits = 6, 128
    _address_class = IPv6Address

    @property
    def is_site_local(self):
        return self.network_address.is_site_local and self.broadcast_address.is_site_local


class IPv6Interface(_Interface, IPv6Address):
    _network_class = IPv6Network

    def __init__(self, address):
        IPv6Address.__init__(self, _split_prefix(address)[0])
        self._set_network(address)

    @property
    def ip(self):
        return IPv6Address(self._ip)

    __hash__ = _Interface.__hash__


# ---- several networks

def summarize_address_range(first, last):
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError(f'{first} and {last} are not of the same version')
    if first > last:
        raise ValueError('last IP address must be greater than first')
    network = IPv4Network if first.version == 4 else IPv6Network
    bits = first._bits
    start, end = int(first), int(last)
    while start <= end:
        zeros = min((start & -start).bit_length() - 1 if start else bits, (end - start + 1).bit_length() - 1)
        yield network((start, bits - zeros))
        start += 1 << zeros
        if start - 1 == network._all_ones():
            break


def collapse_addresses(addresses):
    """The fewest networks that hold the same addresses."""
    singles, networks = [], []
    for each in addresses:
        if (singles or networks) and (singles or networks)[-1]._version != each._version:
            raise TypeError(f'{each} and {(singles or networks)[-1]} are not of the same version')
        (networks if isinstance(each, _Network) else singles).append(each)
    singles = sorted(set(singles))
    place = 0
    while place < len(singles):
        end = place
        while end + 1 < len(singles) and int(singles[end + 1]) == int(singles[end]) + 1:
            end += 1
        networks.extend(summarize_address_range(singles[place], singles[end]))
        place = end + 1
    return iter(_merged(networks))


def _merged(networks):
    waiting = list(networks)
    found = {}
    while waiting:
        network = waiting.pop()
        above = network.supernet()
        known = found.get(above)
        if known is None:
            found[above] = network
        elif known != network:
            del found[above]
            waiting.append(above)
    last = None
    merged = []
    for network in sorted(found.values()):
        if last is None or last.broadcast_address < network.broadcast_address:
            merged.append(network)
            last = network
    return merged


def get_mixed_type_key(obj):
    if isinstance(obj, _Network):
        return obj._version, obj.network_address, obj.netmask
    return (obj._version, obj) if isinstance(obj, _Address) else NotImplemented

"""A key with its certificate for localhost and 127.0.0.1, and contexts made of them (a link to this file stands
beside the programs that need it)."""
import ssl
import tempfile

KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgA1C+3xheVfHckOCm
278OwI/TLDgTKGK6SgjMzt2KBcyhRANCAAS7XjIqBtsSutQagoXPFq5mVbcy91il
BDsIO+Zf8zvechDlyndgmtdYa36DwMxnyYF9MzQSHlMmGujT2+EoY0VO
-----END PRIVATE KEY-----
"""
CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBrzCCAVagAwIBAgICWhcwCgYIKoZIzj0EAwIwODESMBAGA1UEAwwJbG9jYWxo
b3N0MRUwEwYDVQQKDAxhc3luY2MgdGVzdHMxCzAJBgNVBAYTAlhYMCAXDTIwMDEw
MTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjA4MRIwEAYDVQQDDAlsb2NhbGhvc3Qx
FTATBgNVBAoMDGFzeW5jYyB0ZXN0czELMAkGA1UEBhMCWFgwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAS7XjIqBtsSutQagoXPFq5mVbcy91ilBDsIO+Zf8zvechDl
yndgmtdYa36DwMxnyYF9MzQSHlMmGujT2+EoY0VOo04wTDAPBgNVHRMBAf8EBTAD
AQH/MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAdBgNVHQ4EFgQU9kfpRIO9
ORoyufJSFnDYGkBlq9AwCgYIKoZIzj0EAwIDRwAwRAIgNlJ8RjGMecK69rzkEhga
nQNy6K6ZmTyLwgFLMpxa00kCIESXy9Oo088hmS7DI9brrT+YPKwTB6uK+rQxc7jd
dKVa
-----END CERTIFICATE-----
"""


def server_context():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with tempfile.NamedTemporaryFile('w', suffix='.pem') as file:
        file.write(KEY + CERTIFICATE)
        file.flush()
        context.load_cert_chain(file.name)
    return context


def client_context():
    return ssl.create_default_context(cadata=CERTIFICATE)

# ssl without sockets: settings, what files can be wrong, connections over memory, and errors' words.
import os
import ssl
import tempfile

from _tls import CERTIFICATE, KEY


def attempt(call):
    try:
        print(repr(call()))
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e.args, '|', e, '|', getattr(e, 'library', '-'), getattr(e, 'reason', '-'))


def client(**options):
    return ssl.create_default_context(**options)


def files():
    new = lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    with open('cert.pem', 'w') as cert, open('key.pem', 'w') as key, open('bad.pem', 'w') as bad:
        cert.write(CERTIFICATE)
        key.write(KEY)
        bad.write('nothing of interest')
    attempt(lambda: new().load_cert_chain('cert.pem', 'key.pem'))
    attempt(lambda: new().load_cert_chain('none.pem'))
    attempt(lambda: new().load_cert_chain('bad.pem'))
    attempt(lambda: new().load_cert_chain('cert.pem'))
    attempt(lambda: new().load_cert_chain('cert.pem', 'key.pem', 5))
    attempt(lambda: new().load_cert_chain(None))
    attempt(lambda: new().load_verify_locations())
    attempt(lambda: new().load_verify_locations('none.pem'))
    attempt(lambda: new().load_verify_locations('bad.pem'))
    for data in ('', 'xx', b'', b'xx', 5, CERTIFICATE):
        attempt(lambda: new().load_verify_locations(cadata=data))
    context = new()
    context.load_verify_locations('cert.pem')
    print(context.cert_store_stats(), context.get_ca_certs())


def settings():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    print(context.verify_mode, context.check_hostname, context.protocol, int(context.options))
    print(repr(context.minimum_version), repr(context.maximum_version), repr(context.verify_flags))

    def set_mode(mode):
        context.verify_mode = mode

    attempt(lambda: set_mode(ssl.CERT_NONE))
    attempt(lambda: set_mode(7))
    context.check_hostname = False
    set_mode(ssl.CERT_NONE)
    context.check_hostname = True
    print(repr(context.verify_mode))
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.options |= ssl.OP_NO_TICKET
    print(repr(context.minimum_version), bool(context.options & ssl.OP_NO_TICKET))
    attempt(lambda: context.set_alpn_protocols(['h2', '']))
    attempt(lambda: context.set_ciphers('nonsense'))
    attempt(lambda: ssl.SSLContext(99))
    attempt(lambda: ssl.SSLObject())
    print(repr(ssl.PROTOCOL_TLS_SERVER), repr(ssl.CERT_REQUIRED), repr(ssl.OP_NO_TLSv1), ssl.Purpose.CLIENT_AUTH)
    print(ssl.SSLCertVerificationError.__mro__, ssl.CertificateError is ssl.SSLCertVerificationError)


class Pair:
    """Both ends of a connection."""

    def __init__(self, host, context):
        server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        server_context.load_cert_chain('cert.pem', 'key.pem')
        server_context.set_alpn_protocols(['http/1.1', 'h2'])
        self.to_client, self.from_client = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.to_server, self.from_server = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.client = context.wrap_bio(self.to_client, self.from_client, server_hostname=host)
        self.server = server_context.wrap_bio(self.to_server, self.from_server, server_side=True)

    def carry(self):
        self.to_server.write(self.from_client.read())
        self.to_client.write(self.from_server.read())

    def shake(self):
        missing = [self.client, self.server]
        while missing:
            for side in missing[:]:
                try:
                    side.do_handshake()
                    missing.remove(side)
                except ssl.SSLWantReadError as e:
                    print(type(e).__name__, e)
            self.carry()
        return self


def connections():
    context = client(cafile='cert.pem')
    context.set_alpn_protocols(['h2'])
    pair = Pair('localhost', context).shake()
    print(pair.client.cipher(), pair.client.version(), pair.client.selected_alpn_protocol())
    print(pair.client.getpeercert()['subjectAltName'], pair.server.getpeercert(), pair.client.server_hostname)
    print(pair.client.write(b'hello'), pair.from_client.pending > 0)
    pair.carry()
    print(pair.server.read(3), pair.server.pending(), pair.server.read())
    attempt(lambda: pair.server.read(10))
    attempt(lambda: pair.server.unwrap())
    pair.carry()
    attempt(lambda: pair.client.read(10))
    attempt(lambda: pair.client.unwrap())
    pair.carry()
    attempt(lambda: pair.server.unwrap())

    for host, context in (('other.example', context), ('127.0.0.2', context), ('localhost', client())):
        try:
            Pair(host, context).shake()
        except ssl.SSLCertVerificationError as e:
            print(e, e.verify_code, e.verify_message)
    pair = Pair('127.0.0.1', client(cafile='cert.pem')).shake()
    pair.to_client.write_eof()
    attempt(lambda: pair.client.read(5))

    pair = Pair('localhost', client())
    attempt(lambda: pair.client.getpeercert())
    attempt(lambda: pair.client.version())
    pair.to_server.write(b'GET / HTTP/1.1\r\n\r\n')
    attempt(lambda: pair.server.do_handshake())
    pair.to_client.write_eof()
    attempt(lambda: pair.client.do_handshake())
    attempt(lambda: Pair('', client()))


def memory():
    bio = ssl.MemoryBIO()
    print(bio.write(b'abcdef'), bio.read(2), bio.pending, bio.eof)
    bio.write_eof()
    print(bio.eof, bio.read(), bio.eof, bio.read())


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for part in (files, settings, connections, memory):
        print('----', part.__name__)
        part()
    os.chdir('/')

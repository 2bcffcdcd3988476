"""ssl. OpenSSL is behind _ssl, whose connections stand between two MemoryBIOs; here are what programs
name, settings that can be read back, and SSLSocket, which moves the bytes to and from a socket."""

import os
from collections import namedtuple
from enum import Enum, IntEnum, IntFlag

import _ssl
from _socket import socket
from _ssl import MemoryBIO

OPENSSL_VERSION, OPENSSL_VERSION_NUMBER = _ssl.openssl_version()
OPENSSL_VERSION_INFO = (OPENSSL_VERSION_NUMBER >> 28, OPENSSL_VERSION_NUMBER >> 20 & 0xff,
                        OPENSSL_VERSION_NUMBER >> 12 & 0xff, OPENSSL_VERSION_NUMBER >> 4 & 0xff,
                        OPENSSL_VERSION_NUMBER & 0xf)
HAS_SNI = HAS_ECDH = HAS_ALPN = HAS_TLSv1_2 = HAS_TLSv1_3 = HAS_NEVER_CHECK_COMMON_NAME = True
HAS_TLSv1 = HAS_TLSv1_1 = True
HAS_NPN = HAS_SSLv2 = HAS_SSLv3 = False
CHANNEL_BINDING_TYPES = ['tls-unique']
_SOCK_STREAM = 1


class _SSLMethod(IntEnum):
    PROTOCOL_TLS = 2
    PROTOCOL_SSLv23 = 2
    PROTOCOL_TLS_CLIENT = 16
    PROTOCOL_TLS_SERVER = 17


class Options(IntFlag):
    OP_ALL = 0x80000050
    OP_NO_SSLv2 = 0
    OP_NO_SSLv3 = 0x02000000
    OP_NO_TLSv1 = 0x04000000
    OP_NO_TLSv1_1 = 0x10000000
    OP_NO_TLSv1_2 = 0x08000000
    OP_NO_TLSv1_3 = 0x20000000
    OP_CIPHER_SERVER_PREFERENCE = 0x400000
    OP_SINGLE_DH_USE = 0
    OP_SINGLE_ECDH_USE = 0
    OP_NO_TICKET = 0x4000
    OP_NO_COMPRESSION = 0x20000
    OP_ENABLE_MIDDLEBOX_COMPAT = 0x100000
    OP_NO_RENEGOTIATION = 0x40000000
    OP_IGNORE_UNEXPECTED_EOF = 0x80


class VerifyMode(IntEnum):
    CERT_NONE = 0
    CERT_OPTIONAL = 1
    CERT_REQUIRED = 2


class VerifyFlags(IntFlag):
    VERIFY_DEFAULT = 0
    VERIFY_CRL_CHECK_LEAF = 4
    VERIFY_CRL_CHECK_CHAIN = 12
    VERIFY_X509_STRICT = 32
    VERIFY_ALLOW_PROXY_CERTS = 64
    VERIFY_X509_TRUSTED_FIRST = 0x8000
    VERIFY_X509_PARTIAL_CHAIN = 0x80000


class TLSVersion(IntEnum):
    MINIMUM_SUPPORTED = -2
    SSLv3 = 768
    TLSv1 = 769
    TLSv1_1 = 770
    TLSv1_2 = 771
    TLSv1_3 = 772
    MAXIMUM_SUPPORTED = -1


class AlertDescription(IntEnum):
    ALERT_DESCRIPTION_CLOSE_NOTIFY = 0
    ALERT_DESCRIPTION_UNEXPECTED_MESSAGE = 10
    ALERT_DESCRIPTION_BAD_RECORD_MAC = 20
    ALERT_DESCRIPTION_RECORD_OVERFLOW = 22
    ALERT_DESCRIPTION_DECOMPRESSION_FAILURE = 30
    ALERT_DESCRIPTION_HANDSHAKE_FAILURE = 40
    ALERT_DESCRIPTION_BAD_CERTIFICATE = 42
    ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE = 43
    ALERT_DESCRIPTION_CERTIFICATE_REVOKED = 44
    ALERT_DESCRIPTION_CERTIFICATE_EXPIRED = 45
    ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN = 46
    ALERT_DESCRIPTION_ILLEGAL_PARAMETER = 47
    ALERT_DESCRIPTION_UNKNOWN_CA = 48
    ALERT_DESCRIPTION_ACCESS_DENIED = 49
    ALERT_DESCRIPTION_DECODE_ERROR = 50
    ALERT_DESCRIPTION_DECRYPT_ERROR = 51
    ALERT_DESCRIPTION_PROTOCOL_VERSION = 70
    ALERT_DESCRIPTION_INSUFFICIENT_SECURITY = 71
    ALERT_DESCRIPTION_INTERNAL_ERROR = 80
    ALERT_DESCRIPTION_USER_CANCELLED = 90
    ALERT_DESCRIPTION_NO_RENEGOTIATION = 100
    ALERT_DESCRIPTION_UNSUPPORTED_EXTENSION = 110
    ALERT_DESCRIPTION_CERTIFICATE_UNOBTAINABLE = 111
    ALERT_DESCRIPTION_UNRECOGNIZED_NAME = 112
    ALERT_DESCRIPTION_BAD_CERTIFICATE_STATUS_RESPONSE = 113
    ALERT_DESCRIPTION_BAD_CERTIFICATE_HASH_VALUE = 114
    ALERT_DESCRIPTION_UNKNOWN_PSK_IDENTITY = 115


ALERT_DESCRIPTION_CLOSE_NOTIFY = AlertDescription.ALERT_DESCRIPTION_CLOSE_NOTIFY
ALERT_DESCRIPTION_UNEXPECTED_MESSAGE = AlertDescription.ALERT_DESCRIPTION_UNEXPECTED_MESSAGE
ALERT_DESCRIPTION_BAD_RECORD_MAC = AlertDescription.ALERT_DESCRIPTION_BAD_RECORD_MAC
ALERT_DESCRIPTION_RECORD_OVERFLOW = AlertDescription.ALERT_DESCRIPTION_RECORD_OVERFLOW
ALERT_DESCRIPTION_DECOMPRESSION_FAILURE = AlertDescription.ALERT_DESCRIPTION_DECOMPRESSION_FAILURE
ALERT_DESCRIPTION_HANDSHAKE_FAILURE = AlertDescription.ALERT_DESCRIPTION_HANDSHAKE_FAILURE
ALERT_DESCRIPTION_BAD_CERTIFICATE = AlertDescription.ALERT_DESCRIPTION_BAD_CERTIFICATE
ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE = AlertDescription.ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE
ALERT_DESCRIPTION_CERTIFICATE_REVOKED = AlertDescription.ALERT_DESCRIPTION_CERTIFICATE_REVOKED
ALERT_DESCRIPTION_CERTIFICATE_EXPIRED = AlertDescription.ALERT_DESCRIPTION_CERTIFICATE_EXPIRED
ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN = AlertDescription.ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN
ALERT_DESCRIPTION_ILLEGAL_PARAMETER = AlertDescription.ALERT_DESCRIPTION_ILLEGAL_PARAMETER
ALERT_DESCRIPTION_UNKNOWN_CA = AlertDescription.ALERT_DESCRIPTION_UNKNOWN_CA
ALERT_DESCRIPTION_ACCESS_DENIED = AlertDescription.ALERT_DESCRIPTION_ACCESS_DENIED
ALERT_DESCRIPTION_DECODE_ERROR = AlertDescription.ALERT_DESCRIPTION_DECODE_ERROR
ALERT_DESCRIPTION_DECRYPT_ERROR = AlertDescription.ALERT_DESCRIPTION_DECRYPT_ERROR
ALERT_DESCRIPTION_PROTOCOL_VERSION = AlertDescription.ALERT_DESCRIPTION_PROTOCOL_VERSION
ALERT_DESCRIPTION_INSUFFICIENT_SECURITY = AlertDescription.ALERT_DESCRIPTION_INSUFFICIENT_SECURITY
ALERT_DESCRIPTION_INTERNAL_ERROR = AlertDescription.ALERT_DESCRIPTION_INTERNAL_ERROR
ALERT_DESCRIPTION_USER_CANCELLED = AlertDescription.ALERT_DESCRIPTION_USER_CANCELLED
ALERT_DESCRIPTION_NO_RENEGOTIATION = AlertDescription.ALERT_DESCRIPTION_NO_RENEGOTIATION
ALERT_DESCRIPTION_UNSUPPORTED_EXTENSION = AlertDescription.ALERT_DESCRIPTION_UNSUPPORTED_EXTENSION
ALERT_DESCRIPTION_CERTIFICATE_UNOBTAINABLE = AlertDescription.ALERT_DESCRIPTION_CERTIFICATE_UNOBTAINABLE
ALERT_DESCRIPTION_UNRECOGNIZED_NAME = AlertDescription.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
ALERT_DESCRIPTION_BAD_CERTIFICATE_STATUS_RESPONSE = AlertDescription.ALERT_DESCRIPTION_BAD_CERTIFICATE_STATUS_RESPONSE
ALERT_DESCRIPTION_BAD_CERTIFICATE_HASH_VALUE = AlertDescription.ALERT_DESCRIPTION_BAD_CERTIFICATE_HASH_VALUE
ALERT_DESCRIPTION_UNKNOWN_PSK_IDENTITY = AlertDescription.ALERT_DESCRIPTION_UNKNOWN_PSK_IDENTITY


class SSLErrorNumber(IntEnum):
    SSL_ERROR_SSL = 1
    SSL_ERROR_WANT_READ = 2
    SSL_ERROR_WANT_WRITE = 3
    SSL_ERROR_WANT_X509_LOOKUP = 4
    SSL_ERROR_SYSCALL = 5
    SSL_ERROR_ZERO_RETURN = 6
    SSL_ERROR_WANT_CONNECT = 7
    SSL_ERROR_EOF = 8
    SSL_ERROR_INVALID_ERROR_CODE = 10


PROTOCOL_TLS = PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_TLS
PROTOCOL_TLS_CLIENT = _SSLMethod.PROTOCOL_TLS_CLIENT
PROTOCOL_TLS_SERVER = _SSLMethod.PROTOCOL_TLS_SERVER
CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED = VerifyMode

OP_ALL, OP_NO_SSLv2, OP_NO_SSLv3 = Options.OP_ALL, Options.OP_NO_SSLv2, Options.OP_NO_SSLv3
OP_NO_TLSv1, OP_NO_TLSv1_1 = Options.OP_NO_TLSv1, Options.OP_NO_TLSv1_1
OP_NO_TLSv1_2, OP_NO_TLSv1_3 = Options.OP_NO_TLSv1_2, Options.OP_NO_TLSv1_3
OP_CIPHER_SERVER_PREFERENCE, OP_NO_TICKET = Options.OP_CIPHER_SERVER_PREFERENCE, Options.OP_NO_TICKET
OP_SINGLE_DH_USE, OP_SINGLE_ECDH_USE = Options.OP_SINGLE_DH_USE, Options.OP_SINGLE_ECDH_USE
OP_NO_COMPRESSION, OP_NO_RENEGOTIATION = Options.OP_NO_COMPRESSION, Options.OP_NO_RENEGOTIATION
OP_ENABLE_MIDDLEBOX_COMPAT = Options.OP_ENABLE_MIDDLEBOX_COMPAT
OP_IGNORE_UNEXPECTED_EOF = Options.OP_IGNORE_UNEXPECTED_EOF

VERIFY_DEFAULT, VERIFY_X509_STRICT = VerifyFlags.VERIFY_DEFAULT, VerifyFlags.VERIFY_X509_STRICT
VERIFY_CRL_CHECK_LEAF, VERIFY_CRL_CHECK_CHAIN = VerifyFlags.VERIFY_CRL_CHECK_LEAF, VerifyFlags.VERIFY_CRL_CHECK_CHAIN
VERIFY_ALLOW_PROXY_CERTS = VerifyFlags.VERIFY_ALLOW_PROXY_CERTS
VERIFY_X509_TRUSTED_FIRST = VerifyFlags.VERIFY_X509_TRUSTED_FIRST
VERIFY_X509_PARTIAL_CHAIN = VerifyFlags.VERIFY_X509_PARTIAL_CHAIN

(SSL_ERROR_SSL, SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE, SSL_ERROR_WANT_X509_LOOKUP, SSL_ERROR_SYSCALL,
 SSL_ERROR_ZERO_RETURN, SSL_ERROR_WANT_CONNECT, SSL_ERROR_EOF, SSL_ERROR_INVALID_ERROR_CODE) = SSLErrorNumber

_ASN1Object = namedtuple('_ASN1Object', 'nid shortname longname oid')


class Purpose(_ASN1Object, Enum):
    SERVER_AUTH = (129, 'serverAuth', 'TLS Web Server Authentication', '1.3.6.1.5.5.7.3.1')
    CLIENT_AUTH = (130, 'clientAuth', 'TLS Web Client Authentication', '1.3.6.1.5.5.7.3.2')


# ---- errors

class SSLError(OSError):
    def __str__(self):
        strerror = self.strerror
        return strerror if isinstance(strerror, str) else str(self.args)


class SSLZeroReturnError(SSLError):
    pass


class SSLWantReadError(SSLError):
    pass


class SSLWantWriteError(SSLError):
    pass


class SSLSyscallError(SSLError):
    pass


class SSLEOFError(SSLError):
    pass


class SSLCertVerificationError(SSLError, ValueError):
    pass


CertificateError = SSLCertVerificationError
socket_error = OSError
_errors = (SSLError, SSLZeroReturnError, SSLWantReadError, SSLWantWriteError, SSLSyscallError, SSLEOFError,
           SSLCertVerificationError)


# ---- contexts

class SSLContext:
    sslsocket_class = sslobject_class = None

    def __init__(self, protocol=PROTOCOL_TLS):
        self._context = _ssl.Context(protocol, _errors)
        self.protocol = _SSLMethod(protocol)
        is_client = self.protocol is PROTOCOL_TLS_CLIENT
        self._verify_mode = CERT_REQUIRED if is_client else CERT_NONE
        self._check_hostname = is_client
        self._lowest = TLSVersion.TLSv1_2
        self._highest = TLSVersion.MAXIMUM_SUPPORTED
        self._keylog_filename = self._sni_callback = None

    @property
    def keylog_filename(self):
        return self._keylog_filename

    @keylog_filename.setter
    def keylog_filename(self, path):
        try:
            self._context.set_key_log(None if path is None else os.fsencode(path))
        except OSError as failure:
            raise type(failure)(failure.errno, failure.strerror, path) from None
        self._keylog_filename = path

    @property
    def sni_callback(self):
        return self._sni_callback

    @sni_callback.setter
    def sni_callback(self, callback):
        if callback is not None and not callable(callback):
            raise TypeError('not a callable object')
        self._sni_callback = callback
        self._context.set_name_callback(None if callback is None else lambda owner, name: callback(owner, name, self))

    def set_servername_callback(self, server_name_callback):
        self.sni_callback = server_name_callback

    @property
    def check_hostname(self):
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, wanted):
        self._check_hostname = bool(wanted)
        if wanted and self._verify_mode is CERT_NONE:
            self.verify_mode = CERT_REQUIRED

    @property
    def verify_mode(self):
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, mode):
        if mode == CERT_NONE and self._check_hostname:
            raise ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.')
        self._context.set_verify(mode)
        self._verify_mode = VerifyMode(mode)

    @property
    def verify_flags(self):
        return VerifyFlags(self._context.get_verify_flags())

    @verify_flags.setter
    def verify_flags(self, flags):
        self._context.set_verify_flags(flags)

    @property
    def options(self):
        return Options(self._context.get_options())

    @options.setter
    def options(self, options):
        self._context.set_options(options)

    @property
    def minimum_version(self):
        return self._lowest

    @minimum_version.setter
    def minimum_version(self, version):
        version = TLSVersion(version)
        self._set_versions(version, self._highest)
        self._lowest = version

    @property
    def maximum_version(self):
        return self._highest

    @maximum_version.setter
    def maximum_version(self, version):
        version = TLSVersion(version)
        self._set_versions(self._lowest, version)
        self._highest = version

    def _set_versions(self, lowest, highest):
        if not self._context.set_versions(max(lowest, 0), max(highest, 0)):
            raise ValueError(f'Unsupported protocol version {max(lowest, highest):#x}')

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        certfile = _path(certfile, 'certfile')
        keyfile = certfile if keyfile is None else _path(keyfile, 'keyfile')
        if callable(password):
            password = password()
            if not isinstance(password, (str, bytes, bytearray)):
                raise TypeError('password callback must return a string')
        elif password is not None and not isinstance(password, (str, bytes, bytearray)):
            raise TypeError('password should be a string or callable')
        if isinstance(password, str):
            password = password.encode()
        self._context.load_cert_chain(certfile, keyfile, password)

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        if cafile is None and capath is None and cadata is None:
            raise TypeError('cafile, capath and cadata cannot be all omitted')
        if cafile is not None:
            cafile = _path(cafile, 'cafile')
        if capath is not None:
            capath = _path(capath, 'capath')
        if cadata is not None:
            if not isinstance(cadata, (bytes, bytearray)) and not (isinstance(cadata, str) and cadata.isascii()):
                raise TypeError('cadata should be an ASCII string or a bytes-like object')
            if not cadata:
                raise ValueError('Empty certificate data')
        self._context.load_verify_locations(cafile, capath, cadata)

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)
        self.set_default_verify_paths()

    def set_default_verify_paths(self):
        self._context.set_default_verify_paths()

    def cert_store_stats(self):
        certificates, lists, authorities = self._context.cert_counts()
        return {'x509': certificates, 'crl': lists, 'x509_ca': authorities}

    def get_ca_certs(self, binary_form=False):
        return self._context.get_ca_certs(binary_form)

    def set_ciphers(self, ciphers):
        self._context.set_ciphers(ciphers)

    def get_ciphers(self):
        return self._context.get_ciphers()

    def set_alpn_protocols(self, alpn_protocols):
        packed = bytearray()
        for protocol in alpn_protocols:
            name = protocol.encode('ascii')
            if not 0 < len(name) < 256:
                raise SSLError('ALPN protocols must be 1 to 255 in length')
            packed.append(len(name))
            packed.extend(name)
        self._context.set_alpn(packed)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        made = SSLObject.__new__(SSLObject)
        made._begin(self, incoming, outgoing, server_side, server_hostname)
        return made

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                    server_hostname=None, session=None):
        return _wrap_socket(self, sock, server_side, do_handshake_on_connect, suppress_ragged_eofs, server_hostname)


def _path(path, name):
    try:
        return os.fsdecode(path)
    except TypeError:
        raise TypeError(f'{name} should be a valid filesystem path') from None


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    if purpose == Purpose.SERVER_AUTH:
        context = SSLContext(PROTOCOL_TLS_CLIENT)
    elif purpose == Purpose.CLIENT_AUTH:
        context = SSLContext(PROTOCOL_TLS_SERVER)
    else:
        raise ValueError(purpose)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    return context


def _create_unverified_context(protocol=PROTOCOL_TLS_CLIENT, *, cert_reqs=CERT_NONE, check_hostname=False,
                               purpose=Purpose.SERVER_AUTH, certfile=None, keyfile=None, cafile=None,
                               capath=None, cadata=None):
    context = SSLContext(protocol)
    context.check_hostname = check_hostname
    context.verify_mode = cert_reqs
    if certfile:
        context.load_cert_chain(certfile, keyfile)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    return context


_create_default_https_context = create_default_context


# ---- connections

class _Connection:
    """What SSLObject and SSLSocket have in common: questions to a connection."""

    def _begin(self, context, incoming, outgoing, server_side, server_hostname):
        if server_hostname is not None:
            if server_side:
                raise ValueError('server_hostname can only be specified in client mode')
            if not server_hostname or server_hostname.startswith('.'):
                raise ValueError('server_hostname cannot be an empty string or start with a leading dot.')
        elif context.check_hostname and self._needs_hostname:
            raise ValueError('check_hostname requires server_hostname')
        self._own_context = context
        self.server_side = server_side
        self.server_hostname = server_hostname
        self._sslobj = context._context.wrap(incoming, outgoing, server_side, server_hostname,
                                             context.check_hostname)
        self._sslobj.set_owner(self)

    @property
    def context(self):
        return self._own_context

    @context.setter
    def context(self, context):
        self._own_context = context
        self._sslobj.set_context(context._context)

    @property
    def session_reused(self):
        return self._sslobj.session_reused()

    def getpeercert(self, binary_form=False):
        return self._sslobj.certificate(binary_form)

    def selected_npn_protocol(self):
        return None

    def selected_alpn_protocol(self):
        return None if self._sslobj is None else self._sslobj.alpn()

    def cipher(self):
        return None if self._sslobj is None else self._sslobj.cipher()

    def shared_ciphers(self):
        return None if self._sslobj is None else self._sslobj.shared_ciphers()

    def compression(self):
        return None

    def pending(self):
        return 0 if self._sslobj is None else self._sslobj.pending()

    def version(self):
        return None if self._sslobj is None else self._sslobj.version()

    def get_channel_binding(self, cb_type='tls-unique'):
        if cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError(f'{cb_type} channel binding type not implemented')
        return self._sslobj.unique()


def _store(data, buffer):
    buffer[:len(data)] = data
    return len(data)


class SSLObject(_Connection):
    _needs_hostname = False

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{type(self).__name__} does not have a public constructor. Instances are '
                        'returned by SSLContext.wrap_bio().')

    def do_handshake(self):
        self._sslobj.do_handshake()

    def read(self, len=1024, buffer=None):
        data = self._sslobj.read(len)
        return data if buffer is None else _store(data, buffer)

    def write(self, data):
        return self._sslobj.write(data)

    def unwrap(self):
        self._sslobj.shutdown()


class _File:
    """An SSLSocket as a file; text is decoded line by line."""

    def __init__(self, sock, mode, encoding, errors, newline):
        self._sock, self.mode = sock, mode
        self._binary = 'b' in mode
        self.encoding, self.errors, self._newline = encoding or 'utf-8', errors or 'strict', newline
        self._rest = b''
        self._pending = []
        self.closed = False

    def readable(self):
        return 'r' in self.mode or 'w' not in self.mode

    def writable(self):
        return 'w' in self.mode

    def fileno(self):
        return self._sock.fileno()

    def _given(self, data):
        if self._binary:
            return data
        text = data.decode(self.encoding, self.errors)
        return text.replace('\r\n', '\n').replace('\r', '\n') if self._newline is None else text

    def _more(self):
        data = self._sock.recv(8192)
        self._rest += data
        return data

    def read(self, size=-1):
        if size is None or size < 0:
            while self._more():
                pass
            size = len(self._rest)
        else:
            while len(self._rest) < size and self._more():
                pass
        data, self._rest = self._rest[:size], self._rest[size:]
        return self._given(data)

    def readline(self, size=-1):
        while b'\n' not in self._rest and (size < 0 or len(self._rest) < size) and self._more():
            pass
        end = self._rest.find(b'\n') + 1 or len(self._rest)
        if 0 <= size < end:
            end = size
        line, self._rest = self._rest[:end], self._rest[end:]
        return self._given(line)

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        while line := self.readline():
            yield line

    def write(self, data):
        self._pending.append(data if self._binary else data.encode(self.encoding, self.errors))
        if sum([len(part) for part in self._pending]) > 8192:
            self.flush()
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        if self._pending:
            data, self._pending = b''.join([bytes(part) for part in self._pending]), []
            self._sock.sendall(data)

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


class SSLSocket(_Connection, socket):
    """A socket that is read and written through a connection. Its descriptor is taken over from the
    socket that was wrapped."""

    _needs_hostname = True

    _left = b''  # what the peer sent behind the end of the encryption

    def _settle(self, what, step, *args):
        """step(*args) until it has what it needs; what it has to say to the peer goes out."""
        try:
            while True:
                try:
                    result = step(*args)
                except SSLWantReadError:
                    self._flush()
                    self._fill()
                else:
                    self._flush()
                    return result
        except TimeoutError:
            raise TimeoutError(f'The {what} operation timed out') from None

    def _flush(self):
        if self._outgoing.pending:
            super().sendall(self._outgoing.read())

    def _fill(self):
        try:
            data = super().recv(65536)
        except BlockingIOError:
            raise SSLWantReadError(int(SSL_ERROR_WANT_READ), 'The operation did not complete (read)') from None
        if data:
            self._incoming.write(data)
        else:
            self._incoming.write_eof()

    def _is_wrapped(self):
        return self._sslobj is not None

    def do_handshake(self, block=False):
        try:
            self._settle('handshake', self._sslobj.do_handshake)
        except SSLError:
            self._flush()  # the peer is told why
            raise

    def read(self, len=1024, buffer=None):
        try:
            data = self._settle('read', self._sslobj.read, len)
        except SSLEOFError:
            if not self.suppress_ragged_eofs:
                raise
            data = b''
        return data if buffer is None else _store(data, buffer)

    def write(self, data):
        return self._settle('write', self._sslobj.write, data)

    def recv(self, buflen=1024, flags=0):
        if self._left:
            data, self._left = self._left[:buflen], self._left[buflen:]
            return data
        if self._sslobj is None:
            return super().recv(buflen, flags)
        if flags:
            raise ValueError(f'non-zero flags not allowed in calls to recv() on {self.__class__}')
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=0, flags=0):
        return _store(self.recv(nbytes or len(buffer), flags), buffer)

    def send(self, data, flags=0):
        if self._sslobj is None:
            return super().send(data, flags)
        if flags:
            raise ValueError(f'non-zero flags not allowed in calls to send() on {self.__class__}')
        return self.write(data) if data else 0

    def sendall(self, data, flags=0):
        if self._sslobj is None:
            super().sendall(data, flags)
            return
        sent = 0
        while sent < len(data):
            sent += self.send(data[sent:] if sent else data, flags)

    def connect(self, addr):
        if self._sslobj is not None and self._connected:
            raise ValueError('attempt to connect already-connected SSLSocket!')
        super().connect(addr)
        self._connected = True
        if self.do_handshake_on_connect:
            self.do_handshake()

    def accept(self):
        sock, address = super().accept()
        return self.context.wrap_socket(sock, True, self.do_handshake_on_connect, self.suppress_ragged_eofs), address

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
        return _File(self, mode, encoding, errors, newline)

    def unwrap(self):
        if self._sslobj is None:
            raise ValueError('No SSL wrapper around ' + str(self))
        self._settle('shutdown', self._sslobj.shutdown)
        self._sslobj = None
        self._left = self._incoming.read()
        return self

    def shutdown(self, how):
        self._sslobj = None
        super().shutdown(how)


def _is_connected(sock):
    try:
        sock.getpeername()
        return True
    except OSError as e:
        if e.errno != 107:
            raise
        return False


def _wrap_socket(context, sock, server_side, at_once, suppress_ragged_eofs, server_hostname):
    if sock.type != _SOCK_STREAM:
        raise NotImplementedError('only stream sockets are supported')
    connected = _is_connected(sock)
    timeout = sock.gettimeout()
    made = SSLSocket(sock.family, sock.type, sock.proto, sock.detach())
    made.settimeout(timeout)
    made._incoming, made._outgoing = MemoryBIO(), MemoryBIO()
    made.do_handshake_on_connect = at_once
    made.suppress_ragged_eofs = suppress_ragged_eofs
    made._connected = connected
    try:
        made._begin(context, made._incoming, made._outgoing, server_side, server_hostname)
        if connected and at_once:
            if timeout == 0:
                raise ValueError('do_handshake_on_connect should not be specified for non-blocking sockets')
            made.do_handshake()
    except BaseException:
        made.close()
        raise
    return made


# ---- helpers

DefaultVerifyPaths = namedtuple('DefaultVerifyPaths', 'cafile capath openssl_cafile_env openssl_cafile '
                                'openssl_capath_env openssl_capath')


def get_default_verify_paths():
    file_variable, file, folder_variable, folder = _ssl.default_verify_paths()
    cafile = os.environ.get(file_variable, file)
    capath = os.environ.get(folder_variable, folder)
    return DefaultVerifyPaths(cafile if os.path.isfile(cafile) else None, capath if os.path.isdir(capath) else None,
                              file_variable, file, folder_variable, folder)


def RAND_bytes(n):
    return _ssl.random_bytes(n)


def RAND_status():
    return True


PEM_HEADER, PEM_FOOTER = '-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----'

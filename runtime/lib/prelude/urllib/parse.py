"""urllib.parse: addresses taken apart and put together, and characters as %XX."""

from collections import namedtuple

from _socket import inet_pton

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero',
                 'rtsp', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp',
               'snews', 'prospero', 'rtsp', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh',
               'ws', 'wss']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu', 'sip', 'sips', 'mms',
               'sftp', 'tel']
scheme_chars = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'

_letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
_always_safe = frozenset((_letters + '0123456789_.-~').encode('ascii'))
_control_and_space = ''.join([chr(code) for code in range(0x21)])


# ---- results

class _Netloc:
    """What stands in the netloc: user:password@host:port. In bytes, where the address was given so."""

    __slots__ = ()

    def _marks(self):
        return (b'@', b':', b'[', b']', b'%', b'') if isinstance(self.netloc, bytes) else ('@', ':', '[', ']', '%', '')

    @property
    def _userinfo(self):
        at, colon, _, _, _, _ = self._marks()
        userinfo, has_user, _ = self.netloc.rpartition(at)
        if not has_user:
            return None, None
        user, has_password, password = userinfo.partition(colon)
        return user, password if has_password else None

    @property
    def _hostinfo(self):
        at, colon, opening, closing, _, _ = self._marks()
        _, _, host = self.netloc.rpartition(at)
        _, in_brackets, bracketed = host.partition(opening)
        if in_brackets:
            host, _, port = bracketed.partition(closing)
            _, _, port = port.partition(colon)
        else:
            host, _, port = host.partition(colon)
        return host, port or None

    @property
    def username(self):
        return self._userinfo[0]

    @property
    def password(self):
        return self._userinfo[1]

    @property
    def hostname(self):
        host = self._hostinfo[0]
        if not host:
            return None
        percent = self._marks()[4]
        name, mark, zone = host.partition(percent)
        return name.lower() + mark + zone

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is None:
            return None
        text = port.decode('ascii') if isinstance(port, bytes) else port
        if not (text.isdigit() and text.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        number = int(text)
        if number > 65535:
            raise ValueError('Port out of range 0-65535')
        return number


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


class SplitResult(namedtuple('SplitResult', 'scheme netloc path query fragment'), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)

    def encode(self, encoding='ascii', errors='strict'):
        return SplitResultBytes(*[part.encode(encoding, errors) for part in self])


class ParseResult(namedtuple('ParseResult', 'scheme netloc path params query fragment'), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)

    def encode(self, encoding='ascii', errors='strict'):
        return ParseResultBytes(*[part.encode(encoding, errors) for part in self])


class SplitResultBytes(namedtuple('SplitResultBytes', 'scheme netloc path query fragment'), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)

    def decode(self, encoding='ascii', errors='strict'):
        return SplitResult(*[part.decode(encoding, errors) for part in self])


class ParseResultBytes(namedtuple('ParseResultBytes', 'scheme netloc path params query fragment'), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)

    def decode(self, encoding='ascii', errors='strict'):
        return ParseResult(*[part.decode(encoding, errors) for part in self])


def _as_text(*parts):
    """The parts as text, and whether they were bytes; what is empty fits both."""
    is_text = isinstance(parts[0], str)
    for part in parts[1:]:
        if part and isinstance(part, str) != is_text:
            raise TypeError('Cannot mix str and non-str arguments')
    if is_text:
        return parts, False
    return [part.decode('ascii', 'strict') if part else '' for part in parts], True


# ---- apart

def urlparse(url, scheme='', allow_fragments=True):
    (url, scheme), in_bytes = _as_text(url, scheme)
    parts = _split(url, scheme, allow_fragments)
    path, params = _split_params(parts[2]) if parts[0] in uses_params and ';' in parts[2] else (parts[2], '')
    result = ParseResult(parts[0], parts[1], path, params, parts[3], parts[4])
    return result.encode() if in_bytes else result


def _split_params(path):
    """Parameters belong to the last part of the path."""
    at = path.find(';', max(path.rfind('/'), 0))
    return (path, '') if at < 0 else (path[:at], path[at + 1:])


def urlsplit(url, scheme='', allow_fragments=True):
    (url, scheme), in_bytes = _as_text(url, scheme)
    result = SplitResult(*_split(url, scheme, allow_fragments))
    return result.encode() if in_bytes else result


def _split(url, scheme, allow_fragments):
    url = url.lstrip(_control_and_space)
    scheme = scheme.strip(_control_and_space)
    for c in '\t\r\n':
        url = url.replace(c, '')
        scheme = scheme.replace(c, '')
    netloc = query = fragment = ''
    at = url.find(':')
    if at > 0 and url[0].isascii() and url[0].isalpha() and all(c in scheme_chars for c in url[:at]):
        scheme, url = url[:at].lower(), url[at + 1:]
    if url[:2] == '//':
        netloc, url = _split_netloc(url)
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
        if '[' in netloc:
            _check_bracketed_host(netloc.partition('[')[2].partition(']')[0])
    if allow_fragments and '#' in url:
        url, _, fragment = url.partition('#')
    if '?' in url:
        url, _, query = url.partition('?')
    _check_netloc(netloc)
    return scheme, netloc, url, query, fragment


def _split_netloc(url):
    end = len(url)
    for c in '/?#':
        at = url.find(c, 2)
        if at >= 0:
            end = min(end, at)
    return url[2:end], url[end:]


def _check_bracketed_host(host):
    if host.startswith('v'):
        from re import match
        if not match(r'\Av[a-fA-F0-9]+\..+\Z', host):
            raise ValueError('IPvFuture address is invalid')
        return
    if _is_address(2, host):
        raise ValueError('An IPv4 address cannot be in brackets')
    address, mark, zone = host.partition('%')
    if not _is_address(10, address) or mark and (not zone or '%' in zone):
        raise ValueError(f'{host!r} does not appear to be an IPv4 or IPv6 address')


def _is_address(family, text):
    try:
        inet_pton(family, text)
    except OSError:
        return False
    return True


_split_like_separators = ('\u2047\u2048\u2049\u2100\u2101\u2105\u2106\u2a74\ufe13\ufe16\ufe55'
                          '\ufe56\ufe5f\ufe6b\uff03\uff0f\uff1a\uff1f\uff20')


def _check_netloc(netloc):
    """Characters that become separators when they are normalised are not let in."""
    if netloc.isascii():
        return
    if any(c in _split_like_separators for c in netloc):
        raise ValueError(f"netloc '{netloc}' contains invalid characters under NFKC normalization")


def urldefrag(url):
    (url,), in_bytes = _as_text(url)
    fragment = ''
    if '#' in url:
        parts = urlparse(url)
        url, fragment = urlunparse(parts[:5] + ('',)), parts.fragment
    return DefragResult(url.encode('ascii'), fragment.encode('ascii')) if in_bytes else DefragResult(url, fragment)


# ---- together

def urlunparse(components):
    (scheme, netloc, url, params, query, fragment), in_bytes = _as_text(*components)
    if params:
        url = f'{url};{params}'
    text = _joined(scheme, netloc, url, query, fragment)
    return text.encode('ascii') if in_bytes else text


def urlunsplit(components):
    parts, in_bytes = _as_text(*components)
    text = _joined(*parts)
    return text.encode('ascii') if in_bytes else text


def _joined(scheme, netloc, url, query, fragment):
    if netloc or scheme and scheme in uses_netloc and url[:2] != '//':
        if url and url[:1] != '/':
            url = '/' + url
        url = f'//{netloc or ""}{url}'
    if scheme:
        url = f'{scheme}:{url}'
    if query:
        url = f'{url}?{query}'
    return f'{url}#{fragment}' if fragment else url


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    (base, url), in_bytes = _as_text(base, url)
    text = _absolute(base, url, allow_fragments)
    return text.encode('ascii') if in_bytes else text


def _absolute(base, url, allow_fragments):
    above = urlparse(base, '', allow_fragments)
    own = urlparse(url, above.scheme, allow_fragments)
    scheme, netloc, path, params, query, fragment = own
    if scheme != above.scheme or scheme not in uses_relative:
        return url
    if scheme in uses_netloc:
        if netloc:
            return urlunparse(own)
        netloc = above.netloc
    if not path and not params:
        return urlunparse((scheme, netloc, above.path, above.params, query or above.query, fragment))
    return urlunparse((scheme, netloc, _joined_paths(above.path, path), params, query, fragment))


def _joined_paths(base, path):
    """The base's last part makes place for the path, and . and .. are resolved."""
    folders = base.split('/')
    if folders[-1] != '':
        del folders[-1]
    if path[:1] == '/':
        parts = path.split('/')
    else:
        parts = folders + path.split('/')
        parts[1:-1] = [part for part in parts[1:-1] if part]
    resolved = []
    for part in parts:
        if part == '..':
            if resolved:
                resolved.pop()
        elif part != '.':
            resolved.append(part)
    if parts[-1] in ('.', '..'):
        resolved.append('')
    return '/'.join(resolved) or '/'


# ---- queries

def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
             max_num_fields=None, separator='&'):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&'):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    (qs, separator), in_bytes = _as_text(qs, separator if isinstance(qs, str) else separator.encode('ascii')
                                         if isinstance(separator, str) else separator)
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')
    found = []
    for pair in qs.split(separator) if qs else []:
        if not pair and not strict_parsing:
            continue
        name, equals, value = pair.partition('=')
        if not equals:
            if strict_parsing:
                raise ValueError(f'bad query field: {pair!r}')
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            name = unquote(name.replace('+', ' '), encoding, errors)
            value = unquote(value.replace('+', ' '), encoding, errors)
            found.append((name.encode('ascii'), value.encode('ascii')) if in_bytes else (name, value))
    return found


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=None):
    quote_via = quote_via or quote_plus

    def quoted(value):
        return quote_via(value, safe) if isinstance(value, bytes) else quote_via(str(value), safe, encoding, errors)

    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError('not a valid non-string sequence or mapping object') from None
    pairs = []
    for name, value in query:
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        name = quoted(name)
        pairs.extend([f'{name}={quoted(each)}' for each in values])
    return '&'.join(pairs)


# ---- %XX

def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    space = ' ' if isinstance(string, str) else b' '
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (' ' if isinstance(safe, str) else b' '), encoding, errors).replace(' ', '+')


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    safe = safe.encode('ascii', 'ignore') if isinstance(safe, str) else bytes([c for c in safe if c < 128])
    return ''.join([chr(c) if c in _always_safe or c in safe else f'%{c:02X}' for c in bs])


def _hex_value(pair):
    digits = b'0123456789abcdefABCDEF'
    return int(pair, 16) if len(pair) == 2 and all(c in digits for c in pair) else -1


def unquote_to_bytes(string):
    if not string:
        return b''
    if isinstance(string, str):
        string = string.encode('utf-8')
    first, *pieces = string.split(b'%')
    found = [first]
    for piece in pieces:
        code = _hex_value(piece[:2])
        found.append(b'%' + piece if code < 0 else bytes([code]) + piece[2:])
    return b''.join(found)


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')
    if '%' not in string:
        return string
    encoding, errors = encoding or 'utf-8', errors or 'replace'
    parts = []
    start = 0
    while start < len(string):
        end = start
        ascii_only = string[start] < '\x80'
        while end < len(string) and (string[end] < '\x80') == ascii_only:
            end += 1
        part = string[start:end]
        parts.append(unquote_to_bytes(part).decode(encoding, errors) if ascii_only else part)
        start = end
    return ''.join(parts)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)

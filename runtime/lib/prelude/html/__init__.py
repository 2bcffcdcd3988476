"""html: characters that mean something in HTML as references, and back."""

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


# What numbers 128 to 159 mean, which pages of Windows use.
_windows = ('\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f'
            '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178')


def _is_invalid(code):
    """Control characters and what is no character: nothing stands for them."""
    return (1 <= code <= 8 or 14 <= code <= 31 or 127 <= code <= 159 or 0xfdd0 <= code <= 0xfdef or code == 11
            or code & 0xfffe == 0xfffe)


def _of_number(text):
    text = text.rstrip(';')
    code = int(text[2:], 16) if text[1] in 'xX' else int(text[1:])
    if code == 0 or 0xd800 <= code <= 0xdfff or code > 0x10ffff:
        return '\ufffd'
    if code == 13:
        return '\r'
    if 128 <= code <= 159:
        return _windows[code - 128]
    return '' if _is_invalid(code) else chr(code)


def _replaced(found):
    from html.entities import html5
    text = found.group(1)
    if text[0] == '#':
        return _of_number(text)
    if text in html5:
        return html5[text]
    for end in range(len(text) - 1, 1, -1):
        if text[:end] in html5:
            return html5[text[:end]] + text[end:]
    return '&' + text


def unescape(s):
    if '&' not in s:
        return s
    from re import sub
    return sub(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)', _replaced, s)

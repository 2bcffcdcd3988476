"""Decimals as text: the format mini-language."""

import re

from ._digits import ROUND_HALF_EVEN

_SPEC = re.compile(r'(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?(,)?(?:\.(\d+))?([eEfFgGn%])?\Z', re.DOTALL)


def parse(spec):
    """fill, align, sign, width, grouping, precision (None = not given), type."""
    match = _SPEC.match(spec)
    if match is None:
        raise ValueError('invalid format string')
    fill, align, sign, no_minus_zero, alternate, zeros, width, comma, precision, kind = match.groups()
    if zeros and (fill is not None or align is not None):
        raise ValueError('invalid format string')
    return (fill or ('0' if zeros else ' '), align or ('=' if zeros else '>'), sign or '-', bool(no_minus_zero),
            int(width or 0), comma or '', None if precision is None else int(precision), kind or '')


def grouped(digits, comma, least):
    """Digits of the whole part in threes, with zeros in front up to the least width."""
    if not comma:
        return digits.zfill(least)
    while True:
        shown = f'{int(digits):,}' if len(digits) < 4000 else digits
        groups = []
        rest = digits
        while len(rest) > 3:
            groups.insert(0, rest[-3:])
            rest = rest[:-3]
        shown = ','.join([rest] + groups)
        if len(shown) >= least:
            return shown
        digits = '0' + digits


def finished(sign, body, fields):
    """Sign and padding around a number's text."""
    fill, align, wanted, no_minus_zero, width, comma, precision, kind = fields
    shown = '-' if sign else wanted if wanted in '+ ' else ''
    missing = width - len(shown) - len(body)
    padding = fill * missing if missing > 0 else ''
    if align == '=':
        return shown + padding + body
    if align == '<':
        return shown + body + padding
    if align == '^':
        half = len(padding) // 2
        return padding[:half] + shown + body + padding[half:]
    return padding + shown + body

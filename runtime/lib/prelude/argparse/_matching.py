"""argparse: how many strings an argument takes, from the letters of those that follow (see _Parsing)."""

from re import match

from argparse._names import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError

_patterns = {
    None: '(-*A-*)', OPTIONAL: '(-*A?-*)', ZERO_OR_MORE: '(-*[A-]*)', ONE_OR_MORE: '(-*A[A-]*)',
    REMAINDER: '([-AO]*)', PARSER: '(-*A[-AO]*)', SUPPRESS: '(-*-*)',
}

_expected = {None: 'one argument', OPTIONAL: 'at most one argument', ONE_OR_MORE: 'at least one argument'}


def _pattern_of(action):
    nargs = action.nargs
    pattern = _patterns[nargs] if nargs in _patterns else f'(-*{"-*".join("A" * nargs)}-*)'
    if action.option_strings:
        pattern = pattern.replace('-*', '').replace('-', '')
    return pattern


def _count_of(action, letters):
    found = match(_pattern_of(action), letters)
    if found is None:
        nargs = action.nargs
        what = _expected.get(nargs) or f'{nargs} argument{"" if nargs == 1 else "s"}'
        raise ArgumentError(action, f'expected {what}')
    return len(found.group(1))


def _counts_of(actions, letters):
    """For as many of the actions as can have what they need."""
    for end in range(len(actions), 0, -1):
        found = match(''.join([_pattern_of(action) for action in actions[:end]]), letters)
        if found is not None:
            return [len(group) for group in found.groups()]
    return []


def _looks_negative(string):
    return match(r'^-\d+$|^-\d*\.\d+$', string) is not None

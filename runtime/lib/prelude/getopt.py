"""getopt: options of a command line, in the manner of C."""

import os


class GetoptError(Exception):
    opt = ''
    msg = ''

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    options = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            return options, args[1:]
        args = _take(options, args, shortopts, longopts)
    return options, args


def gnu_getopt(args, shortopts, longopts=[]):
    """Options may come after other arguments, unless the short ones begin with + or POSIXLY_CORRECT is set."""
    options, others = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    stops = shortopts.startswith('+') or bool(os.environ.get('POSIXLY_CORRECT'))
    shortopts = shortopts.removeprefix('+')
    while args:
        if args[0] == '--':
            return options, others + args[1:]
        if args[0].startswith('-') and args[0] != '-':
            args = _take(options, args, shortopts, longopts)
        elif stops:
            return options, others + args
        else:
            others.append(args[0])
            args = args[1:]
    return options, others


def _take(options, args, shortopts, longopts):
    if args[0].startswith('--'):
        return _take_long(options, args[0][2:], longopts, args[1:])
    return _take_short(options, args[0][1:], shortopts, args[1:])


def _take_long(options, given, longopts, args):
    name, equals, value = given.partition('=')
    name, wants_value = _long_option(name, longopts)
    if wants_value and not equals:
        if not args:
            raise GetoptError(f'option --{name} requires argument', name)
        value, args = args[0], args[1:]
    elif equals and not wants_value:
        raise GetoptError(f'option --{name} must not have an argument', name)
    options.append((f'--{name}', value))
    return args


def _long_option(given, longopts):
    """The whole name, of which `given` may be the beginning, and whether a value belongs to it."""
    possible = [name for name in longopts if name.startswith(given)]
    if not possible:
        raise GetoptError(f'option --{given} not recognized', given)
    if given in possible:
        return given, False
    if given + '=' in possible:
        return given, True
    if len(possible) > 1:
        raise GetoptError(f'option --{given} not a unique prefix', given)
    return possible[0].removesuffix('='), possible[0].endswith('=')


def _take_short(options, letters, shortopts, args):
    while letters:
        letter, letters = letters[0], letters[1:]
        place = shortopts.find(letter)
        if place < 0 or letter == ':':
            raise GetoptError(f'option -{letter} not recognized', letter)
        value = ''
        if shortopts.startswith(':', place + 1):
            if not letters:
                if not args:
                    raise GetoptError(f'option -{letter} requires argument', letter)
                letters, args = args[0], args[1:]
            value, letters = letters, ''
        options.append((f'-{letter}', value))
    return args


def long_has_args(opt, longopts):
    name, wants_value = _long_option(opt, longopts)
    return wants_value, name


def short_has_arg(opt, shortopts):
    place = shortopts.find(opt)
    if place < 0 or opt == ':':
        raise GetoptError(f'option -{opt} not recognized', opt)
    return shortopts.startswith(':', place + 1)


def do_longs(opts, opt, longopts, args):
    return opts, _take_long(opts, opt, longopts, args)


def do_shorts(opts, optstring, shortopts, args):
    return opts, _take_short(opts, optstring, shortopts, args)

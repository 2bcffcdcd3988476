"""argparse: command lines. Parsers here; actions and help texts have modules of their own."""

import sys

from argparse._actions import (
    Action, BooleanOptionalAction, FileType, Namespace, _AttributeHolder, _SubParsersAction, _by_name,
    _AppendAction, _AppendConstAction, _CountAction, _ExtendAction, _HelpAction, _StoreAction, _StoreConstAction,
    _StoreFalseAction, _StoreTrueAction, _VersionAction,
)
from argparse._help import (
    ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, RawDescriptionHelpFormatter,
    RawTextHelpFormatter,
)
from argparse._matching import _counts_of, _count_of, _looks_negative
from argparse._names import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError, ArgumentTypeError,
    _UNRECOGNIZED_ARGS_ATTR, _get_action_name,
)


def _same(string):
    return string


class _ActionsContainer:
    """What arguments are added to: a parser or a group of one."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {'action': dict(_by_name), 'type': {None: _same}}
        if conflict_handler not in ('error', 'resolve'):
            raise ValueError(f'invalid conflict_resolution value: {conflict_handler!r}')
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        try:
            return self._registries[registry_name].get(value, default)
        except TypeError:
            return default

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest, None)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def add_argument(self, *args, **kwargs):
        if not args or len(args) == 1 and args[0][0] not in self.prefix_chars:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        else:
            kwargs = self._get_optional_kwargs(*args, **kwargs)
        if 'default' not in kwargs:
            if kwargs['dest'] in self._defaults:
                kwargs['default'] = self._defaults[kwargs['dest']]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        action = self._pop_action_class(kwargs)(**kwargs)
        self._check_type(action)
        return self._add_action(action)

    def _pop_action_class(self, kwargs, default=None):
        name = kwargs.pop('action', default)
        found = self._registry_get('action', name, name)
        if not callable(found):
            raise ValueError(f'unknown action "{found}"')
        return found

    def _check_type(self, action):
        kind = self._registry_get('type', action.type, action.type)
        if not callable(kind):
            raise ValueError(f'{kind!r} is not callable')
        if kind is FileType:
            raise ValueError(f'{kind!r} is a FileType class object, instance of it must be passed')
        if hasattr(self, '_get_formatter'):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError('length of metavar tuple does not match nargs')

    def _get_positional_kwargs(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get('nargs')
        if nargs not in (OPTIONAL, ZERO_OR_MORE) or nargs == ZERO_OR_MORE and 'default' not in kwargs:
            kwargs['required'] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError(f'invalid option string {option!r}: must start with a character {self.prefix_chars!r}')
        dest = kwargs.pop('dest', None)
        if dest is None:
            longs = [option for option in args if len(option) > 1 and option[1] in self.prefix_chars]
            first = (longs or args)[0]
            dest = first.lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f'dest= is required for options like {first!r}')
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _add_action(self, action):
        taken = [option for option in action.option_strings if option in self._option_string_actions]
        if taken and self.conflict_handler == 'error':
            raise ArgumentError(action, f'conflicting option string{"s" if len(taken) > 1 else ""}: {", ".join(taken)}')
        for option in taken:
            self._take_option_from(self._option_string_actions.pop(option), option)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
            if _looks_negative(option) and not self._has_negative_number_optionals:
                self._has_negative_number_optionals.append(True)
        return action

    def _take_option_from(self, action, option):
        action.option_strings.remove(option)
        if not action.option_strings:
            action.container._remove_action(action)

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        """Takes over a parent parser's groups and arguments."""
        by_title = {}
        for group in self._action_groups:
            if group.title in by_title:
                raise ValueError(f'cannot merge actions - two groups are named {group.title!r}')
            by_title[group.title] = group
        homes = {}
        for group in container._action_groups:
            if group.title not in by_title:
                by_title[group.title] = self.add_argument_group(
                    title=group.title, description=group.description, conflict_handler=group.conflict_handler)
            for action in group._group_actions:
                homes[action] = by_title[group.title]
        for group in container._mutually_exclusive_groups:
            own = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                homes[action] = own
        for action in container._actions:
            homes.get(action, self)._add_action(action)


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, *, prefix_chars=None, argument_default=None,
                 conflict_handler=None):
        super().__init__(description, prefix_chars or container.prefix_chars,
                         container.argument_default if argument_default is None else argument_default,
                         conflict_handler or container.conflict_handler)
        self.title = title
        self._group_actions = []
        self._registries = container._registries
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._has_negative_number_optionals = container._has_negative_number_optionals
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required
        self._container = container

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        self.prog = sys.argv[0].rpartition('/')[2] if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        if add_help:
            short = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(short + 'h', short * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        names = ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help')
        return [(name, getattr(self, name)) for name in names]

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'),
                                                       kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, '')
            kwargs['prog'] = formatter.format_help().strip()
        action = self._pop_action_class(kwargs, 'parsers')(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    # ---- parsing

    def parse_args(self, args=None, namespace=None):
        args, left = self.parse_known_args(args, namespace)
        if left:
            self.error(f'unrecognized arguments: {" ".join(left)}')
        return args

    def parse_known_args(self, args=None, namespace=None):
        args = list(sys.argv[1:] if args is None else args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            left = _Parsing(self, args, namespace).run()
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            left.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, left

    def parse_intermixed_args(self, args=None, namespace=None):
        args, left = self.parse_known_intermixed_args(args, namespace)
        if left:
            self.error(f'unrecognized arguments: {" ".join(left)}')
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """First the options alone, then the positional arguments from what is left."""
        positionals = self._get_positional_actions()
        for action in positionals:
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f'parse_intermixed_args: positional arg with nargs={action.nargs}')
        if any(action in positionals for group in self._mutually_exclusive_groups for action in group._group_actions):
            raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
        usage = self.usage
        if usage is None:
            self.usage = self.format_usage()[7:]
        try:
            saved = [(action, action.nargs, action.default) for action in positionals]
            for action in positionals:
                action.nargs = action.default = SUPPRESS
            try:
                namespace, left = self.parse_known_args(args, namespace)
            finally:
                for action, action.nargs, action.default in saved:
                    pass
            return self._parse_positionals(left, namespace)
        finally:
            self.usage = usage

    def _parse_positionals(self, args, namespace):
        needed = self._get_optional_actions() + self._mutually_exclusive_groups
        saved = [each.required for each in needed]
        for each in needed:
            each.required = False
        try:
            return self.parse_known_args(args, namespace)
        finally:
            for each, required in zip(needed, saved):
                each.required = required

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _read_args_from_files(self, strings):
        found = []
        for string in strings:
            if not string or string[0] not in self.fromfile_prefix_chars:
                found.append(string)
                continue
            try:
                with open(string[1:]) as file:
                    inner = [arg for line in file.read().splitlines() for arg in self.convert_arg_line_to_args(line)]
                found.extend(self._read_args_from_files(inner))
            except OSError as error:
                self.error(str(error))
        return found

    def _parse_optional(self, string):
        """What an option may be: None (an argument), or (action or None, option, its argument or None)."""
        if not string or string[0] not in self.prefix_chars:
            return None
        known = self._option_string_actions
        if string in known:
            return known[string], string, None
        if len(string) == 1:
            return None
        if '=' in string:
            option, _, value = string.partition('=')
            if option in known:
                return known[option], option, value
        found = self._get_option_tuples(string)
        if len(found) > 1:
            self.error(f'ambiguous option: {string} could match {", ".join([option for _, option, _ in found])}')
        if found:
            return found[0]
        if _looks_negative(string) and not self._has_negative_number_optionals or ' ' in string:
            return None
        return None, string, None

    def _get_option_tuples(self, string):
        """The options that a string may be short for, or that it joins with its argument."""
        known = self._option_string_actions
        if string[1] in self.prefix_chars:
            if not self.allow_abbrev:
                return []
            start, equals, value = string.partition('=')
            return [(action, option, value if equals else None) for option, action in known.items()
                    if option.startswith(start)]
        found = []
        for option, action in known.items():
            if option == string[:2]:
                found.append((action, option, string[2:]))
            elif option.startswith(string):
                found.append((action, option, None))
        return found

    # ---- values

    def _get_values(self, action, strings):
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER) and '--' in strings:
            strings = strings[:]
            strings.remove('--')
        if not strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if not strings and nargs == ZERO_OR_MORE and not action.option_strings:
            value = strings if action.default is None else action.default
            self._check_value(action, value)
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, string) for string in strings]
        if nargs == REMAINDER:
            return values
        for value in values[:1] if nargs == PARSER else values:
            self._check_value(action, value)
        return values[0] if len(values) == 1 and nargs in (None, OPTIONAL) else values

    def _get_value(self, action, string):
        convert = self._registry_get('type', action.type, action.type)
        if not callable(convert):
            raise ArgumentError(action, f'{convert!r} is not callable')
        try:
            return convert(string)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {string!r}')

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ', '.join([repr(choice) for choice in action.choices])
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {choices})')

    # ---- texts

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (sys.stderr if file is None else file).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')


class _Parsing:
    """One pass over the strings of a command line.

    `pattern` has a letter for each: O an option, A an argument, - the '--' after which no options come.
    """

    def __init__(self, parser, strings, namespace):
        self.parser = parser
        self.namespace = namespace
        if parser.fromfile_prefix_chars is not None:
            strings = parser._read_args_from_files(strings)
        self.strings = strings
        self.options = {}
        self.extras = []
        self.seen = set()
        self.seen_with_value = set()
        self.positionals = parser._get_positional_actions()
        self.pattern = self._pattern()

    def _pattern(self):
        letters = []
        for place, string in enumerate(self.strings):
            if string == '--':
                return ''.join(letters) + '-' + 'A' * (len(self.strings) - place - 1)
            option = self.parser._parse_optional(string)
            if option is not None:
                self.options[place] = option
            letters.append('A' if option is None else 'O')
        return ''.join(letters)

    def run(self):
        """Arguments and options by turns; the strings that nobody takes."""
        place = 0
        last = max(self.options, default=-1)
        while place <= last:
            following = min([at for at in self.options if at >= place])
            if place != following:
                end = self._take_positionals(place)
                if end > place:
                    place = end
                    continue
            if place not in self.options:
                self.extras.extend(self.strings[place:following])
                place = following
            place = self._take_optional(place)
        self.extras.extend(self.strings[self._take_positionals(place):])
        self._check_required()
        self._check_groups()
        return self.extras

    def _take_positionals(self, place):
        counts = _counts_of(self.positionals, self.pattern[place:])
        for action, count in zip(self.positionals, counts):
            self._take(action, self.strings[place:place + count])
            place += count
        self.positionals = self.positionals[len(counts):]
        return place

    def _take_optional(self, place):
        """An option with its arguments, or several of one letter in one string: -xyz."""
        parser = self.parser
        action, option, value = self.options[place]
        found = []
        while True:
            if action is None:
                self.extras.append(self.strings[place])
                return place + 1
            if value is None:
                count = _count_of(action, self.pattern[place + 1:])
                end = place + 1 + count
                found.append((action, self.strings[place + 1:end], option))
                break
            count = _count_of(action, 'A')
            if count == 1:
                end = place + 1
                found.append((action, [value], option))
                break
            if count != 0 or option[1] in parser.prefix_chars or not value:
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
            found.append((action, [], option))
            option = option[0] + value[0]
            if option not in parser._option_string_actions:
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
            action = parser._option_string_actions[option]
            value = value[1:] or None
        for action, strings, option in found:
            self._take(action, strings, option)
        return end

    def _take(self, action, strings, option=None):
        self.seen.add(action)
        values = self.parser._get_values(action, strings)
        if values is not action.default:
            self.seen_with_value.add(action)
            for other in self._excluded_by(action):
                if other in self.seen_with_value:
                    raise ArgumentError(action, f'not allowed with argument {_get_action_name(other)}')
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def _excluded_by(self, action):
        return [other for group in self.parser._mutually_exclusive_groups if action in group._group_actions
                for other in group._group_actions if other is not action]

    def _check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif isinstance(action.default, str) and getattr(self.namespace, action.dest, None) is action.default:
                setattr(self.namespace, action.dest, self.parser._get_value(action, action.default))
        if missing:
            self.parser.error(f'the following arguments are required: {", ".join(missing)}')

    def _check_groups(self):
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_with_value for action in group._group_actions):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                self.parser.error(f'one of the arguments {" ".join(names)} is required')

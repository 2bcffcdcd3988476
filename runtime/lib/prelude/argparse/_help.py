"""argparse: the texts of usage and help."""

from re import sub

from _os import environment, get_terminal_size

from argparse._names import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE


def _columns():
    """The width of the terminal; the variable COLUMNS goes before."""
    columns = environment().get(b'COLUMNS', b'')
    if columns.isdigit() and int(columns) > 0:
        return int(columns)
    try:
        return get_terminal_size(1).columns or 80
    except OSError:
        return 80


def _squeezed(text):
    return sub(r'[ \t\n\r\f\v]+', ' ', text).strip()


class _Section:
    """A heading with what stands below it: functions and their arguments, called when the text is made."""

    def __init__(self, formatter, parent, heading=None):
        self.formatter = formatter
        self.parent = parent
        self.heading = heading
        self.items = []

    def format_help(self):
        formatter = self.formatter
        if self.parent is not None:
            formatter._indent()
        text = ''.join([part for part in [make(*args) for make, args in self.items] if part])
        if self.parent is not None:
            formatter._dedent()
        if not text:
            return ''
        heading = ''
        if self.heading is not SUPPRESS and self.heading is not None:
            heading = f'{" " * formatter._current_indent}{self.heading}:\n'
        return f'\n{heading}{text}\n'


class HelpFormatter:
    _Section = _Section

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = _columns() - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._level = 0
        self._action_max_length = 0
        self._root_section = self._current_section = _Section(self, None)

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    # ---- what the parser adds

    def _add_item(self, func, args):
        self._current_section.items.append((func, args))

    def start_section(self, heading):
        self._indent()
        section = _Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, [usage, actions, groups, prefix])

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        longest = len(self._format_action_invocation(action))
        for below in self._iter_indented_subactions(action):
            longest = max(longest, len(self._format_action_invocation(below)))
        self._action_max_length = max(self._action_max_length, longest + self._current_indent)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._root_section.format_help()
        if not text:
            return text
        while '\n\n\n' in text:
            text = text.replace('\n\n\n', '\n\n')
        return text.strip('\n') + '\n'

    # ---- usage

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = 'usage: '
        if usage is not None:
            usage = usage % {'prog': self._prog}
        elif not actions:
            usage = self._prog
        else:
            usage = self._usage_of_actions(prefix, actions, groups)
        return f'{prefix}{usage}\n\n'

    def _usage_of_actions(self, prefix, actions, groups):
        optionals = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        whole = self._format_actions_usage(optionals + positionals, groups)
        usage = f'{self._prog} {whole}' if whole else self._prog
        width = self._width - self._current_indent
        if len(prefix) + len(usage) <= width:
            return usage
        options = _usage_parts(self._format_actions_usage(optionals, groups))
        arguments = _usage_parts(self._format_actions_usage(positionals, groups))
        if len(prefix) + len(self._prog) <= 0.75 * width:
            indent = ' ' * (len(prefix) + len(self._prog) + 1)
            if options:
                lines = _usage_lines([self._prog, *options], indent, width, prefix)
                lines += _usage_lines(arguments, indent, width)
            elif arguments:
                lines = _usage_lines([self._prog, *arguments], indent, width, prefix)
            else:
                lines = [self._prog]
        else:
            indent = ' ' * len(prefix)
            lines = _usage_lines(options + arguments, indent, width)
            if len(lines) > 1:
                lines = _usage_lines(options, indent, width) + _usage_lines(arguments, indent, width)
            lines = [self._prog, *lines]
        return '\n'.join(lines)

    def _format_actions_usage(self, actions, groups):
        grouped, marks = _group_marks(actions, groups)
        pieces = []
        for place, action in enumerate(actions):
            if action.help is SUPPRESS:
                for bar in (place, place + 1):
                    if marks.get(bar) == '|':
                        del marks[bar]
                        break
                part = None
            else:
                part = self._action_usage(action, action in grouped)
            if place in marks:
                pieces.append(marks[place])
            if part is not None:
                pieces.append(part)
        if len(actions) in marks:
            pieces.append(marks[len(actions)])
        return _tidy(' '.join(pieces))

    def _action_usage(self, action, grouped):
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            return part[1:-1] if grouped and part[0] == '[' and part[-1] == ']' else part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            args = self._format_args(action, self._get_default_metavar_for_optional(action))
            part = f'{action.option_strings[0]} {args}'
        return part if action.required or grouped else f'[{part}]'

    # ---- arguments and their help

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        room = position - self._current_indent - 2
        header = self._format_action_invocation(action)
        indent = ' ' * self._current_indent
        has_help = action.help and action.help.strip()
        text = self._expand_help(action) if has_help else ''
        if has_help and len(header) <= room:
            parts = [f'{indent}{header:<{room}}  ']
            first = ''
        else:
            parts = [f'{indent}{header}\n']
            first = ' ' * position
        if text:
            for line in self._split_lines(text, max(self._width - position, 11)):
                parts.append(f'{first}{line}\n')
                first = ' ' * position
        elif not parts[0].endswith('\n'):
            parts.append('\n')
        for below in self._iter_indented_subactions(action):
            parts.append(self._format_action(below))
        return ''.join(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1)[0]
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join([f'{option} {args}' for option in action.option_strings])

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = '{' + ','.join([str(choice) for choice in action.choices]) + '}'
        else:
            name = default_metavar
        return lambda count: name if isinstance(name, tuple) else (name,) * count

    def _format_args(self, action, default_metavar):
        names = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return '%s' % names(1)
        if nargs == OPTIONAL:
            return '[%s]' % names(1)
        if nargs == ZERO_OR_MORE:
            metavar = names(1)
            return '[%s [%s ...]]' % metavar if len(metavar) == 2 else '[%s ...]' % metavar
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % names(2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % names(1)
        if nargs == SUPPRESS:
            return ''
        if not isinstance(nargs, int):
            raise ValueError('invalid nargs value')
        return ' '.join(['%s'] * nargs) % names(nargs)

    def _expand_help(self, action):
        params = {}
        for name, value in {**action.__dict__, 'prog': self._prog}.items():
            if value is not SUPPRESS:
                params[name] = value.__name__ if hasattr(value, '__name__') else value
        if params.get('choices') is not None:
            params['choices'] = ', '.join([str(choice) for choice in params['choices']])
        return self._get_help_string(action) % params

    def _iter_indented_subactions(self, action):
        if hasattr(action, '_get_subactions'):
            self._indent()
            yield from action._get_subactions()
            self._dedent()

    # ---- texts

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, ' ' * self._current_indent) + '\n\n'

    def _split_lines(self, text, width):
        from textwrap import wrap
        return wrap(_squeezed(text), width)

    def _fill_text(self, text, width, indent):
        from textwrap import fill
        return fill(_squeezed(text), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        help = action.help or ''
        shows = action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)
        if '%(default)' not in help and action.default is not SUPPRESS and shows:
            help += ' (default: %(default)s)'
        return help


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__


# ---- pieces of usage

def _group_marks(actions, groups):
    """The actions that stand in groups that exclude each other, and what stands before actions: brackets and bars."""
    grouped = set()
    marks = {}
    for group in groups:
        members = group._group_actions
        if not members:
            raise ValueError(f'empty group {group}')
        if members[0] not in actions:
            continue
        start = actions.index(members[0])
        end = start + len(members)
        if actions[start:end] != members:
            continue
        grouped.update(members)
        shown = [action for action in members if action.help is not SUPPRESS]
        brackets = '[]' if not group.required else '()' if len(shown) > 1 else ''
        if brackets:
            marks[start] = f'{marks[start]} {brackets[0]}' if start in marks else brackets[0]
            marks[end] = marks.get(end, '') + brackets[1]
        for place in range(start + 1, end):
            marks[place] = '|'
    return grouped, marks


def _tidy(text):
    """No blanks inside brackets, and no brackets around nothing."""
    for opening in '[(':
        text = text.replace(opening + ' ', opening)
    for closing in ')]':
        text = text.replace(' ' + closing, closing)
    for nothing in ('[]', '()', '[)', '(]'):
        text = text.replace(nothing, '')
    return text.strip()


def _usage_parts(text):
    """What lines may be broken between: words, and what stands in brackets."""
    parts = []
    start = 0
    while start < len(text):
        end = _end_of_brackets(text, start) if text[start] in '([' else -1
        if end < 0:
            end = text.find(' ', start)
            if end < 0:
                end = len(text)
        if end > start:
            parts.append(text[start:end])
        start = end + 1
    return parts


def _end_of_brackets(text, start):
    closing = ')' if text[start] == '(' else ']'
    end = text.find(closing, start)
    while end >= 0:
        while end < len(text) and text[end] == closing:
            end += 1
        if end == len(text) or text[end] == ' ':
            return end
        end = text.find(closing, end)
    return -1


def _usage_lines(parts, indent, width, prefix=None):
    lines = []
    line = []
    length = (len(indent) if prefix is None else len(prefix)) - 1
    for part in parts:
        if line and length + 1 + len(part) > width:
            lines.append(indent + ' '.join(line))
            line = []
            length = len(indent) - 1
        line.append(part)
        length += len(part) + 1
    if line:
        lines.append(indent + ' '.join(line))
    if prefix is not None:
        lines[0] = lines[0][len(indent):]
    return lines

"""configparser: sections of options, as .ini files have them."""

import os
from collections import ChainMap
from collections.abc import MutableMapping

__all__ = [
    'NoSectionError', 'DuplicateOptionError', 'DuplicateSectionError', 'NoOptionError', 'InterpolationError',
    'InterpolationDepthError', 'InterpolationMissingOptionError', 'InterpolationSyntaxError', 'ParsingError',
    'MissingSectionHeaderError', 'ConfigParser', 'RawConfigParser', 'Interpolation', 'BasicInterpolation',
    'ExtendedInterpolation', 'SectionProxy', 'ConverterMapping', 'DEFAULTSECT', 'MAX_INTERPOLATION_DEPTH',
]

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


# ---- exceptions

class Error(Exception):
    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f'No section: {section!r}')
        self.section = section
        self.args = (section,)


def _duplicate(kind, what, source, lineno):
    if source is None:
        return f'{kind} {what} already exists'
    place = '' if lineno is None else f' [line {lineno:2d}]'
    return f'While reading from {source!r}{place}: {kind.lower()} {what} already exists'


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        Error.__init__(self, _duplicate('Section', repr(section), source, lineno))
        self.section = section
        self.source = source
        self.lineno = lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        Error.__init__(self, _duplicate('Option', f'{option!r} in section {section!r}', source, lineno))
        self.section = section
        self.option = option
        self.source = source
        self.lineno = lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f'No option {option!r} in section: {section!r}')
        self.option = option
        self.section = section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option = option
        self.section = section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self, option, section,
            f'Bad value substitution: option {option!r} in section {section!r} contains an interpolation key '
            f'{reference!r} which is not a valid option name. Raw value: {rawval!r}')
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self, option, section,
            f'Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an '
            f'interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}')
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source=None, filename=None):
        if filename and source:
            raise ValueError("Cannot specify both `filename' and `source'. Use `source'.")
        if not filename and not source:
            raise ValueError("Required argument `source' not given.")
        self.source = source or filename
        Error.__init__(self, f'Source contains parsing errors: {self.source!r}')
        self.errors = []
        self.args = (self.source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line}'


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}')
        self.source = filename
        self.lineno = lineno
        self.line = line
        self.args = (filename, lineno, line)


# ---- values that refer to others

class Interpolation:
    """Values are what is written."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Marked(Interpolation):
    """What the mark begins stands for another value; doubled it stands for itself."""

    def before_get(self, parser, section, option, value, defaults):
        pieces = []
        self._expand(parser, option, pieces, value, section, defaults, 1)
        return ''.join(pieces)

    def before_set(self, parser, section, option, value):
        rest = self._without_references(value.replace(self._mark * 2, ''))
        if self._mark in rest:
            raise ValueError(f'invalid interpolation syntax in {value!r} at position {rest.find(self._mark)}')
        return value

    def _without_references(self, text):
        """What is left of a value without well-formed references."""
        start = text.find(self._open)
        while start >= 0:
            end = text.find(self._close, start)
            if end < 0 or end == start + len(self._open):
                return text
            text = text[:start] + text[end + len(self._close):]
            start = text.find(self._open)
        return text

    def _expand(self, parser, option, pieces, text, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=text)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while text:
            at = text.find(self._mark)
            if at < 0:
                pieces.append(text)
                return
            pieces.append(text[:at])
            text = text[at:]
            if text[1:2] == self._mark:
                pieces.append(self._mark)
                text = text[2:]
            elif text[1:2] == self._open[1]:
                end = text.find(self._close)
                if end < 0 or end == 2:
                    raise InterpolationSyntaxError(option, section, f'bad interpolation variable reference {text!r}')
                self._expand_reference(parser, option, pieces, text[2:end], raw, section, values, depth)
                text = text[end + len(self._close):]
            else:
                raise InterpolationSyntaxError(
                    option, section,
                    f"'{self._mark}' must be followed by '{self._mark}' or '{self._open[1]}', found: {text!r}")


class BasicInterpolation(_Marked):
    _mark, _open, _close = '%', '%(', ')s'

    def _expand_reference(self, parser, option, pieces, name, raw, section, values, depth):
        name = parser.optionxform(name)
        if name not in values:
            raise InterpolationMissingOptionError(option, section, raw, name) from None
        value = values[name]
        if '%' in value:
            self._expand(parser, option, pieces, value, section, values, depth + 1)
        else:
            pieces.append(value)


class ExtendedInterpolation(_Marked):
    _mark, _open, _close = '$', '${', '}'

    def _expand_reference(self, parser, option, pieces, name, raw, section, values, depth):
        path = name.split(':')
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {'${' + name + '}'!r}")
        try:
            if len(path) == 1:
                target, key = section, parser.optionxform(path[0])
                value = values[key]
            else:
                target, key = path[0], parser.optionxform(path[1])
                value = parser.get(target, key, raw=True)
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ':'.join(path)) from None
        if '$' in value:
            self._expand(parser, key, pieces, value, target, dict(parser.items(target, raw=True)), depth + 1)
        else:
            pieces.append(value)


# ---- parsers

class RawConfigParser(MutableMapping):
    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True,
                      '0': False, 'no': False, 'false': False, 'off': False}

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._allow_no_value = allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        if self._interpolation is None:
            self._interpolation = Interpolation()
        if converters is not _UNSET:
            self._converters.update(converters)
        for key, value in (defaults or {}).items():
            self._defaults[self.optionxform(key)] = value

    def optionxform(self, optionstr):
        return optionstr.lower()

    # ---- sections and options

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections.keys())

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._new_section(section)

    def _new_section(self, section):
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)
        return self._sections[section]

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section) from None
        return list({**self._sections[section], **self._defaults})

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def remove_option(self, section, option):
        values = self._own_values(section)
        option = self.optionxform(option)
        existed = option in values
        if existed:
            del values[option]
        return existed

    def _own_values(self, section):
        if not section or section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section) from None
        return self._sections[section]

    def remove_section(self, section):
        existed = section in self._sections
        if existed:
            del self._sections[section]
            del self._proxies[section]
        return existed

    # ---- getting

    def _unify_values(self, section, vars):
        own = {}
        if section in self._sections:
            own = self._sections[section]
        elif section != self.default_section:
            raise NoSectionError(section) from None
        given = {}
        for key, value in (vars or {}).items():
            given[self.optionxform(key)] = value if value is None else str(value)
        return ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._unify_values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, values)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return conv(self.get(section, option, raw=raw, vars=vars, **kwargs))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f'Not a boolean: {value}')
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        values = self._defaults.copy()
        if section in self._sections:
            values.update(self._sections[section])
        elif section != self.default_section:
            raise NoSectionError(section)
        names = list(values.keys())
        for key, value in (vars or {}).items():
            values[self.optionxform(key)] = value
        return [(name, values[name] if raw else self._interpolation.before_get(self, section, name, values[name], values))
                for name in names]

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    # ---- setting

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._own_values(section)[self.optionxform(option)] = value

    def read_dict(self, dictionary, source='<dict>'):
        added = set()
        for section, options in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in added:
                    raise
            added.add(section)
            for key, value in options.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in added:
                    raise DuplicateOptionError(section, key, source)
                added.add((section, key))
                self.set(section, key, value if value is None else str(value))

    # ---- as a mapping of sections

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    @property
    def converters(self):
        return self._converters

    # ---- reading

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        found = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file, filename)
            except OSError:
                continue
            found.append(os.fspath(filename))
        return found

    def read_file(self, f, source=None):
        self._read(f, getattr(f, 'name', '<???>') if source is None else source)

    def read_string(self, string, source='<string>'):
        self._read(string.splitlines(keepends=True), source)

    def _read(self, lines, source):
        _Reading(self, source).run(lines)

    # ---- writing

    def write(self, fp, space_around_delimiters=True):
        mark = self._delimiters[0]
        if space_around_delimiters:
            mark = f' {mark} '
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), mark)
        for section in self._sections:
            self._write_section(fp, section, self._sections[section].items(), mark)

    def _write_section(self, fp, section, items, mark):
        fp.write(f'[{section}]\n')
        for key, value in items:
            value = self._interpolation.before_write(self, section, key, value)
            if value is not None or not self._allow_no_value:
                value = mark + str(value).replace('\n', '\n\t')
            else:
                value = ''
            fp.write(f'{key}{value}\n')
        fp.write('\n')

    def _validate_value_types(self, *, section='', option='', value=''):
        if not isinstance(section, str):
            raise TypeError('section names must be strings')
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if not self._allow_no_value or value:
            if not isinstance(value, str):
                raise TypeError('option values must be strings')


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        self._validate_value_types(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        self._validate_value_types(section=section)
        super().add_section(section)


class _Reading:
    """One file: which section and option the lines belong to, by their indentation."""

    def __init__(self, parser, source):
        self.parser = parser
        self.source = source
        self.added = set()
        self.section = None     # its values
        self.section_name = None
        self.option = None
        self.indent = 0
        self.error = None

    def run(self, lines):
        for number, line in enumerate(lines, start=1):
            end = self._comment_start(line)
            text = line[:end].strip()
            if not text:
                self._take_blank(end)
                continue
            indent = len(line) - len(line.lstrip())
            if self.section is not None and self.option and indent > self.indent:
                self.section[self.option].append(text)
                continue
            self.indent = indent
            header_end = text.rfind(']') if text[0] == '[' else -1
            if header_end > 1:
                self._take_header(text[1:header_end], number)
            elif self.section is None:
                raise MissingSectionHeaderError(self.source, number, line)
            else:
                self._take_option(text, number, line)
        self._join()
        if self.error:
            raise self.error

    def _comment_start(self, line):
        """Where a comment begins, or None."""
        text = line.strip()
        if any(text.startswith(prefix) for prefix in self.parser._comment_prefixes):
            return 0
        starts = []
        for prefix in self.parser._inline_comment_prefixes:
            at = line.find(prefix)
            while at > 0 and not line[at - 1].isspace():
                at = line.find(prefix, at + 1)
            if at >= 0:
                starts.append(at)
        return min(starts, default=None)

    def _take_blank(self, comment_start):
        if not self.parser._empty_lines_in_values:
            self.indent = 1 << 62
        elif comment_start is None and self.section is not None and self.option and self.section[self.option] is not None:
            self.section[self.option].append('')

    def _take_header(self, name, number):
        parser = self.parser
        if name in parser._sections:
            if parser._strict and name in self.added:
                raise DuplicateSectionError(name, self.source, number)
            self.section = parser._sections[name]
            self.added.add(name)
        elif name == parser.default_section:
            self.section = parser._defaults
        else:
            self.section = parser._new_section(name)
            self.added.add(name)
        self.section_name = name
        self.option = None

    def _split(self, text):
        """An option and its value; None where there is none."""
        start, length = len(text), 0
        for delimiter in self.parser._delimiters:
            at = text.find(delimiter)
            if 0 <= at < start:
                start, length = at, len(delimiter)
        if length:
            return text[:start].rstrip(), text[start + length:].strip()
        return (text, None) if self.parser._allow_no_value else (None, None)

    def _take_option(self, text, number, line):
        option, value = self._split(text)
        if not option:
            if not self.error:
                self.error = ParsingError(self.source)
            self.error.append(number, repr(line))
            if option is None:
                return
        self.option = self.parser.optionxform(option)
        key = self.section_name, self.option
        if self.parser._strict and key in self.added:
            raise DuplicateOptionError(self.section_name, self.option, self.source, number)
        self.added.add(key)
        self.section[self.option] = None if value is None else [value]

    def _join(self):
        parser = self.parser
        for name, options in [(parser.default_section, parser._defaults), *parser._sections.items()]:
            for option, value in options.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                options[option] = parser._interpolation.before_read(parser, name, option, value)


# ---- views

class SectionProxy(MutableMapping):
    """One section as a mapping of its options."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name
        for conv in parser.converters:
            setattr(self, 'get' + conv, _Getter(self, conv))

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._validate_value_types(option=key, value=value)
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return self._options().__iter__()

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getint(self, option, fallback=None, **kwargs):
        return self._parser.getint(self._name, option, fallback=fallback, **kwargs)

    def getfloat(self, option, fallback=None, **kwargs):
        return self._parser.getfloat(self._name, option, fallback=fallback, **kwargs)

    def getboolean(self, option, fallback=None, **kwargs):
        return self._parser.getboolean(self._name, option, fallback=fallback, **kwargs)


class _Getter:
    """get<name> of a parser or of a section, for a converter of the program."""

    def __init__(self, owner, name):
        self.owner = owner
        self.name = name

    def __call__(self, *args, **kwargs):
        if isinstance(self.owner, SectionProxy):
            kwargs.setdefault('fallback', args[1] if len(args) > 1 else None)
            parser, section, option = self.owner._parser, self.owner._name, args[0]
        else:
            parser, section, option = self.owner, args[0], args[1]
        return parser._get_conv(section, option, parser._converters[self.name], **kwargs)


class ConverterMapping(MutableMapping):
    """The converters by name; setting one gives the parser and its sections a method."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        self._data[key] = value
        setattr(self._parser, 'get' + key, _Getter(self._parser, key))
        for proxy in self._parser._proxies.values():
            setattr(proxy, 'get' + key, _Getter(proxy, key))

    def __delitem__(self, key):
        del self._data[key]

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

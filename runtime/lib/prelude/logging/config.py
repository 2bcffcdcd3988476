"""logging.config: loggers, handlers and formatters from a dict.

A class that is named by a string is one of logging's or logging.handlers'; the program's own
classes are given as objects.
"""

import logging
import logging.handlers
import sys

_classes = {
    'logging.StreamHandler': logging.StreamHandler,
    'logging.FileHandler': logging.FileHandler,
    'logging.NullHandler': logging.NullHandler,
    'logging.Handler': logging.Handler,
    'logging.Formatter': logging.Formatter,
    'logging.Filter': logging.Filter,
    'logging.handlers.RotatingFileHandler': logging.handlers.RotatingFileHandler,
    'logging.handlers.TimedRotatingFileHandler': logging.handlers.TimedRotatingFileHandler,
    'logging.handlers.WatchedFileHandler': logging.handlers.WatchedFileHandler,
    'logging.handlers.MemoryHandler': logging.handlers.MemoryHandler,
    'logging.handlers.QueueHandler': logging.handlers.QueueHandler,
}
_streams = {'ext://sys.stdout': 'stdout', 'ext://sys.stderr': 'stderr'}


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    # ---- values

    def resolve(self, name):
        if not isinstance(name, str):
            return name
        if name not in _classes:
            raise ValueError(f'Cannot resolve {name!r}')
        return _classes[name]

    def _value(self, value):
        """What a string stands for: ext://sys.stdout, or cfg://part.of.the[config]."""
        if isinstance(value, dict):
            return {key: self._value(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)([self._value(item) for item in value])
        if not isinstance(value, str):
            return value
        if value in _streams:
            return getattr(sys, _streams[value])
        if value.startswith('ext://'):
            return self.resolve(value[6:])
        return self._from_config(value[6:]) if value.startswith('cfg://') else value

    def _from_config(self, path):
        found = self.config
        for key in path.replace('[', '.').replace(']', '').split('.'):
            found = found[int(key) if key.isdigit() and not isinstance(found, dict) else key]
        return self._value(found)

    def _custom(self, config):
        """Calls what '()' says with the rest; '.' has attributes of the result."""
        config = dict(config)
        attributes = config.pop('.', None)
        made = self.resolve(config.pop('()'))(**{key: self._value(item) for key, item in config.items()})
        for name, value in (attributes or {}).items():
            setattr(made, name, self._value(value))
        return made

    # ---- parts

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.get('incremental', False):
            self._change_levels(config)
            return
        before = {name for name, logger in logging.root.manager.loggerDict.items()
                  if isinstance(logger, logging.Logger)}
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        logging._handlerList.clear()
        self.formatters = self._make_all('formatter', self._formatter)
        self.filters = self._make_all('filter', self._filter)
        self._make_handlers()
        self._set_loggers(before, config.get('disable_existing_loggers', True))
        if config.get('root'):
            self._in_words('Unable to configure root logger', self._set_logger, logging.root, config['root'])

    def _in_words(self, text, function, *args):
        try:
            return function(*args)
        except Exception as error:
            raise ValueError(text) from error

    def _make_all(self, kind, make):
        return {name: self._in_words(f'Unable to configure {kind} {name!r}', make, config)
                for name, config in self.config.get(kind + 's', {}).items()}

    def _change_levels(self, config):
        for name, part in config.get('handlers', {}).items():
            handler = logging.getHandlerByName(name)
            if handler is None:
                raise ValueError(f'No handler found with name {name!r}')
            if part.get('level'):
                handler.setLevel(part['level'])
        for name, part in config.get('loggers', {}).items():
            self._in_words(f'Unable to configure logger {name!r}', self._set_logger, logging.getLogger(name), part, True)
        if config.get('root'):
            self._in_words('Unable to configure root logger', self._set_logger, logging.root, config['root'], True)

    def _formatter(self, config):
        if '()' in config:
            return self._custom(config)
        make = self.resolve(config['class']) if 'class' in config else logging.Formatter
        return make(config.get('format'), config.get('datefmt'), config.get('style', '%'),
                    *([config['validate']] if 'validate' in config else []))

    def _filter(self, config):
        return self._custom(config) if '()' in config else logging.Filter(config.get('name', ''))

    def _make_handlers(self):
        """Sorted by name; one whose target is not there yet waits for the others."""
        self.handlers = {}
        configs = self.config.get('handlers', {})
        waiting = []
        for name in sorted(configs):
            if configs[name].get('target') in configs:
                waiting.append(name)
            else:
                self.handlers[name] = self._make_handler(name, configs[name])
        for name in waiting:
            self.handlers[name] = self._make_handler(name, configs[name])

    def _make_handler(self, name, config):
        handler = self._in_words(f'Unable to configure handler {name!r}', self._handler, dict(config))
        handler.name = name
        return handler

    def _handler(self, config):
        formatter = config.pop('formatter', None)
        if formatter:
            formatter = self._in_words(f'Unable to set formatter {formatter!r}', self.formatters.__getitem__, formatter)
        level, filters = config.pop('level', None), config.pop('filters', None)
        if 'class' in config:
            config['()'] = config.pop('class')
        if config.get('target') in self.handlers:
            config['target'] = self.handlers[config['target']]
        handler = self._custom(config)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(level)
        self._add_filters(handler, filters)
        return handler

    def _add_filters(self, filterer, names):
        for name in names or []:
            given = name if callable(name) or callable(getattr(name, 'filter', None)) else None
            filterer.addFilter(given or self._in_words(f'Unable to add filter {name!r}', self.filters.__getitem__, name))

    # ---- loggers

    def _set_loggers(self, before, disables):
        configs = self.config.get('loggers', {})
        for name, config in configs.items():
            logger = logging.getLogger(name)
            logger.disabled = False
            self._in_words(f'Unable to configure logger {name!r}', self._set_logger, logger, config)
        for name in before - set(configs):
            logger = logging.getLogger(name)
            if any(name.startswith(above + '.') for above in configs):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
            else:
                logger.disabled = bool(disables)

    def _set_logger(self, logger, config, incremental=False):
        if config.get('level') is not None:
            logger.setLevel(config['level'])
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            for name in config.get('handlers') or []:
                logger.addHandler(self._in_words(f'Unable to add handler {name!r}', self.handlers.__getitem__, name))
            self._add_filters(logger, config.get('filters'))
        if config.get('propagate') is not None:
            logger.propagate = config['propagate']


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()

# An uncaught chained exception of a class of the program's own: exit code 1.
# exit: 1
# Its traceback goes to stderr.
class ConfigError(Exception):
    def __init__(self, key):
        super().__init__(f"bad key {key!r}")
        self.key = key

    def __str__(self):
        print("str of the error is asked for")
        return f"ConfigError about {self.key}"


def read(config, key):
    try:
        return config[key]
    except KeyError as error:
        raise ConfigError(key) from error


print(read({"a": 1}, "a"))
try:
    read({}, "b")
except ConfigError as error:
    print(error, error.args, repr(error.__cause__))
read({}, "c")

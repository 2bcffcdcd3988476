# The last line of a traceback: user classes, nested names, no message, several lines, notes.
# exit: 1
# stderr: compare
class Outer:
    class Inner(Exception):
        pass


def noted():
    error = Outer.Inner("first line\nsecond line")
    error.add_note("a note")
    raise error


class Silent(Exception):
    pass


try:
    try:
        raise Silent
    except Silent:
        raise KeyError("quoted key")
except KeyError:
    noted()

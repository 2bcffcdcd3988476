# stderr: compare
# exit: 1
# An uncaught error of a name says what was probably meant; a caught one that is printed does not.
import sys
import traceback


class Account:
    def __init__(self):
        self.balance = 0
        self.history = []

    def deposit(self, amount):
        self.balance += amount


def caught(work):
    try:
        work()
    except AttributeError as error:
        print(error, error.name)
        traceback.print_exc(file=sys.stdout)
        print(''.join(traceback.format_exception(type(error), error, error.__traceback__.tb_next)))


account = Account()
caught(lambda: account.deposti(1))
caught(lambda: account.history.appned(1))
try:
    try:
        account.blance
    except AttributeError:
        [].appned(1)
except AttributeError:
    getattr(account, 'histroy')

DEBUG = False
level = 1


def current():
    return DEBUG, level

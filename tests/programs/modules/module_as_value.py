"""A module's functions through the module as a value, where nothing else uses them."""
import os


def describe(module):
    return module.isabs('/a'), module.normpath('a/../b')


print(describe(os.path), getattr(os, 'path').basename('x/y'))

"""Makes a failing program smaller, statement by statement, while it goes on failing.

In: a program's text, its beginning that stays, and a function that says whether a text still fails in
the same way. Out: the smallest such program that was found. What is tried: leaving out runs of statements, and putting a
block in the place of the statement that it belongs to.
"""
import ast

BLOCKS = ("body", "orelse", "finalbody", "handlers")


def blocks(tree):
    """The lists of statements (and of handlers) of a program, the outermost first."""
    for node in ast.walk(tree):
        for name in BLOCKS:
            block = getattr(node, name, None)
            if isinstance(block, list) and block:
                yield node, name, block


def text_of(tree):
    """Its text; blocks that have become empty pass. None where it is no program any more."""
    for node, name, block in list(blocks_with_empty(tree)):
        if name == "body" and not block and not isinstance(node, ast.Module):
            block.append(ast.Pass())
    try:
        text = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
        compile(text, "program.py", "exec")
    except (SyntaxError, ValueError, AttributeError):
        return None
    return text


def blocks_with_empty(tree):
    for node in ast.walk(tree):
        block = getattr(node, "body", None)
        if isinstance(block, list):
            yield node, "body", block


def nested_of(statement):
    """The statements of all the blocks of a compound statement."""
    inner = []
    for name in BLOCKS:
        for node in getattr(statement, name, None) or []:
            inner += node.body if isinstance(node, ast.ExceptHandler) else [node]
    return inner


def edits(text):
    """All that can be tried with a program: (place in the walk, first, last, replacement wanted)."""
    found = []
    for place, (_, _, block) in enumerate(blocks(ast.parse(text))):
        size = len(block)
        while size:
            found += [(place, first, first + size, False) for first in range(0, len(block), size)]
            size //= 2
        found += [(place, i, i + 1, True) for i, node in enumerate(block) if isinstance(node, ast.stmt) and nested_of(node)]
    return found


def edited(text, edit):
    place, first, last, hoist = edit
    tree = ast.parse(text)
    for index, (_, _, block) in enumerate(blocks(tree)):
        if index == place:
            block[first:last] = nested_of(block[first]) if hoist else []
            return text_of(tree)
    return None


def shrink(text, prologue, fails, tries=200):
    """At most `tries` programs are run."""
    text = text.removeprefix(prologue)
    smaller = True
    while smaller and tries > 0:
        smaller = False
        tried = set()
        for edit in edits(text):
            candidate = edited(text, edit)
            if candidate is None or candidate in tried or len(candidate) >= len(text):
                continue
            tried.add(candidate)
            tries -= 1
            if tries < 0:
                break
            if fails(prologue + candidate):
                text, smaller = candidate, True
                break
    return prologue + text

#!/usr/bin/env python3
"""Writes the tables of characters that runtime/value/unicode.c looks things up in.

In: this Python's unicodedata, which is what CPython's str asks. Out: unicode_categories.def,
unicode_mappings.def, unicode_printable.def and unicode_decimals.def in the folder given. To be run when the version of Python that programs are
compared with changes.
"""
import sys
import unicodedata

CODES = range(0x110000)
CATEGORIES = "Cn Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co".split()


def rows(items, width=98):
    """Items as text, as many on a line as fit."""
    lines, line = [], ""
    for item in items:
        if len(line) + len(item) + 2 > width:
            lines.append(line)
            line = ""
        line += (" " if line else "") + item + ","
    return "\n".join(lines + [line]) + "\n"


def category_starts():
    last = None
    for code in CODES:
        category = unicodedata.category(chr(code))
        if category != last:
            yield code, category
        last = category


def ranges(codes):
    """[first, last] of the runs of numbers."""
    found = []
    for code in codes:
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def simple(method):
    """code -> code, where the mapping is one other character."""
    for code in CODES:
        text = getattr(chr(code), method)()
        if len(text) == 1 and text != chr(code):
            yield code, ord(text)


def titles(upper):
    """The title case where it is one character unlike the upper case."""
    for code in CODES:
        text = chr(code).title()
        if len(text) == 1 and ord(text) != upper.get(code, code):
            yield code, ord(text)


def mapping_ranges(pairs):
    """(first, last, step, delta): runs of characters, each or every other one, with one distance."""
    found = []
    for code, to in pairs:
        delta = to - code
        if found:
            first, last, step, before = found[-1]
            gap = code - last
            if before == delta and gap <= 2 and (step == gap or first == last):
                found[-1] = (first, code, gap, delta)
                continue
        found.append((code, code, 1, delta))
    return found


def put_mapping(out, name, pairs):
    out.write(f"\nstatic const mapping_range {name}[] = {{\n")
    out.write(rows(f"{{0x{a:x}, 0x{b:x}, {step}, {delta}}}" for a, b, step, delta in mapping_ranges(pairs)))
    out.write("};\n")


def put_ranges(out, name, codes):
    out.write(f"\nstatic const code_range {name}[] = {{\n")
    out.write(rows(f"{{0x{a:x}, 0x{b:x}}}" for a, b in ranges(codes)))
    out.write("};\n")


def put_folds(out):
    """Where casefold() is not lower()."""
    out.write("\nstatic const special_case folds[] = {\n")
    special = (code for code in CODES if chr(code).casefold() != chr(code).lower())
    out.write(rows("{0x%x, {%s}}" % (code, ", ".join(f"0x{ord(c):x}" for c in chr(code).casefold())) for code in special))
    out.write("};\n")


STARTS = ("Lu", "Ll", "Lt", "Lm", "Lo", "Nl")
CONTINUES = STARTS + ("Mn", "Mc", "Nd", "Pc")


def put_names(out):
    """Where identifiers do not go by categories."""
    def unlike(prefix, categories, wanted):
        return (code for code in CODES if (prefix + chr(code)).isidentifier() == wanted
                and (unicodedata.category(chr(code)) in categories) != wanted and code > 0x7f)
    put_ranges(out, "other_starts", unlike("", STARTS, True))
    put_ranges(out, "no_starts", unlike("", STARTS, False))
    put_ranges(out, "other_continues", unlike("a", CONTINUES, True))
    put_ranges(out, "no_continues", unlike("a", CONTINUES, False))


def changes(predicate):
    """The characters at which the predicate begins or ceases to hold."""
    return [code for code in CODES if predicate(chr(code)) != (code > 0 and predicate(chr(code - 1)))]


def compressed(number):
    """Seven bits a byte, the lowest first; a further byte where the highest bit is set."""
    while number >= 128:
        yield number & 127 | 128
        number >>= 7
    yield number


RUNS_A_MARK = 64


def put_printable(out):
    """Apart from the categories: every program that shows a str needs it, and few need those."""
    data, marks, last = [], [], 0
    for number, code in enumerate(changes(str.isprintable)):
        if number % RUNS_A_MARK == 0:
            marks.append((last, len(data)))
        data.extend(compressed(code - last))
        last = code
    out.write("static const unsigned char printable_runs[] = {\n" + rows(str(byte) for byte in data) + "};\n")
    out.write("\nstatic const run_mark printable_marks[] = {\n")
    out.write(rows(f"{{0x{code:x}, {at}}}" for code, at in marks) + "};\n")


def main():
    folder, version = sys.argv[1], unicodedata.unidata_version
    upper, lower = dict(simple("upper")), dict(simple("lower"))
    with open(f"{folder}/unicode_categories.def", "w") as out:
        out.write(f"/* unicode_categories.def: where each run of characters of one category begins, ascending.\n"
                  f" * Written by tools/unicode-tables.py; Unicode {version}. */\n")
        out.write(rows(f"C(0x{code:x}, {category})" for code, category in category_starts()))
    with open(f"{folder}/unicode_mappings.def", "w") as out:
        out.write(f"/* unicode_mappings.def: simple case mappings as runs {{first, last, step, distance}}, full case folding\n"
                  f" * where it is not the small letter, and what properties tell beside categories.\n"
                  f" * Written by tools/unicode-tables.py; Unicode {version}. */\n")
        put_mapping(out, "uppers", upper.items())
        put_mapping(out, "lowers", lower.items())
        put_mapping(out, "titles", titles(upper))
        put_folds(out)
        put_ranges(out, "other_uppers", (c for c in CODES if chr(c).isupper() and unicodedata.category(chr(c)) != "Lu"))
        put_ranges(out, "other_lowers", (c for c in CODES if chr(c).islower() and unicodedata.category(chr(c)) != "Ll"))
        put_names(out)
    with open(f"{folder}/unicode_printable.def", "w") as out:
        out.write(f"/* unicode_printable.def: the lengths of the runs of characters that are not printable, and are, by\n"
                  f" * turns, in bytes of seven bits; every {RUNS_A_MARK} runs a mark {{where it begins, its place}}.\n"
                  f" * Written by tools/unicode-tables.py; Unicode {version}. */\n")
        put_printable(out)
    with open(f"{folder}/unicode_decimals.def", "w") as out:
        out.write(f"/* unicode_decimals.def: runs of decimal digits beyond ASCII; each begins with a zero.\n"
                  f" * Written by tools/unicode-tables.py; Unicode {version}. */\n")
        out.write(rows(f"{{0x{a:x}, 0x{b:x}}}" for a, b in ranges(c for c in CODES if c > 127 and chr(c).isdecimal())))


main()

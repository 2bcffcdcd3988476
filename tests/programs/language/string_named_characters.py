# Characters by their Unicode names in literals: plain, in f-strings, aliases, beside other escapes.
print("\N{BULLET}" == "•", "\N{GREEK SMALL LETTER ALPHA}", len("\N{GRINNING FACE}"),
      "\N{LATIN SMALL LETTER E WITH ACUTE}")
print("a\N{SPACE}b", "\N{NO-BREAK SPACE}" == "\u00a0", "\n".encode(), "\N{LINE FEED}" == "\n",
      "\N{DIGIT ONE}2")
x = 5
print(f"{x}\N{DEGREE SIGN}C", f"\N{LEFT CURLY BRACKET}{x}\N{RIGHT CURLY BRACKET}", r"\N{BULLET}",
      b"\N{BULLET}")
print("\N{CJK UNIFIED IDEOGRAPH-65E5}", "\N{HANGUL SYLLABLE HAN}", "\N{greek capital letter omega}",
      "\N{EURO SIGN}" "9")

# Modes of the lexer: text, fields, specifications, and the strings inside them.
name, width = "x", 10
print(f"{name!r:>{width}} is {name}", f'{{{width = :,}}}', rf"\d{name}")
print(f"""{
    name
} and {width:{"<"}{width}}""")

# Numbers and strings with mistakes inside.
0777                                    # error@1: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
1__0                                    # error@2: invalid decimal literal
0b12                                    # error@4: invalid digit '2' in binary literal
0o8                                     # error@3: invalid digit '8' in octal literal
0xg                                     # error@2: invalid hexadecimal literal
1abc                                    # error@1: invalid decimal literal
1jx                                     # error@2: invalid imaginary literal
'\x4'                                   # error: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
'\U00110000'                            # error: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character
b'\x4'                                  # error: (value error) invalid \x escape at position 0
b'é'                                    # error@1: bytes can only contain ASCII literal characters
'a' b'b'                                # error: cannot mix bytes and nonbytes literals
'\N{BULLET}'                            # error@1: characters by name (\N{BULLET}) are not supported
# error@17:1: unterminated string literal (detected at line 17)
x
'abc

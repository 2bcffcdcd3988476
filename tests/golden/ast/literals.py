# Literals and the values they have.
0, 00, 1_000, 0xFF, 0o17, 0b1_01
9223372036854775807, 9223372036854775808, 0xFFFF_FFFF_FFFF_FFFF_FFFF
1.0, .5, 5., 1e10, 1e16, 1.5e-7, 1e400, 123456789.125
1j, 2.5j, 1e3J
'', "it's", 'a"b', '''both ' and "'''
'\a\b\f\n\r\t\v\\\'\"\0\x7f\xe9\u20ac\U0001f600\d'
'line \
continued'
r'\n', R"\"", u'u', b'bytes \xff\'', rb'\x', Br'\y'
'a' "b" '''c'''
b'a' b"b"
'é漢😀\ud800'
f'', f'a', f'{{}}', f'a{b}c'
f'{a!r:>{w}.{p}}' 'tail' f'{b=}{c = !s}{d=:x}'
f'{a["k"]:%Y-%m}', F'{lambda_}', fr'\{x}', f'''{
    x
}'''
f'{x:{{}}}', f'{x, y}', f"{f'{x}'}"

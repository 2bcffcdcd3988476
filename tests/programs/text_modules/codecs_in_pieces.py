# codecs: encodings by name, in pieces, over streams and files, and the transforms.
import codecs
import io
import os
import tempfile

print(codecs.encode('é', 'latin-1'), codecs.decode(b'\xc3\xa9'), codecs.encode('Hello', 'rot13'), codecs.decode('Uryyb', 'rot_13'))
print(codecs.encode(b'abc', 'hex'), codecs.decode(b'616263', 'hex_codec'), codecs.encode(b'abc', 'base64'), codecs.decode(b'YWJj\n', 'base64'))
print(codecs.lookup('UTF8').name, codecs.lookup('latin1').name, codecs.lookup('ASCII').name, codecs.lookup('utf-16').name)
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.getencoder('utf-8')('é'), codecs.getdecoder('ascii')(b'ab'))
for name in ('utf-8', 'utf-16-le', 'utf-32-be', 'latin-1'):
    text = 'aé€😀' if name != 'latin-1' else 'aé'
    decoder = codecs.getincrementaldecoder(name)()
    print(name, [decoder.decode(bytes([byte])) for byte in text.encode(name)], repr(decoder.decode(b'', True)))
decoder = codecs.getincrementaldecoder('utf-8')('replace')
print(decoder.decode(b'a\xff\xe2\x82'), decoder.getstate(), decoder.decode(b'', final=True))
encoder = codecs.getincrementalencoder('utf-16')()
print(encoder.encode('a'), encoder.encode('b'))
print(list(codecs.iterencode(['a', 'é'], 'utf-8')), list(codecs.iterdecode([b'\xc3', b'\xa9x'], 'utf-8')))
reader = codecs.getreader('utf-8')(io.BytesIO('eins\nzwéi\ndrei'.encode()))
print(repr(reader.readline()), reader.read(3), list(reader))
stream = io.BytesIO()
codecs.getwriter('latin-1')(stream).write('é!')
print(stream.getvalue())
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'text')
    with codecs.open(path, 'w', encoding='utf-16') as file:
        file.write('größe\nzwei\n')
    with codecs.open(path, encoding='utf-16') as file:
        print(file.read().splitlines(), file.encoding)
for bad in (lambda: codecs.decode(b'\xff', 'utf-8'), lambda: codecs.lookup('nope'), lambda: codecs.encode('é', 'ascii')):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)

# gzip: whole texts, files of bytes and of text, members one after the other, broken files.
import gzip
import io
import os
import tempfile


def shown(work):
    try:
        return repr(work())
    except Exception as e:
        return f'{type(e).__name__} {e}'


data = b'line one\nline two\n' * 2000
packed = gzip.compress(data, mtime=0)
print(len(packed), packed[:10], gzip.decompress(packed) == data, gzip.decompress(packed + gzip.compress(b'more'))[-4:])
for broken in (b'', b'abc', packed[:-3], packed[:20], packed[:-8] + b'12345678'):
    print(shown(lambda: gzip.decompress(broken)))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'notes.txt.gz')
    with gzip.open(path, 'wb') as file:
        print(file.write(b'first\n'), file.write(bytearray(b'second\n')), file.tell(), file.mode, file.readable())
    with gzip.open(path, 'at', encoding='utf-8') as file:
        file.write('dritte Zeile: ä\n')
        file.writelines(['a\n', 'b\n'])
    with gzip.open(path) as file:
        print(file.readline(), file.read(4), file.tell(), file.read(), file.read())
        print(file.seek(2), file.read(3), shown(lambda: file.write(b'x')))
    print(shown(lambda: file.read()))
    with gzip.open(path, 'rt', encoding='utf-8') as file:
        print([line.rstrip() for line in file])
    with gzip.GzipFile(path) as file:
        print(file.readlines(), os.path.basename(file.name))
    raw = io.BytesIO()
    with gzip.GzipFile(filename='', mode='wb', fileobj=raw, mtime=0) as file:
        for i in range(1000):
            file.write(b'%d,' % i)
    print(len(gzip.decompress(raw.getvalue())), raw.getvalue()[:10], gzip.GzipFile(fileobj=io.BytesIO(raw.getvalue())).read(6))
    print(shown(lambda: gzip.open(path, 'rtb')), shown(lambda: gzip.open(path, 'rb', encoding='utf-8')))
    print(shown(lambda: gzip.open(os.path.join(folder, 'none'))).replace(folder, ''))

# Binary files that are read and written through one object.
PATH = "/tmp/asyncc-test-both-ways.bin"

with open(PATH, "w+b") as file:
    file.write(b"hello world")
    file.seek(6)
    print(file.read(), file.tell(), type(file).__name__, file.closed)
print(file.closed)

with open(PATH, "r+b") as file:
    file.write(b"HE")
    file.seek(0)
    print(file.readline())
    file.seek(0, 2)
    file.write(b"\nmore\n")
    file.seek(0)
    print(list(file))

with open(PATH, "rb") as file:
    print(len(file.read()))

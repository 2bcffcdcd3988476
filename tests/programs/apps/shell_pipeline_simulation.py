# A simulated shell: files in a dict, commands as async generators, pipes between them, exit status.
import asyncio

FILES = {
    "fruits.txt": "banana\napple\ncherry\napple\nfig\nbanana\napple\n",
    "numbers.txt": "10\n9\n100\n1\n",
    "poem.txt": "Roses are red\nViolets are blue\nSugar is sweet\n\nAnd so are you\n",
}


class ShellError(Exception):
    pass


async def cat(source, *names):
    if not names:
        async for line in source:
            yield line
    for name in names:
        if name not in FILES:
            raise ShellError(f"cat: {name}: no such file")
        for line in FILES[name].splitlines():
            await asyncio.sleep(0)
            yield line


async def grep(source, pattern, *flags):
    async for line in source:
        if (pattern.lower() in line.lower()) != ("-v" in flags):
            yield line


async def sort(source, *flags):
    lines = [line async for line in source]
    key = (lambda s: int(s)) if "-n" in flags else None
    try:
        lines.sort(key=key, reverse="-r" in flags)
    except ValueError as error:
        raise ShellError(f"sort: {error}") from error
    for line in lines:
        yield line


async def uniq(source, *flags):
    last, count = None, 0
    async for line in source:
        if line == last:
            count += 1
            continue
        if last is not None:
            yield f"{count:>4} {last}" if "-c" in flags else last
        last, count = line, 1
    if last is not None:
        yield f"{count:>4} {last}" if "-c" in flags else last


async def head(source, n="3"):
    left = int(n)
    async for line in source:
        if left <= 0:
            break
        yield line
        left -= 1
        if not left:
            return


async def wc(source, *flags):
    lines = words = chars = 0
    async for line in source:
        lines, words, chars = lines + 1, words + len(line.split()), chars + len(line) + 1
    yield str(lines) if "-l" in flags else f"{lines} {words} {chars}"


async def tr(source, a, b):
    async for line in source:
        yield line.translate(str.maketrans(a, b))


async def rev(source):
    async for line in source:
        yield line[::-1]


async def seq(source, n):
    for i in range(1, int(n) + 1):
        yield str(i)


async def nothing():
    return
    yield


COMMANDS = {f.__name__: f for f in (cat, grep, sort, uniq, head, wc, tr, rev, seq)}


async def run(line):
    line, _, target = line.partition(">")
    stream = nothing()
    try:
        for part in line.split("|"):
            name, *args = part.split()
            if name not in COMMANDS:
                raise ShellError(f"{name}: command not found")
            stream = COMMANDS[name](stream, *args)
        output = [line async for line in stream]
    except (ShellError, TypeError) as error:
        return 1, [str(error)]
    if target:
        FILES[target.strip()] = "".join(line + "\n" for line in output)
        return 0, []
    return 0, output


async def main():
    for line in [
        "cat fruits.txt | sort | uniq -c | sort -r",
        "cat fruits.txt | grep an -v | head 2",
        "cat numbers.txt | sort",
        "cat numbers.txt | sort -n | rev",
        "cat poem.txt | wc",
        "cat poem.txt | grep ARE | tr aeiou AEIOU",
        "seq 20 | grep 1 | wc -l",
        "cat fruits.txt | sort | uniq > unique.txt",
        "cat unique.txt numbers.txt | head 6",
        "cat missing.txt | wc",
        "cat fruits.txt | sort -n",
        "frobnicate",
        "cat fruits.txt | grep",
    ]:
        status, output = await run(line)
        print(f"$ {line}")
        for text in output:
            print("  " + text)
        if status:
            print("  status", status)
    results = await asyncio.gather(*(run(f"seq {n} | wc -l") for n in (3, 5, 0)))
    print(results)


asyncio.run(main())

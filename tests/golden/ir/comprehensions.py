# Comprehensions run in the function around them; generator expressions are functions.
def squares(n, words):
    table = {w: len(w) for w in words if w}
    makers = [lambda: i for i in range(n)]
    return table, makers, sum(x * y for x in words for y in x)


async def gathered(source):
    return {await item async for item in source}

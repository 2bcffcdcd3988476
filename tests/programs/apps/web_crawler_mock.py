# A mock web crawler: pages in a dict, link extraction by hand, depth limit, concurrency limit.
import asyncio

PAGES = {
    "/": '<title>Home</title> <a href="/a">A</a> <a href="/b">B</a> <a href="http://other">O</a>',
    "/a": '<title>Page A</title> <a href="/c">C</a> <a href="/">home</a> <a href="/dead">x</a>',
    "/b": '<title>Page B</title> <a href="/c">C</a> <a href="/d#part">D</a>',
    "/c": "<title>Page C</title> no links",
    "/d": '<a href="/e">E</a> <a href="/a">A</a>',
    "/e": '<title>Deep</title> <a href="/f">F</a>',
    "/f": "<title>Too deep</title>",
}


class NotFound(Exception):
    pass


class Limit:
    """At most n at once; the others wait in order."""

    def __init__(self, n):
        self.free = n
        self.waiting = []
        self.most = 0
        self.running = 0

    async def __aenter__(self):
        if self.free:
            self.free -= 1
        else:
            turn = asyncio.get_running_loop().create_future()
            self.waiting.append(turn)
            await turn
        self.running += 1
        self.most = max(self.most, self.running)

    async def __aexit__(self, *info):
        self.running -= 1
        if self.waiting:
            self.waiting.pop(0).set_result(None)
        else:
            self.free += 1


async def fetch(url):
    await asyncio.sleep(0.001)
    try:
        return PAGES[url]
    except KeyError:
        raise NotFound(url) from None


def links(html):
    found = []
    at = html.find('href="')
    while at != -1:
        end = html.index('"', at + 6)
        target = html[at + 6:end].split("#")[0]
        if target.startswith("/") and target not in found:
            found.append(target)
        at = html.find('href="', end)
    return found


def title(html):
    if "<title>" not in html:
        return "(untitled)"
    return html.split("<title>")[1].split("</title>")[0]


class Crawler:
    def __init__(self, limit, max_depth):
        self.limit = Limit(limit)
        self.max_depth = max_depth
        self.seen = set()
        self.pages = {}
        self.dead = []

    async def visit(self, url, depth=0):
        if url in self.seen or depth > self.max_depth:
            return
        self.seen.add(url)
        try:
            async with self.limit:
                html = await fetch(url)
        except NotFound as error:
            self.dead.append(str(error))
            return
        self.pages[url] = (title(html), depth, len(links(html)))
        await asyncio.gather(*(self.visit(link, depth + 1) for link in links(html)))


async def main():
    for limit, depth in ((2, 3), (1, 1), (10, 9)):
        crawler = Crawler(limit, depth)
        await crawler.visit("/")
        print(f"limit {limit}, depth {depth}: {len(crawler.pages)} pages, dead {crawler.dead}, "
              f"at most {crawler.limit.most} at once")
        for url, (name, level, count) in sorted(crawler.pages.items()):
            print(f"  {'  ' * level}{url:<4} {name} ({count})")


asyncio.run(main())

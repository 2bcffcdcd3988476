# A work queue: a crawler of a small made-up web, with a Queue, workers and a polite end.
"""Workers take addresses from a queue, fetch the pages and put the links they
find back into it. Nobody knows beforehand how much work there will be; the
queue counts what is unfinished, and `join` waits for that count to fall to 0.
"""
import asyncio

WEB = {
    "/": (["/news", "/about"], 0.01),
    "/news": (["/news/1", "/news/2", "/"], 0.02),
    "/about": (["/team", "/missing"], 0.03),
    "/news/1": (["/news/2"], 0.05),
    "/news/2": ([], 0.07),
    "/team": (["/about"], 0.06),
}


async def fetch(address):
    """The links on a page. A page that is not there is a KeyError."""
    links, seconds = WEB[address]
    await asyncio.sleep(seconds)
    return links


async def worker(queue, seen, report):
    while True:
        address, depth = await queue.get()
        try:
            for link in await fetch(address):
                if link not in seen:
                    seen.add(link)
                    queue.put_nowait((link, depth + 1))
            report[address] = depth
        except KeyError:
            report[address] = "broken link"
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    seen, report = {"/"}, {}
    queue.put_nowait(("/", 0))
    workers = [asyncio.create_task(worker(queue, seen, report)) for _ in range(3)]
    await queue.join()
    print("all work is done, the queue is empty:", queue.empty())

    # The workers still wait for more. They have nothing to finish, so they may be cancelled.
    for task in workers:
        task.cancel()
    ended = await asyncio.gather(*workers, return_exceptions=True)
    print("workers sent home:", [type(e).__name__ for e in ended])
    for address in sorted(report):
        print(f"  {address:<10}{report[address]}")


asyncio.run(main())

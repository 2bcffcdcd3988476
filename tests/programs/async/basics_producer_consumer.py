# The classic producer and consumer with asyncio.Queue and a sentinel.
import asyncio


async def producer(queue, n):
    for i in range(n):
        item = f"item-{i}"
        await queue.put(item)
        print("produced", item)
        await asyncio.sleep(0)
    await queue.put(None)


async def consumer(queue, results):
    while True:
        item = await queue.get()
        if item is None:
            break
        print("consumed", item)
        results.append(item.upper())
    print("consumer is done")


async def worker(name, queue):
    handled = 0
    while True:
        number = await queue.get()
        await asyncio.sleep(0)
        print(f"{name}: {number} squared is {number * number}")
        handled += 1
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    results = []
    await asyncio.gather(producer(queue, 5), consumer(queue, results))
    print(results)

    jobs = asyncio.Queue()
    for n in range(1, 7):
        jobs.put_nowait(n)
    workers = [asyncio.create_task(worker(f"worker-{i}", jobs)) for i in range(3)]
    await jobs.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print("all jobs are done")


asyncio.run(main())

# A job queue over TCP: workers, so many jobs a second, priorities, retries and a stop that loses nothing.
"""Clients submit jobs as lines of JSON and hear how each one ended. Jobs start at most so often;
urgent ones go first; a job that fails is tried again later; on stop, what is under way is finished
and what has not begun is sent back.
"""
import asyncio
import itertools
import json


class Pace:
    """Lets one pass every `seconds`."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.next_start = 0.0

    async def turn(self):
        loop = asyncio.get_running_loop()
        start = max(self.next_start, loop.time())
        self.next_start = start + self.seconds
        await asyncio.sleep(start - loop.time())


class JobQueue:
    def __init__(self, run, workers=3, seconds_between=0.01, attempts=3):
        self.run = run
        self.attempts = attempts
        self.pace = Pace(seconds_between)
        self.jobs = asyncio.PriorityQueue()
        self.order = itertools.count()     # jobs of one priority start as they came
        self.workers = [asyncio.create_task(self.work()) for _ in range(workers)]
        self.started = []

    def submit(self, job, attempt=1):
        done = asyncio.get_running_loop().create_future()
        self.jobs.put_nowait((job.get('priority', 5), next(self.order), attempt, job, done))
        return done

    async def work(self):
        while True:
            priority, _, attempt, job, done = await self.jobs.get()
            await self.pace.turn()
            self.started.append(job['name'])
            try:
                result = {'ok': await self.run(job)}
            except Exception as e:
                if attempt < self.attempts:
                    self.jobs.put_nowait((priority, next(self.order), attempt + 1, job, done))
                    self.jobs.task_done()
                    continue
                result = {'failed': str(e), 'attempts': attempt}
            done.set_result(result)
            self.jobs.task_done()

    async def stop(self):
        """Nothing new begins; what is under way is finished. Returns what has not begun."""
        waiting = []
        while not self.jobs.empty():
            *_, job, done = self.jobs.get_nowait()
            waiting.append(job['name'])
            done.set_result({'sent back': True})
            self.jobs.task_done()
        await self.jobs.join()
        for worker in self.workers:
            worker.cancel()
        await asyncio.gather(*self.workers, return_exceptions=True)
        return waiting


async def serve_client(queue, reader, writer):
    """Answers come in the order in which jobs end, with the number that the client gave."""
    async def answer(job, done):
        writer.write(json.dumps({'id': job['id'], **await done}).encode() + b'\n')
        await writer.drain()

    async with asyncio.TaskGroup() as answers:
        async for line in reader:
            job = json.loads(line)
            answers.create_task(answer(job, queue.submit(job)))
    writer.close()


failures = {'flaky': 1, 'hopeless': 9}


async def run(job):
    if failures.get(job['name'], 0) > 0:
        failures[job['name']] -= 1
        raise ValueError(f"{job['name']} does not work")
    await asyncio.sleep(job.get('seconds', 0))
    return job['name'].upper()


async def client(name, port, jobs):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    for number, job in enumerate(jobs):
        writer.write(json.dumps({'id': number, **job}).encode() + b'\n')
    writer.write_eof()
    answers = [json.loads(line) async for line in reader]
    writer.close()
    for answer in sorted(answers, key=lambda answer: answer['id']):
        print(name, answer)


async def main():
    queue = JobQueue(run)
    server = await asyncio.start_server(lambda r, w: serve_client(queue, r, w), '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    begin = asyncio.get_running_loop().time()
    await client('ann', port, [{'name': 'slow', 'seconds': 0.05}, {'name': 'flaky'}, {'name': 'hopeless'},
                               {'name': 'plain'}, {'name': 'urgent', 'priority': 1}])
    print('every 10 ms at most:', asyncio.get_running_loop().time() - begin >= 0.07)
    print(queue.started.index('urgent') < queue.started.index('plain'), len(queue.started), 'starts')

    late = asyncio.create_task(client('ben', port, [{'name': f'job {n}', 'seconds': 0.2} for n in range(6)]))
    await asyncio.sleep(0.1)
    print('sent back', await queue.stop())
    await late
    server.close()


asyncio.run(main())

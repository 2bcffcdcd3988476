# A task queue with workers, priorities and retries, built from lists and futures.
import asyncio


class Job:
    counter = 0

    def __init__(self, name, action, priority=5, retries=2):
        Job.counter += 1
        self.id = Job.counter
        self.name = name
        self.action = action
        self.priority = priority
        self.retries = retries
        self.attempts = 0

    def __lt__(self, other):
        return (self.priority, self.id) < (other.priority, other.id)


class WorkQueue:
    def __init__(self):
        self.jobs = []
        self.waiters = []
        self.pending = 0
        self.results = {}
        self.idle = asyncio.get_running_loop().create_future()

    def submit(self, job):
        self.jobs.append(job)
        self.jobs.sort()
        self.pending += 1
        if self.waiters:
            self.waiters.pop(0).set_result(None)

    async def next_job(self):
        while not self.jobs:
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            await waiter
        return self.jobs.pop(0)

    def finish(self, job, outcome):
        self.results[job.name] = outcome
        self.pending -= 1
        if not self.pending and not self.idle.done():
            self.idle.set_result(len(self.results))

    async def worker(self, name):
        handled = 0
        try:
            while True:
                job = await self.next_job()
                job.attempts += 1
                try:
                    outcome = await job.action(job)
                except ValueError as error:
                    print(f"{name}: {job.name} failed ({error}), attempt {job.attempts}")
                    if job.attempts <= job.retries:
                        self.pending -= 1
                        self.submit(job)
                    else:
                        self.finish(job, "gave up")
                else:
                    print(f"{name}: {job.name} -> {outcome}")
                    self.finish(job, outcome)
                    handled += 1
        except asyncio.CancelledError:
            print(f"{name}: stops after {handled} jobs")
            raise


async def steady(job):
    await asyncio.sleep(0)
    return job.name[::-1]


async def flaky(job):
    await asyncio.sleep(0)
    if job.attempts < 3:
        raise ValueError("not yet")
    return f"ok after {job.attempts}"


async def hopeless(job):
    raise ValueError("never")


async def main():
    queue = WorkQueue()
    workers = [asyncio.create_task(queue.worker(f"w{i}")) for i in range(2)]
    await asyncio.sleep(0)
    for name, action, priority in [("alpha", steady, 5), ("beta", flaky, 5), ("gamma", hopeless, 9),
                                   ("delta", steady, 1), ("omega", steady, 7)]:
        queue.submit(Job(name, action, priority))
    print("waiting for", queue.pending, "jobs")
    print("finished", await queue.idle)
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    for name in sorted(queue.results):
        print(f"{name:<6} {queue.results[name]}")


asyncio.run(main())

"""Functions whose names look like what the C of another one is called, and parameters like its variables."""
def work(a):
    return a + 1
def work_params(a):
    return 2
def work_code():
    return 3
def work_positions():
    return 4
async def job():
    return 1
def job_start(): return 6
def job_resume(): return 7
def job_frame(): return 8
def job_init(): return 9
def job_points(): return 9
def work_entry(): return 10
work_cells = 5
import asyncio
print(work(1), work_params(1), work_code(), work_positions(), asyncio.run(job()), job_start(), job_resume(), job_frame(), job_init(), job_points(), work_entry(), work_cells)
print([f() for f in (job_start, work_entry)], list(map(work, [1])))
def each(object, fresh=1):
    yield object, fresh
async def wait(object, frame, input, head=3, self=4):
    await asyncio.sleep(0)
    return object, frame, input, head, self
print(list(each(1)), asyncio.run(wait(1, 2, 3)))


def several(module, source):
    def module_(live):
        return live
    twice = [module for module in (module, source)], [source for source in range(2)], [module for module in 'ab']
    return twice, module_(module)


print(several(1, 2))

# Lock, Event and Semaphore: when a pause in the middle of something is dangerous.
"""Between two awaits nobody else can run, so most code needs no lock. But when
there is a pause between reading and writing, somebody else may write in the
meantime.
"""
import asyncio

account = {"balance": 100}


async def withdraw_carelessly(amount):
    balance = account["balance"]
    await asyncio.sleep(0)                 # asks the bank's computer, say
    account["balance"] = balance - amount  # writes over what others wrote


async def withdraw_with(lock, amount):
    async with lock:
        await withdraw_carelessly(amount)


async def visitor(name, door, seats):
    print(f"  {name} waits at the door")
    await door.wait()
    async with seats:
        print(f"  {name} has a seat; free seats now? {not seats.locked()}")
        await asyncio.sleep(0.01)
    print(f"  {name} leaves")


async def main():
    print("four withdrawals of 10 without a lock:")
    await asyncio.gather(*(withdraw_carelessly(10) for _ in range(4)))
    print("  balance", account["balance"], "- three of them got lost")

    account["balance"] = 100
    lock = asyncio.Lock()
    print("the same with a lock:")
    await asyncio.gather(*(withdraw_with(lock, 10) for _ in range(4)))
    print("  balance", account["balance"])

    print("an event opens the door for all, a semaphore lets two of them sit:")
    door, seats = asyncio.Event(), asyncio.Semaphore(2)
    visitors = [asyncio.create_task(visitor(n, door, seats)) for n in ("ann", "bob", "cleo")]
    await asyncio.sleep(0)
    print("  the door opens")
    door.set()
    await asyncio.gather(*visitors)


asyncio.run(main())

# "never awaited" names the line where the coroutine is let go of, once a line.
# stderr: compare
import asyncio


async def forgotten(n):
    print(n)


class Client:
    async def fetch(self):
        pass

    def start(self):
        self.fetch()


async def main():
    forgotten(1)
    Client().fetch()
    other = forgotten
    other(3)
    for i in range(3):
        forgotten(i)
    print(forgotten(6) is None)
    Client().start()
    asyncio.sleep(1)
    print("end")


asyncio.run(main())
forgotten(9)

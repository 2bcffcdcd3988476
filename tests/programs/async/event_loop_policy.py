# Event loop policies of the program.
import asyncio


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("new_event_loop")
        return super().new_event_loop()

    def set_event_loop(self, loop):
        print("set_event_loop", loop is None)
        super().set_event_loop(loop)


async def main():
    print(asyncio.get_event_loop() is asyncio.get_running_loop())
    return 1


print(isinstance(asyncio.get_event_loop_policy(), asyncio.AbstractEventLoopPolicy))
print(asyncio.run(main()))
asyncio.set_event_loop_policy(Policy())
print(type(asyncio.get_event_loop_policy()).__name__)
print(asyncio.run(main()))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, asyncio.get_event_loop_policy().get_event_loop() is loop)
loop.close()
with asyncio.Runner() as runner:
    print(runner.run(main()))
asyncio.set_event_loop_policy(None)
print(asyncio.run(main()))
for wrong in (lambda: asyncio.set_event_loop_policy(3), lambda: asyncio.set_event_loop("x"), lambda: asyncio.AbstractEventLoopPolicy().new_event_loop()):
    try:
        wrong()
    except (TypeError, NotImplementedError) as error:
        print(repr(error))

# What the runtime reports goes to sys.stderr, also where the program has put something else there.
import asyncio, io, sys, contextlib, traceback
async def bad(): raise ValueError('x')
async def main():
    t=asyncio.create_task(bad()); await asyncio.sleep(0); await asyncio.sleep(0); del t
    def cb(): raise KeyError('cb')
    asyncio.get_running_loop().call_soon(cb); await asyncio.sleep(0)
    asyncio.get_running_loop().call_exception_handler({'message': 'hello'})
    try: 1/0
    except ZeroDivisionError: traceback.print_exc()
buf=io.StringIO()
with contextlib.redirect_stderr(buf):
    asyncio.run(main())
print([l for l in buf.getvalue().splitlines() if 'asyncio' not in l and '_context.run' not in l])

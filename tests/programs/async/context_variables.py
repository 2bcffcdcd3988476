# contextvars in tasks, callbacks, threads, generators.
import asyncio, contextvars
var = contextvars.ContextVar('var', default='d'); nod = contextvars.ContextVar('nod')
print(var, nod.name) if 0 else print(var.name, nod.name)
async def child(n):
    print('child', n, var.get()); var.set(n); await asyncio.sleep(0); return var.get()
async def main():
    var.set('main')
    print(await asyncio.gather(child(1), child(2)), var.get())
    await child(3); print(var.get())
    loop=asyncio.get_running_loop()
    def cb(x): print('cb', x, var.get()); var.set('cb')
    loop.call_soon(cb, 1); await asyncio.sleep(0); print(var.get())
    ctx=contextvars.copy_context(); ctx.run(var.set, 'ctx'); print(ctx[var], var.get(), var in ctx, nod in ctx, len(ctx)>=1)
    loop.call_soon(cb, 2, context=ctx); await asyncio.sleep(0); print(ctx[var])
    t=asyncio.create_task(child(4), context=ctx); print(await t, ctx[var], var.get())
    try: nod.get()
    except LookupError as e: print('LookupError')
    print(nod.get('x'))
    tok=var.set('tok'); print(tok.old_value, tok.var is var); var.reset(tok); print(var.get())
    try: var.reset(tok)
    except RuntimeError as e: print('used')
    print(await asyncio.to_thread(var.get))
    f=loop.create_future(); f.add_done_callback(lambda f: print('done', var.get())); var.set('after'); f.set_result(1); await asyncio.sleep(0)
    async def agen():
        var.set('agen'); yield 1; yield var.get()
    print([x async for x in agen()], var.get())
    try: ctx.run(ctx.run, print)
    except RuntimeError as e: print(str(e).split(':')[0])
asyncio.run(main())
print(var.get())
def gen():
    var.set('gen'); yield var.get(); yield var.get()
g=gen(); print(next(g), var.get()); var.set('outer'); print(next(g))

import asyncio, threading, time, socket

async def handle(reader, writer):
    data = await reader.readline()
    await asyncio.to_thread(time.sleep, 0.01)
    writer.write(data)
    writer.close()

def server_thread(ready, stop_holder):
    async def main():
        server = await asyncio.start_server(handle, '127.0.0.1', 0)
        stop_holder['loop'] = asyncio.get_running_loop()
        stop_holder['stop'] = asyncio.Event()
        stop_holder['port'] = server.sockets[0].getsockname()[1]
        ready.set()
        await stop_holder['stop'].wait()
        server.close()
        print('server loop ends')
    asyncio.run(main())

ready, holder = threading.Event(), {}
t = threading.Thread(target=server_thread, args=(ready, holder))
t.start()
ready.wait()
with socket.create_connection(('127.0.0.1', holder['port'])) as s:
    s.sendall(b'blocking client\n')
    print(s.recv(100))

async def client(n):
    r, w = await asyncio.open_connection('127.0.0.1', holder['port'])
    w.write(b'client %d\n' % n)
    print(await r.read())
    w.close()

async def both():
    for n in range(2):
        await client(n)
    await asyncio.gather(*[asyncio.to_thread(time.sleep, 0.01) for _ in range(3)])
    print('both')
asyncio.run(both())
asyncio.run(both())
holder['loop'].call_soon_threadsafe(holder['stop'].set)
t.join()

async def wake():
    # a loop that only polls sockets is woken from a thread
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    fut = loop.create_future()
    threading.Timer(0.02, lambda: loop.call_soon_threadsafe(fut.set_result, 'woken')).start()
    print(await fut)
    server.close()
asyncio.run(wake())

# "Fetching" several things at once: timings, a total, a failing one, a limit, results in a dict.
import asyncio
import time


async def fetch(name, seconds):
    print("start", name)
    await asyncio.sleep(seconds)
    print("done", name)
    return {"name": name, "size": len(name) * 100}


async def unreliable(name):
    await asyncio.sleep(0.01)
    if name == "bad":
        raise ConnectionError(f"cannot reach {name}")
    return f"content of {name}"


async def main():
    start = time.time()
    pages = await asyncio.gather(fetch("home", 0.06), fetch("news", 0.02), fetch("about", 0.04))
    elapsed = time.time() - start
    for page in pages:
        print(page["name"], page["size"])
    print("total", sum(p["size"] for p in pages), "at once:", elapsed < 0.11)

    results = {}
    for name in ["good", "bad", "ugly"]:
        try:
            results[name] = await unreliable(name)
        except ConnectionError as e:
            results[name] = f"error: {e}"
    print(results)

    outcomes = await asyncio.gather(*[unreliable(n) for n in ("good", "bad")],
                                    return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, Exception):
            print("failed:", outcome)
        else:
            print("ok:", outcome)

    try:
        await asyncio.wait_for(fetch("slow", 1), timeout=0.02)
    except asyncio.TimeoutError:
        print("gave up on slow")


if __name__ == "__main__":
    asyncio.run(main())

# The workloads of bench/ for Nim: its asyncdispatch.
import std/[asyncdispatch, os, strutils, deques]

proc leaf(x: int): Future[int] {.async.} =
  return x and 1023

proc awaitFlat(n: int): Future[int] {.async.} =
  var total = 0
  for i in 0 ..< n: total += await leaf(i)
  return total

proc down(depth: int): Future[int] {.async.} =
  if depth == 0: return 1
  return (await down(depth - 1)) + 1

proc awaitDeep(n: int): Future[int] {.async.} =
  var total = 0
  for i in 0 ..< n: total += await down(499)
  return total

proc turn(): Future[void] =
  let f = newFuture[void]("turn")
  callSoon(proc () = f.complete())
  return f

proc looper(n: int): Future[int] {.async.} =
  for i in 0 ..< n: await turn()
  return n

proc switches(tasks, total: int): Future[int] {.async.} =
  var all: seq[Future[int]]
  for i in 0 ..< tasks: all.add looper(total div tasks)
  var sum = 0
  for f in all: sum += await f
  return sum

proc work(x: int): Future[int] {.async.} =
  await turn()
  return x and 7

proc spawn(n: int): Future[int] {.async.} =
  var total = 0
  var start = 0
  while start < n:
    var all = newSeqOfCap[Future[int]](10000)
    for i in start ..< start + 10000: all.add work(i)
    for f in all: total += await f
    start += 10000
  return total

proc sleeper(i: int): Future[int] {.async.} =
  await sleepAsync(1000 + i mod 7)
  return i and 1

proc sleepers(n: int): Future[int] {.async.} =
  var all = newSeqOfCap[Future[int]](n)
  for i in 0 ..< n: all.add sleeper(i)
  var total = 0
  for f in all: total += await f
  return total

type Queue = ref object
  items: Deque[int]
  getters, putters: Deque[Future[void]]

proc wake(line: var Deque[Future[void]]) =
  if line.len > 0:
    let f = line.popFirst()
    callSoon(proc () = f.complete())

proc put(q: Queue, item: int): Future[void] {.async.} =
  while q.items.len >= 100:
    let f = newFuture[void]("put")
    q.putters.addLast f
    await f
  q.items.addLast item
  wake(q.getters)

proc get(q: Queue): Future[int] {.async.} =
  while q.items.len == 0:
    let f = newFuture[void]("get")
    q.getters.addLast f
    await f
  let item = q.items.popFirst()
  wake(q.putters)
  return item

proc produce(q: Queue, n: int): Future[int] {.async.} =
  for i in 0 ..< n: await q.put(i)
  return 0

proc consume(q: Queue, n: int): Future[int] {.async.} =
  var total = 0
  for i in 0 ..< n: total += await q.get()
  return total

proc queueItems(pairs, total: int): Future[int] {.async.} =
  let q = Queue()
  var all: seq[Future[int]]
  for i in 0 ..< pairs: all.add produce(q, total div pairs)
  for i in 0 ..< pairs: all.add consume(q, total div pairs)
  var sum = 0
  for f in all: sum += await f
  return sum

proc loops(n: int): string =
  var total = 0
  var x = 1
  for i in 0 ..< n: total += i
  for i in 0 ..< n: x = (x * 31 + i) and 0xFFFFF
  return $total & " " & $x

let a = if paramCount() > 1: parseInt(paramStr(2)) else: 0
let b = if paramCount() > 2: parseInt(paramStr(3)) else: 0
case paramStr(1)
of "await_flat": echo waitFor awaitFlat(a)
of "await_deep": echo waitFor awaitDeep(a)
of "switch": echo waitFor switches(a, b)
of "spawn": echo waitFor spawn(a)
of "sleepers": echo waitFor sleepers(a)
of "queue_items": echo waitFor queueItems(a, b)
of "loops": echo loops(a)
else: quit 2

// The workloads of bench/ for Node: async functions and promises.
const [what, a, b] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const turn = () => Promise.resolve();
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function leaf(x) {
  return x & 1023;
}

async function awaitFlat(n) {
  let total = 0;
  for (let i = 0; i < n; i++) total += await leaf(i);
  return total;
}

async function down(depth) {
  return depth === 0 ? 1 : (await down(depth - 1)) + 1;
}

async function awaitDeep(n) {
  let total = 0;
  for (let i = 0; i < n; i++) total += await down(499);
  return total;
}

async function looper(n) {
  for (let i = 0; i < n; i++) await turn();
  return n;
}

async function switches(tasks, total) {
  const each = Math.floor(total / tasks);
  const results = await Promise.all(Array.from({ length: tasks }, () => looper(each)));
  return results.reduce((x, y) => x + y, 0);
}

async function work(x) {
  await turn();
  return x & 7;
}

async function spawn(n) {
  let total = 0;
  for (let start = 0; start < n; start += 10000) {
    const tasks = [];
    for (let i = 0; i < 10000; i++) tasks.push(work(start + i));
    for (const task of tasks) total += await task;
  }
  return total;
}

async function sleeper(i) {
  await sleep(1000 + (i % 7));
  return i & 1;
}

async function sleepers(n) {
  const results = await Promise.all(Array.from({ length: n }, (_, i) => sleeper(i)));
  return results.reduce((x, y) => x + y, 0);
}

// A queue of at most 100 items; who finds it full or empty waits in line.
class Queue {
  items = [];
  first = 0;
  getters = [];
  putters = [];
  get size() {
    return this.items.length - this.first;
  }
  async put(item) {
    while (this.size >= 100) await new Promise((resolve) => this.putters.push(resolve));
    this.items.push(item);
    this.getters.shift()?.();
  }
  async get() {
    while (this.size === 0) await new Promise((resolve) => this.getters.push(resolve));
    const item = this.items[this.first++];
    if (this.first === 100) {
      this.items = this.items.slice(100);
      this.first = 0;
    }
    this.putters.shift()?.();
    return item;
  }
}

async function queueItems(pairs, total) {
  const queue = new Queue();
  const n = Math.floor(total / pairs);
  const produce = async () => {
    for (let i = 0; i < n; i++) await queue.put(i);
    return 0;
  };
  const consume = async () => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += await queue.get();
    return sum;
  };
  const all = [];
  for (let p = 0; p < pairs; p++) all.push(produce());
  for (let p = 0; p < pairs; p++) all.push(consume());
  return (await Promise.all(all)).reduce((x, y) => x + y, 0);
}

function loops(n) {
  let total = 0;
  let x = 1;
  for (let i = 0; i < n; i++) total += i;
  for (let i = 0; i < n; i++) x = (x * 31 + i) & 0xfffff;
  return `${total} ${x}`;
}

const workloads = {
  await_flat: awaitFlat,
  await_deep: awaitDeep,
  switch: switches,
  spawn,
  sleepers,
  queue_items: queueItems,
  loops,
};
Promise.resolve(workloads[what](a, b)).then((result) => console.log(String(result)));

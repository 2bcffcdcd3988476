// The workloads of bench/ for C++20 coroutines with a minimal scheduler of their own: a ring of what
// is ready, a heap of timers.
#include <algorithm>
#include <chrono>
#include <coroutine>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <queue>
#include <thread>
#include <utility>
#include <vector>

using handle = std::coroutine_handle<>;
using clock_type = std::chrono::steady_clock;

struct timer {
    clock_type::time_point when;
    handle what;
    bool operator<(const timer &other) const { return when > other.when; }
};

static std::deque<handle> ready;
static std::priority_queue<timer> timers;

static void run()
{
    while (!ready.empty() || !timers.empty()) {
        while (!ready.empty()) {
            handle h = ready.front();
            ready.pop_front();
            h.resume();
        }
        if (timers.empty()) return;
        std::this_thread::sleep_until(timers.top().when);
        for (auto now = clock_type::now(); !timers.empty() && timers.top().when <= now;) {
            ready.push_back(timers.top().what);
            timers.pop();
        }
    }
}

struct yield {
    bool await_ready() { return false; }
    void await_suspend(handle h) { ready.push_back(h); }
    void await_resume() {}
};

struct sleep_for {
    clock_type::duration span;
    bool await_ready() { return false; }
    void await_suspend(handle h) { timers.push({clock_type::now() + span, h}); }
    void await_resume() {}
};

// A coroutine that starts when awaited, or is started as a task.
struct [[nodiscard]] task {
    struct promise_type {
        long result = 0;
        bool done = false;
        handle waiter;
        task get_return_object()
        {
            return task{std::coroutine_handle<promise_type>::from_promise(*this)};
        }
        std::suspend_always initial_suspend() noexcept { return {}; }
        struct end {
            bool await_ready() noexcept { return false; }
            handle await_suspend(std::coroutine_handle<promise_type> h) noexcept
            {
                h.promise().done = true;
                return h.promise().waiter ? h.promise().waiter
                                          : static_cast<handle>(std::noop_coroutine());
            }
            void await_resume() noexcept {}
        };
        end final_suspend() noexcept { return {}; }
        void return_value(long v) { result = v; }
        void unhandled_exception() { std::abort(); }
    };
    std::coroutine_handle<promise_type> h;
    bool started = false;

    explicit task(std::coroutine_handle<promise_type> handle_) : h(handle_) {}
    task(task &&other) noexcept : h(std::exchange(other.h, {})), started(other.started) {}
    ~task()
    {
        if (h) h.destroy();
    }
    void start()
    {
        started = true;
        ready.push_back(h);
    }
    struct awaiter {
        std::coroutine_handle<promise_type> h;
        bool started;
        bool await_ready() { return h.promise().done; }
        handle await_suspend(handle waiter)
        {
            h.promise().waiter = waiter;
            return started ? static_cast<handle>(std::noop_coroutine()) : static_cast<handle>(h);
        }
        long await_resume() { return h.promise().result; }
    };
    awaiter operator co_await() const { return {h, started}; }
};

static task leaf(long x)
{
    co_return x & 1023;
}

static task await_flat(long n)
{
    long total = 0;
    for (long i = 0; i < n; i++) total += co_await leaf(i);
    co_return total;
}

static task down(long depth)
{
    if (depth == 0) co_return 1;
    co_return co_await down(depth - 1) + 1;
}

static task await_deep(long n)
{
    long total = 0;
    for (long i = 0; i < n; i++) total += co_await down(499);
    co_return total;
}

static task looper(long n)
{
    for (long i = 0; i < n; i++) co_await yield{};
    co_return n;
}

static task join(std::vector<task> &all, std::size_t from = 0)
{
    long total = 0;
    for (task &t : all) t.start();
    for (std::size_t i = from; i < all.size(); i++) total += co_await all[i];
    co_return total;
}

static task switches(long tasks, long total)
{
    std::vector<task> all;
    for (long i = 0; i < tasks; i++) all.push_back(looper(total / tasks));
    co_return co_await join(all);
}

static task work(long x)
{
    co_await yield{};
    co_return x & 7;
}

static task spawn(long n)
{
    long total = 0;
    for (long start = 0; start < n; start += 10000) {
        std::vector<task> all;
        all.reserve(10000);
        for (long i = start; i < start + 10000; i++) all.push_back(work(i));
        total += co_await join(all);
    }
    co_return total;
}

static task sleeper(long i)
{
    co_await sleep_for{std::chrono::milliseconds(1000 + i % 7)};
    co_return i & 1;
}

static task sleepers(long n)
{
    std::vector<task> all;
    all.reserve(static_cast<std::size_t>(n));
    for (long i = 0; i < n; i++) all.push_back(sleeper(i));
    co_return co_await join(all);
}

struct queue {
    std::deque<long> items;
    std::deque<handle> getters, putters;
    struct turn_in {
        std::deque<handle> &line;
        bool await_ready() { return false; }
        void await_suspend(handle h) { line.push_back(h); }
        void await_resume() {}
    };
    static void wake(std::deque<handle> &line)
    {
        if (line.empty()) return;
        ready.push_back(line.front());
        line.pop_front();
    }
    task put(long v)
    {
        while (items.size() >= 100) co_await turn_in{putters};
        items.push_back(v);
        wake(getters);
        co_return 0;
    }
    task get()
    {
        while (items.empty()) co_await turn_in{getters};
        long v = items.front();
        items.pop_front();
        wake(putters);
        co_return v;
    }
};

static task produce(queue &q, long n)
{
    for (long i = 0; i < n; i++) co_await q.put(i);
    co_return 0;
}

static task consume(queue &q, long n)
{
    long total = 0;
    for (long i = 0; i < n; i++) total += co_await q.get();
    co_return total;
}

static task queue_items(long pairs, long total)
{
    queue q;
    std::vector<task> all;
    for (long i = 0; i < pairs; i++) all.push_back(produce(q, total / pairs));
    for (long i = 0; i < pairs; i++) all.push_back(consume(q, total / pairs));
    co_return co_await join(all, static_cast<std::size_t>(pairs));
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    long a = argc > 2 ? std::atol(argv[2]) : 0, b = argc > 3 ? std::atol(argv[3]) : 0;
    auto is = [what](const char *name) { return std::strcmp(what, name) == 0; };
    if (is("loops")) {
        volatile long bound = a;
        long total = 0, x = 1;
        for (long i = 0; i < bound; i++) total += i;
        for (long i = 0; i < bound; i++) x = (x * 31 + i) & 0xFFFFF;
        std::printf("%ld %ld\n", total, x);
        return 0;
    }
    task main_task = is("await_flat")    ? await_flat(a)
                     : is("await_deep")  ? await_deep(a)
                     : is("switch")      ? switches(a, b)
                     : is("spawn")       ? spawn(a)
                     : is("sleepers")    ? sleepers(a)
                     : is("queue_items") ? queue_items(a, b)
                                         : leaf(0);
    main_task.start();
    run();
    std::printf("%ld\n", main_task.h.promise().result);
    return 0;
}

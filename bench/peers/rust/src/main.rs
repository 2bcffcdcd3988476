// The workloads of bench/ for Rust: async functions on tokio's scheduler of one thread.
use std::env;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, Mutex};
use tokio::task::{spawn, yield_now};

async fn leaf(x: u64) -> u64 {
    x & 1023
}

async fn await_flat(n: u64) -> String {
    let mut total = 0;
    for i in 0..n {
        total += leaf(std::hint::black_box(i)).await;
    }
    total.to_string()
}

fn down(depth: u64) -> Pin<Box<dyn Future<Output = u64>>> {
    Box::pin(async move {
        if depth == 0 {
            1
        } else {
            down(depth - 1).await + 1
        }
    })
}

async fn await_deep(n: u64) -> String {
    let mut total = 0;
    for _ in 0..n {
        total += down(499).await;
    }
    total.to_string()
}

async fn switches(tasks: u64, total: u64) -> String {
    let mut all = Vec::new();
    for _ in 0..tasks {
        let n = total / tasks;
        all.push(spawn(async move {
            for _ in 0..n {
                yield_now().await;
            }
            n
        }));
    }
    let mut sum = 0;
    for task in all {
        sum += task.await.unwrap();
    }
    sum.to_string()
}

async fn spawns(n: u64) -> String {
    let mut total = 0;
    for start in (0..n).step_by(10_000) {
        let mut all = Vec::with_capacity(10_000);
        for i in start..start + 10_000 {
            all.push(spawn(async move {
                yield_now().await;
                i & 7
            }));
        }
        for task in all {
            total += task.await.unwrap();
        }
    }
    total.to_string()
}

async fn sleepers(n: u64) -> String {
    let mut all = Vec::with_capacity(n as usize);
    for i in 0..n {
        all.push(spawn(async move {
            tokio::time::sleep(Duration::from_millis(1000 + i % 7)).await;
            i & 1
        }));
    }
    let mut total = 0;
    for task in all {
        total += task.await.unwrap();
    }
    total.to_string()
}

async fn queue_items(pairs: u64, total: u64) -> String {
    let (put, get) = mpsc::channel(100);
    let get = Arc::new(Mutex::new(get)); // tokio's channels have one receiver
    let n = total / pairs;
    let mut consumers = Vec::new();
    for _ in 0..pairs {
        let put = put.clone();
        let get = get.clone();
        spawn(async move {
            for i in 0..n {
                put.send(i).await.unwrap();
            }
        });
        consumers.push(spawn(async move {
            let mut sum = 0;
            for _ in 0..n {
                sum += get.lock().await.recv().await.unwrap();
            }
            sum
        }));
    }
    let mut sum = 0;
    for task in consumers {
        sum += task.await.unwrap();
    }
    sum.to_string()
}

fn loops(n: u64) -> String {
    let (mut total, mut x) = (0u64, 1u64);
    for i in 0..std::hint::black_box(n) {
        total += std::hint::black_box(i);
    }
    for i in 0..n {
        x = (x * 31 + i) & 0xFFFFF;
    }
    format!("{total} {x}")
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let args: Vec<String> = env::args().collect();
    let number = |i: usize| args.get(i).and_then(|a| a.parse().ok()).unwrap_or(0);
    let (a, b) = (number(2), number(3));
    let result = match args[1].as_str() {
        "await_flat" => await_flat(a).await,
        "await_deep" => await_deep(a).await,
        "switch" => switches(a, b).await,
        "spawn" => spawns(a).await,
        "sleepers" => sleepers(a).await,
        "queue_items" => queue_items(a, b).await,
        "loops" => loops(a),
        _ => std::process::exit(2),
    };
    println!("{result}");
}

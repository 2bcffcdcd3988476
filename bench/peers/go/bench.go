// The workloads of bench/ for Go: goroutines, channels, timers.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"
)

//go:noinline
func leaf(x int) int { return x & 1023 }

func awaitFlat(n int) {
	total := 0
	for i := 0; i < n; i++ {
		total += leaf(i)
	}
	fmt.Println(total)
}

//go:noinline
func down(depth int) int {
	if depth == 0 {
		return 1
	}
	return down(depth-1) + 1
}

func awaitDeep(n int) {
	total := 0
	for i := 0; i < n; i++ {
		total += down(499)
	}
	fmt.Println(total)
}

func switches(tasks, total int) {
	results := make(chan int, tasks)
	for t := 0; t < tasks; t++ {
		go func(n int) {
			for i := 0; i < n; i++ {
				runtime.Gosched()
			}
			results <- n
		}(total / tasks)
	}
	sum := 0
	for t := 0; t < tasks; t++ {
		sum += <-results
	}
	fmt.Println(sum)
}

func spawn(n int) {
	const batch = 10000
	results := make([]int, batch)
	total := 0
	for start := 0; start < n; start += batch {
		var all sync.WaitGroup
		all.Add(batch)
		for i := 0; i < batch; i++ {
			go func(i int) {
				runtime.Gosched()
				results[i] = (start + i) & 7
				all.Done()
			}(i)
		}
		all.Wait()
		for _, r := range results {
			total += r
		}
	}
	fmt.Println(total)
}

func sleepers(n int) {
	var all sync.WaitGroup
	all.Add(n)
	results := make([]int8, n)
	for i := 0; i < n; i++ {
		go func(i int) {
			time.Sleep(time.Second + time.Duration(i%7)*time.Millisecond)
			results[i] = int8(i & 1)
			all.Done()
		}(i)
	}
	all.Wait()
	total := 0
	for _, r := range results {
		total += int(r)
	}
	fmt.Println(total)
}

func queueItems(pairs, n int) {
	queue := make(chan int, 100)
	sums := make(chan int, pairs)
	n /= pairs
	for p := 0; p < pairs; p++ {
		go func() {
			for i := 0; i < n; i++ {
				queue <- i
			}
		}()
		go func() {
			total := 0
			for i := 0; i < n; i++ {
				total += <-queue
			}
			sums <- total
		}()
	}
	total := 0
	for p := 0; p < pairs; p++ {
		total += <-sums
	}
	fmt.Println(total)
}

func loops(n int) {
	total, x := 0, 1
	for i := 0; i < n; i++ {
		total += i
	}
	for i := 0; i < n; i++ {
		x = (x*31 + i) & 0xFFFFF
	}
	fmt.Println(total, x)
}

func main() {
	runtime.GOMAXPROCS(1) // one thread, as everybody else here
	number := func(i int) int {
		if len(os.Args) <= i {
			return 0
		}
		n, _ := strconv.Atoi(os.Args[i])
		return n
	}
	a, b := number(2), number(3)
	switch os.Args[1] {
	case "await_flat":
		awaitFlat(a)
	case "await_deep":
		awaitDeep(a)
	case "switch":
		switches(a, b)
	case "spawn":
		spawn(a)
	case "sleepers":
		sleepers(a)
	case "queue_items":
		queueItems(a, b)
	case "loops":
		loops(a)
	default:
		os.Exit(2)
	}
}

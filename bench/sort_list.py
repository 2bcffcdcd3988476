# Sorting ints with list.sort, and with a quicksort over indices.
import sys


def make(n):
    items = []
    x = 42
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        items.append(x)
    return items


def quick(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i = low
        j = high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quick(items, low, j)
            low = i
        else:
            quick(items, i, high)
            high = j


n = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
a = make(n)
b = make(n)
a.sort()
quick(b, 0, n - 1)
print(a == b, a[0], a[n // 2], a[-1])

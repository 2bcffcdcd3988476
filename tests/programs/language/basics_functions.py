# Small functions as a beginner writes them: area, even, maximum, factorial, gcd, palindromes, primes.
def area(width, height):
    return width * height


def is_even(n):
    return n % 2 == 0


def maximum(numbers):
    best = numbers[0]
    for n in numbers:
        if n > best:
            best = n
    return best


def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)


def gcd(a, b):
    while b != 0:
        a, b = b, a % b
    return a


def is_palindrome(word):
    return word == word[::-1]


def is_prime(n):
    if n < 2:
        return False
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def count_vowels(text):
    count = 0
    for c in text:
        if c in "aeiou":
            count += 1
    return count


def fizzbuzz(n):
    if n % 15 == 0:
        return "FizzBuzz"
    if n % 3 == 0:
        return "Fizz"
    if n % 5 == 0:
        return "Buzz"
    return n


def average(numbers):
    return sum(numbers) / len(numbers)


def celsius(fahrenheit):
    return (fahrenheit - 32) * 5 / 9


def fibonacci(n):
    a, b = 0, 1
    result = []
    while len(result) < n:
        result.append(a)
        a, b = b, a + b
    return result


print(area(3, 4), is_even(7), is_even(8), maximum([3, 9, 2]), factorial(10), gcd(48, 36))
print(is_palindrome("level"), is_palindrome("python"), [n for n in range(30) if is_prime(n)])
print(count_vowels("the quick brown fox"), [fizzbuzz(n) for n in range(1, 16)])
print(average([1, 2, 3, 4]), celsius(212), round(celsius(100), 2), fibonacci(12))
nothing = print("a function without return gives")
print(nothing)

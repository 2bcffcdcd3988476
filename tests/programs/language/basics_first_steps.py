# The first page of every tutorial: print, variables, arithmetic, if, while, for, a function.
print("Hello, world!")
name = "Ada"
age = 36
print("My name is", name, "and I am", age)
age = age + 1
print(f"Next year: {age}")
price = 19.99
count = 3
print("Total:", price * count, "rounded:", round(price * count, 2))
if count > 5:
    print("many")
elif count == 3:
    print("three")
else:
    print("few")
n = 3
while n > 0:
    print(n, end=" ")
    n -= 1
print("lift off")
for i in range(5):
    print(i * i, end=",")
print()
for letter in name:
    print(letter)


def greet(who, greeting="Hello"):
    return greeting + ", " + who + "!"


print(greet("Bob"))
print(greet("Eve", "Bye"))
numbers = [4, 8, 15, 16, 23, 42]
total = 0
for number in numbers:
    if number % 2 == 0:
        total += number
print("sum of the even ones:", total, "largest:", max(numbers), "how many:", len(numbers))
ages = {"ann": 31, "bob": 25}
ages["cy"] = 47
for who in ages:
    print(who, "is", ages[who])
print("bob" in ages, "zed" in ages, len(ages))
done = False
print(not done, done or count > 2, 7 // 2, 7 % 2, 2 ** 8, 7 / 2)

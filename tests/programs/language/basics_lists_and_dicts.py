# Lists, dicts and strings as beginners use them: append, loops with index, counting, grouping, nesting.
shopping = []
shopping.append("milk")
shopping.append("bread")
shopping.insert(0, "eggs")
print(shopping, len(shopping), shopping[0], shopping[-1])
shopping.remove("milk")
shopping[1] = "rolls"
print(shopping, "eggs" in shopping)
for index, item in enumerate(shopping):
    print(index + 1, item)
scores = [88, 92, 79, 93, 85]
scores.sort()
print(scores, scores[1:3], sum(scores), min(scores), sorted(scores, reverse=True))
squares = []
for i in range(10):
    squares.append(i ** 2)
print(squares, [x for x in squares if x > 20])
matrix = [[1, 2, 3], [4, 5, 6]]
for row in matrix:
    for cell in row:
        print(cell, end=" ")
    print()
print(matrix[1][2])
text = "the cat and the dog and the bird"
counts = {}
for word in text.split():
    if word in counts:
        counts[word] += 1
    else:
        counts[word] = 1
print(counts)
for word in sorted(counts):
    print(f"{word}: {counts[word]}")
phone = {"ann": "555-1", "bob": "555-2"}
print(phone.get("ann"), phone.get("zed"), phone.get("zed", "unknown"))
for name, number in phone.items():
    print(name, "->", number)
del phone["ann"]
print(phone, list(phone.keys()), list(phone.values()))
students = [{"name": "Ann", "grade": 90}, {"name": "Bob", "grade": 72}]
for s in students:
    if s["grade"] >= 80:
        print(s["name"], "passed well")
print("-".join(["2024", "01", "31"]), "a,b,c".split(","), "shout".upper(), "  trim ".strip())
point = (3, 4)
x, y = point
print(x + y, point)
unique = set([1, 2, 2, 3, 3, 3])
print(len(unique), 2 in unique, sorted(unique))
stack = [1, 2, 3]
print(stack.pop(), stack.pop(), stack)
reversed_text = ""
for c in "hello":
    reversed_text = c + reversed_text
print(reversed_text)

# A to-do list driven by commands from standard input, with undo, filters and a summary.
# stdin: add buy milk\nadd write report !high\nadd call bob !low\nlist\ndone 2\nlist open\n
# stdin: undo\nlist done\ndone 9\nremove 1\nfoo\nadd\nstats\nquit\nlist\n
class TodoError(Exception):
    pass


class Todo:
    def __init__(self):
        self.items = []
        self.history = []
        self.next_id = 1

    def save(self):
        self.history.append(([dict(item) for item in self.items], self.next_id))

    def find(self, text):
        for item in self.items:
            if str(item["id"]) == text:
                return item
        raise TodoError(f"no item {text}")

    def cmd_add(self, *words):
        if not words:
            raise TodoError("nothing to add")
        priority = "normal"
        if words[-1].startswith("!"):
            *words, flag = words
            priority = flag[1:]
        self.save()
        self.items.append({"id": self.next_id, "text": " ".join(words), "priority": priority,
                           "done": False})
        self.next_id += 1
        return f"added {self.next_id - 1}"

    def cmd_done(self, number):
        item = self.find(number)
        self.save()
        self.find(number)["done"] = True
        return f"done: {item['text']}"

    def cmd_remove(self, number):
        item = self.find(number)
        self.save()
        self.items.remove(item)
        return f"removed: {item['text']}"

    def cmd_undo(self):
        if not self.history:
            raise TodoError("nothing to undo")
        self.items, self.next_id = self.history.pop()
        return "undone"

    def cmd_list(self, which="all"):
        order = {"high": 0, "normal": 1, "low": 2}
        shown = [i for i in self.items if which == "all" or i["done"] == (which == "done")]
        lines = [f"  [{'x' if i['done'] else ' '}] {i['id']}. {i['text']} ({i['priority']})"
                 for i in sorted(shown, key=lambda i: (order.get(i["priority"], 9), i["id"]))]
        return "\n".join(lines) or "  (nothing)"

    def cmd_stats(self):
        done = sum(i["done"] for i in self.items)
        return f"{len(self.items)} items, {done} done, {len(self.history)} steps to undo"


def main():
    todo, count = Todo(), 0
    while True:
        try:
            line = input("> ")
        except EOFError:
            print("end of input")
            break
        print(line)
        count += 1
        verb, *words = line.split()
        if verb == "quit":
            print("bye")
            break
        command = getattr(todo, f"cmd_{verb}", None)
        if command is None:
            print(f"unknown command {verb!r}")
            continue
        try:
            print(command(*words))
        except TodoError as error:
            print("error:", error)
    print(count, "commands")
    rest = []
    try:
        while True:
            rest.append(input())
    except EOFError as error:
        print(rest, type(error).__name__, error)


main()

# A text adventure: rooms in a dict, commands from a script, a small parser, state changes.
ROOMS = {
    "hall": {
        "text": "A dusty hall. Doors lead north and east.",
        "exits": {"north": "library", "east": "kitchen"},
        "items": ["lamp"],
    },
    "library": {
        "text": "Shelves up to the ceiling.",
        "exits": {"south": "hall", "down": "cellar"},
        "items": ["book", "key"],
    },
    "kitchen": {"text": "It smells of old soup.", "exits": {"west": "hall"}, "items": ["bread"]},
    "cellar": {"text": "A chest stands here.", "exits": {"up": "library"}, "items": [],
               "dark": True},
}

SCRIPT = """
look
take sword
take lamp
north
take key
take book
down
open chest
light lamp
look
open chest
open chest
up
drop book
look
fly
go
inventory
quit
look
"""


class Game:
    def __init__(self, rooms):
        self.rooms = {name: {**room, "items": list(room["items"])} for name, room in rooms.items()}
        self.place = "hall"
        self.bag = []
        self.lit = False
        self.opened = False
        self.running = True
        self.moves = 0

    @property
    def room(self):
        return self.rooms[self.place]

    def is_dark(self):
        return self.room.get("dark", False) and not self.lit

    def do_look(self):
        if self.is_dark():
            return "It is too dark to see."
        seen = self.room["text"]
        if self.room["items"]:
            seen += " You see: " + ", ".join(sorted(self.room["items"])) + "."
        return seen

    def do_take(self, item):
        if item not in self.room["items"]:
            return f"There is no {item} here."
        self.room["items"].remove(item)
        self.bag.append(item)
        return f"You take the {item}."

    def do_drop(self, item):
        if item not in self.bag:
            return f"You have no {item}."
        self.bag.remove(item)
        self.room["items"].append(item)
        return "Dropped."

    def do_go(self, direction):
        try:
            self.place = self.room["exits"][direction]
        except KeyError:
            return f"You cannot go {direction}."
        self.moves += 1
        return self.do_look()

    def do_light(self, item):
        if item == "lamp" and "lamp" in self.bag:
            self.lit = True
            return "The lamp glows."
        return "You cannot light that."

    def do_open(self, thing):
        if thing != "chest" or self.place != "cellar" or self.is_dark():
            return "You see nothing like that."
        if "key" not in self.bag:
            return "It is locked."
        if self.opened:
            return "It is open already."
        self.opened = True
        self.room["items"].append("gold")
        return "It creaks. Gold!"

    def do_inventory(self):
        return "You carry: " + (", ".join(self.bag) or "nothing")

    def do_quit(self):
        self.running = False
        return f"Goodbye after {self.moves} moves."

    def execute(self, line):
        verb, *words = line.split()
        if verb in ("north", "south", "east", "west", "up", "down"):
            verb, words = "go", [verb]
        method = getattr(self, "do_" + verb, None)
        if method is None:
            return f"I do not know how to {verb}."
        try:
            return method(*words)
        except TypeError:
            return f"{verb} what?"


game = Game(ROOMS)
for line in SCRIPT.strip().splitlines():
    print(">", line)
    print(game.execute(line))
    if not game.running:
        break
print(game.place, game.bag, game.opened, ROOMS["hall"]["items"])

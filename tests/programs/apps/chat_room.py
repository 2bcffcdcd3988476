# A chat room: members as tasks with mailboxes, commands, private messages, kicks, a transcript.
import asyncio


class Mailbox:
    def __init__(self):
        self.letters = []
        self.waiting = None

    def put(self, letter):
        self.letters.append(letter)
        if self.waiting and not self.waiting.done():
            self.waiting.set_result(None)

    async def get(self):
        while not self.letters:
            self.waiting = asyncio.get_running_loop().create_future()
            await self.waiting
        return self.letters.pop(0)


class Room:
    def __init__(self):
        self.members = {}
        self.transcript = []

    def join(self, name):
        if name in self.members:
            raise ValueError(f"{name} is taken")
        self.broadcast("*", f"{name} joined")
        self.members[name] = Mailbox()
        return self.members[name]

    def leave(self, name, reason="left"):
        if self.members.pop(name, None):
            self.broadcast("*", f"{name} {reason}")

    def broadcast(self, sender, text):
        self.transcript.append(f"{sender}: {text}")
        for name, box in self.members.items():
            if name != sender:
                box.put((sender, text))

    def command(self, sender, line):
        verb, _, rest = line[1:].partition(" ")
        if verb == "msg":
            to, _, text = rest.partition(" ")
            if to not in self.members:
                return f"no {to} here"
            self.members[to].put((f"{sender} (private)", text))
            return "sent"
        if verb == "who":
            return ", ".join(sorted(self.members))
        if verb == "kick":
            if rest in self.members:
                self.members[rest].put(None)
                self.leave(rest, f"was kicked by {sender}")
                return "kicked"
            return f"no {rest} here"
        return f"unknown command {verb}"


async def listener(name, box, heard):
    while True:
        letter = await box.get()
        if letter is None:
            heard.append("(kicked)")
            return
        heard.append("{}: {}".format(*letter))


async def member(room, name, lines, heard):
    ears = asyncio.create_task(listener(name, room.join(name), heard))
    for line in lines:
        await asyncio.sleep(0)
        if name not in room.members:
            break
        if line.startswith("/"):
            print(f"{name} {line!r} -> {room.command(name, line)}")
        else:
            room.broadcast(name, line)
    await asyncio.sleep(0)
    room.leave(name)
    await asyncio.sleep(0)
    ears.cancel()
    try:
        await ears
    except asyncio.CancelledError:
        pass
    return len(heard)


async def main():
    room = Room()
    heard = {name: [] for name in ("ann", "bob", "troll")}
    scripts = {
        "ann": ["hello", "/who", "/msg bob psst", "bye"],
        "bob": ["hi ann", "/msg zed hi", "/kick troll", "/dance", "see you"],
        "troll": ["SPAM", "SPAM SPAM", "SPAM SPAM SPAM", "SPAM again"],
    }
    counts = await asyncio.gather(*(member(room, n, scripts[n], heard[n]) for n in scripts))
    print("heard", counts)
    for name, lines in heard.items():
        print(name, lines)
    print("\n".join(room.transcript))
    try:
        room.join("x")
        room.join("x")
    except ValueError as error:
        print(error)


asyncio.run(main())

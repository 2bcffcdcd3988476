# A bank: accounts, transfers run as tasks, insufficient funds, an audit at the end.
import asyncio


class InsufficientFunds(Exception):
    def __init__(self, account, needed):
        super().__init__(f"{account.owner} lacks {needed - account.balance}")
        self.account = account


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("+", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(("-", amount))

    def __repr__(self):
        return f"<Account {self.owner}: {self.balance}>"


class Bank:
    def __init__(self):
        self.accounts = {}
        self.failed = 0

    def open(self, owner, balance=0):
        if owner in self.accounts:
            raise ValueError(f"{owner} already has an account")
        self.accounts[owner] = Account(owner, balance)
        return self.accounts[owner]

    async def transfer(self, source, target, amount):
        await asyncio.sleep(0)
        try:
            self.accounts[source].withdraw(amount)
            await asyncio.sleep(0)
            self.accounts[target].deposit(amount)
            print(f"{source} -> {target}: {amount}")
            return True
        except InsufficientFunds as error:
            print(f"{source} -> {target}: {amount} refused, {error}")
            self.failed += 1
            return False
        except KeyError as error:
            print(f"no such account: {error}")
            return None

    def total(self):
        return sum(a.balance for a in self.accounts.values())


async def main():
    bank = Bank()
    for owner, balance in [("ann", 100), ("bob", 50), ("cleo", 0)]:
        print("opened", bank.open(owner, balance))
    before = bank.total()
    results = await asyncio.gather(
        bank.transfer("ann", "bob", 30),
        bank.transfer("bob", "cleo", 60),
        bank.transfer("cleo", "ann", 10),
        bank.transfer("ann", "cleo", 500),
        bank.transfer("zed", "ann", 1),
    )
    print("results", results)
    await bank.transfer("cleo", "ann", 10)
    for account in bank.accounts.values():
        moves = " ".join(f"{sign}{amount}" for sign, amount in account.history)
        print(f"{account.owner:>5} {account.balance:>5} | {moves}")
    print("total unchanged:", bank.total() == before, "failed:", bank.failed)
    for action in (lambda: bank.open("ann"), lambda: bank.accounts["bob"].deposit(-5)):
        try:
            action()
        except ValueError as error:
            print("ValueError:", error)


asyncio.run(main())

# An inventory with dataclasses: stock movements, low-stock alarms, reports, validation errors.
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Optional


class StockError(Exception):
    """Raised when a movement is not possible."""


@dataclass(frozen=True)
class Product:
    sku: str
    name: str
    price: float
    category: str = "misc"


@dataclass
class Line:
    product: Product
    quantity: int = 0
    minimum: int = 5
    history: List[int] = field(default_factory=list, repr=False)

    @property
    def value(self) -> float:
        return self.quantity * self.product.price

    @property
    def low(self) -> bool:
        return self.quantity < self.minimum

    def move(self, amount: int) -> None:
        if self.quantity + amount < 0:
            raise StockError(f"only {self.quantity} of {self.product.name} left, {-amount} wanted")
        self.quantity += amount
        self.history.append(amount)


@dataclass
class Inventory:
    lines: Dict[str, Line] = field(default_factory=dict)

    def add(self, product: Product, quantity: int = 0, *, minimum: int = 5) -> Line:
        if product.sku in self.lines:
            raise StockError(f"{product.sku} exists")
        if quantity < 0:
            raise ValueError("quantity must not be negative")
        line = self.lines[product.sku] = Line(product, minimum=minimum)
        if quantity:
            line.move(quantity)
        return line

    def find(self, text: str) -> List[Product]:
        text = text.lower()
        return [line.product for line in self.lines.values() if text in line.product.name.lower()]

    def sell(self, basket: Dict[str, int]) -> float:
        done = []
        try:
            for sku, quantity in basket.items():
                self.lines[sku].move(-quantity)
                done.append((sku, quantity))
        except (StockError, KeyError) as error:
            for sku, quantity in reversed(done):
                self.lines[sku].move(quantity)
            raise StockError(f"sale refused: {error}") from error
        return sum(self.lines[sku].product.price * n for sku, n in basket.items())

    def by_category(self) -> Dict[str, List[Line]]:
        result: Dict[str, List[Line]] = {}
        for line in self.lines.values():
            result.setdefault(line.product.category, []).append(line)
        return result

    def report(self) -> str:
        out = [f"{'item':<12}{'qty':>5}{'price':>9}{'value':>10}  note"]
        for category, lines in sorted(self.by_category().items()):
            out.append(f"[{category}]")
            for line in sorted(lines, key=lambda l: -l.value):
                p = line.product
                note = "LOW" if line.low else ""
                numbers = f"{line.quantity:>5}{p.price:>9.2f}{line.value:>10,.2f}"
                out.append(f"{p.name:<12}{numbers}  {note}".rstrip())
        out.append(f"{'total':<26}{sum(l.value for l in self.lines.values()):>10,.2f}")
        return "\n".join(out)


stock = Inventory()
stock.add(Product("a1", "Apple", 0.25, "fruit"), 200)
stock.add(Product("p7", "Pineapple", 2.5, "fruit"), 3)
stock.add(Product("h1", "Hammer", 19.99, "tools"), 60, minimum=10)
stock.add(Product("n1", "Nails", 0.01), 10000)
print(stock.report())
print([p.sku for p in stock.find("APPLE")], stock.find("zebra"))
print(f"{stock.sell({'a1': 10, 'h1': 2}):.2f}")
for basket in ({"a1": 5, "p7": 9}, {"zz": 1}, {"h1": 1, "a1": 1000}):
    try:
        stock.sell(basket)
    except StockError as error:
        print(error, "|", type(error.__cause__).__name__)
print(stock.lines["a1"], stock.lines["a1"].history)
for action in (lambda: stock.add(Product("a1", "Again", 1)),
               lambda: stock.add(Product("x", "X", 1), -1),
               lambda: setattr(stock.lines["a1"].product, "price", 0)):
    try:
        action()
    except (StockError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
print(stock.report())

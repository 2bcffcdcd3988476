# A sales report: a CSV text parsed by hand, grouped, totalled, drawn as f-string tables and bars.
CSV = """date,region,product,units,price
2024-01-03,north,widget,10,2.50
2024-01-05,south,gadget,3,20.00
2024-01-20,north,gadget,1,20.00
2024-02-02,east,widget,40,2.25
2024-02-10,south,"gizmo, large",2,100
2024-02-11,north,widget,abc,2.5
2024-03-01,east,gadget,5,19.5
2024-03-15,south,widget,7,2.5
2024-03-15,south,widget
"""


def split_csv(line):
    fields, field, quoted = [], "", False
    for char in line:
        if char == '"':
            quoted = not quoted
        elif char == "," and not quoted:
            fields.append(field)
            field = ""
        else:
            field += char
    return fields + [field]


def rows(text):
    header, *lines = text.strip().split("\n")
    names = split_csv(header)
    for number, line in enumerate(lines, start=2):
        fields = split_csv(line)
        if len(fields) != len(names):
            print(f"line {number}: {len(fields)} fields instead of {len(names)}")
            continue
        row = dict(zip(names, fields))
        try:
            row["units"], row["price"] = int(row["units"]), float(row["price"])
        except ValueError as error:
            print(f"line {number}: {error}")
            continue
        row["total"] = row["units"] * row["price"]
        yield row


def group(items, key):
    result = {}
    for item in items:
        result.setdefault(key(item), []).append(item)
    return result


def total(items):
    return sum(item["total"] for item in items)


def money(amount):
    return f"{amount:,.2f}"


data = list(rows(CSV))
print(f"{len(data)} good rows, total {money(total(data))}")
print(f"{'date':<11}|{'region':^8}|{'product':<13}|{'units':>6}|{'total':>10}")
print("-" * 11 + "+" + "-" * 8 + "+" + "-" * 13 + "+" + "-" * 6 + "+" + "-" * 10)
for row in sorted(data, key=lambda r: (-r["total"], r["date"])):
    print(f"{row['date']:<11}|{row['region']:^8}|{row['product']:<13}|{row['units']:>6}"
          f"|{money(row['total']):>10}")

print("\nby month")
for month, items in group(data, lambda r: r["date"][:7]).items():
    amount = total(items)
    print(f"  {month} {money(amount):>9} {'#' * round(amount / 10)}")

print("\nregion by product")
regions = sorted({r["region"] for r in data})
products = sorted({r["product"] for r in data})
cells = {(r,
          p): total(i for i in data if (i["region"], i["product"]) == (r,
                                                                       p)) for r in regions for p in products}
print(f"{'':<8}" + "".join(f"{p[:10]:>12}" for p in products) + f"{'sum':>12}")
for r in regions:
    line = [cells[r, p] for p in products]
    print(f"{r:<8}" + "".join(f"{money(c) if c else '-':>12}" for c in line) + f"{money(sum(line)):>12}")
columns = [sum(cells[r, p] for r in regions) for p in products]
print(f"{'sum':<8}" + "".join(f"{money(c):>12}" for c in columns) + f"{money(sum(columns)):>12}")

best = max(data, key=lambda r: r["total"])
share = {r: total(items) / total(data) for r, items in group(data, lambda r: r["region"]).items()}
print(f"\nbest sale: {best['product']!r} in {best['region']} on {best['date']} ({money(best['total'])})")
print("shares:", ", ".join(f"{r} {s:.1%}" for r, s in sorted(share.items(), key=lambda kv: -kv[1])))
print(f"average price: {sum(r['price'] for r in data) / len(data):.3f}, units: {sum(r['units'] for r in data):,}")

"""Bars on a logarithmic scale, as SVG text."""
from math import log10

BAR, GAP, LEFT, WIDTH = 15, 26, 150, 560
COLOURS = {"C by hand": "#777777", "asyncc build": "#1a7f37", "asyncc run": "#7fc241"}
OTHERS = ["#0969da", "#bc4c00", "#8250df", "#bf8700", "#cf222e", "#1b7c83", "#57606a", "#a475f9", "#e16f24"]


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def label(x):
    return f"{x:,.1f}" if x < 100 else f"{x:,.0f}"


def bars(title, results):
    """`results`: {group: {name: number}}; one block of bars for each group."""
    numbers = [x for row in results.values() for x in row.values()]
    low, high = log10(max(min(numbers), 0.1)) - 0.3, log10(max(numbers))
    colours = dict(COLOURS)
    for name in dict.fromkeys(n for row in results.values() for n in row):
        if name not in colours:
            colours[name] = OTHERS[len(colours) % len(OTHERS)]
    parts, y = [], 50
    for group, row in results.items():
        parts.append(f'<text x="8" y="{y}" font-weight="bold">{escape(group)}</text>')
        y += 6
        for name, x in row.items():
            size = max((log10(max(x, 0.1)) - low) / (high - low) * WIDTH, 1)
            parts.append(f'<text x="{LEFT - 6}" y="{y + 11}" text-anchor="end">{escape(name)}</text>')
            parts.append(f'<rect x="{LEFT}" y="{y}" width="{size:.1f}" height="{BAR - 3}" fill="{colours[name]}"/>')
            parts.append(f'<text x="{LEFT + size + 5:.1f}" y="{y + 11}">{label(x)}</text>')
            y += BAR
        y += GAP
    head = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 90}" height="{y}" '
            'font-family="sans-serif" font-size="11">\n<rect width="100%" height="100%" fill="white"/>')
    heading = f'<text x="8" y="24" font-size="15">{escape(title)} (logarithmic; shorter is faster)</text>'
    return "\n".join([head, heading, *parts, "</svg>"]) + "\n"

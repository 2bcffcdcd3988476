# complex: arithmetic, repr, attributes, comparison, functions, errors.
z, w = 3 + 4j, 1 - 2j
print(z, w, z + w, z - w, z * w, z / w, -z, +z, abs(z), z ** 2, z.conjugate(), z.real, z.imag)
print(1j * 1j, 2j, 1 + 0j, 0j, -0j, complex(1, 2), complex("1+2j"), complex(5), complex(),
      complex("j"), complex(1.5, -0.0))
print(z == 3 + 4j, z != w, z == 3, 3 + 0j == 3, hash(3 + 0j) == hash(3), bool(0j), bool(1j),
      {1j: "i"}[1j])
print(z + 1, 1.5 + z, z * 2, z / 2, 2 / z, 2 ** 1j, 1j ** 2, (-1) ** 0.5, (-8) ** (1 / 3))
print(repr(1.5 + 2j), str(-1j), [1j], f"{z}", f"{z:.2f}", f"{z:>12}", "%s" % z, 1e20j,
      complex("inf"), complex(float("nan"), 1))
print(sum([1j, 2, 0.5]), isinstance(z, complex), type(z).__name__, type(z.real).__name__,
      round(abs(1 + 1j), 6))
for label, action in [
    ("less", lambda: z < w),
    ("int", lambda: int(z)),
    ("float", lambda: float(z)),
    ("zero", lambda: z / 0),
    ("floor", lambda: z // 2),
    ("mod", lambda: z % 2),
    ("text", lambda: complex("1 + 2j")),
    ("str", lambda: z + "a"),
    ("round", lambda: round(z)),
    ("max", lambda: max(z, w)),
    ("index", lambda: [1][1j]),
]:
    try:
        print(label, action())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(f"{label}: {type(error).__name__}: {error}")


def mandelbrot(c, limit=30):
    z = 0
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


for y in range(8, -9, -4):
    print("".join(" .:-=+*#%@"[mandelbrot(complex(x / 16, y / 8)) // 4] for x in range(-32, 13, 2)))

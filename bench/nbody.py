# Five bodies under gravity: floats in the fields of objects.
import sys


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz
        self.mass = mass


def make_bodies():
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47841760435743),
        Body(4.84143144246472, -1.16032004402742, -0.10362204447112,
             0.60632639299583, 2.81198684491626, -0.02521836165988, 0.03769367487038),
        Body(8.34336671824458, 4.1247985641243, -0.4035234171143,
             -1.01077434617879, 1.82566237123041, 0.00841576137658, 0.01128632613196),
        Body(12.8943695621391, -15.1111514016986, -0.22330757889265,
             1.08279100644153, 0.86871301816960, -0.01083263740136, 0.00172372405705),
        Body(15.3796971148509, -25.9193146099879, 0.17925877295037,
             0.97909073224389, 0.59469899864767, -0.03475595555078, 0.00203368686992),
    ]


def advance(bodies, dt, steps):
    for _ in range(steps):
        for i in range(len(bodies)):
            a = bodies[i]
            for j in range(i + 1, len(bodies)):
                b = bodies[j]
                dx = a.x - b.x
                dy = a.y - b.y
                dz = a.z - b.z
                d2 = dx * dx + dy * dy + dz * dz
                mag = dt / (d2 * d2 ** 0.5)
                a.vx -= dx * b.mass * mag
                a.vy -= dy * b.mass * mag
                a.vz -= dz * b.mass * mag
                b.vx += dx * a.mass * mag
                b.vy += dy * a.mass * mag
                b.vz += dz * a.mass * mag
        for body in bodies:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


def energy(bodies):
    e = 0.0
    for i in range(len(bodies)):
        a = bodies[i]
        e += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            e -= a.mass * b.mass / (dx * dx + dy * dy + dz * dz) ** 0.5
    return e


n = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
bodies = make_bodies()
advance(bodies, 0.01, n)
print(f"{energy(bodies):.9f}")

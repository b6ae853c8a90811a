"""Large drawings and pen traces for measuring the window: the same bytes every time.

    drawings.py big OUT.sketch.json [STROKES]      a map of 256 m with many strokes (20,000)
    drawings.py trace OUT.json [SECONDS] [HZ]      a pen that draws all the time (10 s at 240 Hz)
"""
import json
import math
import random
import sys

SIDE = 256.0     # metres
PIXELS = 4       # a metre on the sheet at 100 %
REACH = 0.3      # seconds that the pen is seen in the air before it touches
SYMBOLS = ["tree", "pine", "bush", "flowers", "boulder", "tall_grass"]
LINES = ["ink"] * 40 + ["path", "fence"]  # hatching, mostly
PEN = ["river", "road", "ink", "path", "forest", "hill", "wall", "house", "lake", "tree"]


def wavy(rng, x, y, length, points):
    """A line as a hand draws it: it bends slowly and trembles a little."""
    angle, bend, line = rng.uniform(0, 2 * math.pi), 0.0, []
    for _ in range(points):
        line.append((min(max(x, 2), SIDE - 2), min(max(y, 2), SIDE - 2)))
        bend = 0.9 * bend + rng.gauss(0, 0.05)
        angle += bend
        x += math.cos(angle) * length / points
        y += math.sin(angle) * length / points
    return line


def big(strokes=20000, seed=5):
    rng, made = random.Random(seed), []
    for number in range(1, strokes + 1):
        x, y = rng.uniform(4, SIDE - 4), rng.uniform(4, SIDE - 4)
        if number % 5 < 3:
            line = wavy(rng, x, y, rng.uniform(2, 12), 12)
            made.append({"id": number, "brush": rng.choice(LINES), "width": 0.8,
                         "points": [[round(a, 2), round(b, 2), round(rng.uniform(0.3, 1), 2)] for a, b in line]})
        else:
            made.append({"id": number, "brush": rng.choice(SYMBOLS), "points": [[round(x, 2), round(y, 2)]]})
    return {"format": "sketchwalk-sketch", "version": 1, "extent": [SIDE, SIDE], "base": "grass", "seed": 7,
            "strokes": made}


def trace(seconds=10.0, hertz=240.0, seed=11, pause=0.15):
    """A pen comes into reach a moment before it touches the paper, as tablets report it; `pause`: seconds between strokes."""
    rng, events, t = random.Random(seed), [], 0.0

    def add(x, y, pressure, kind, brush):
        events.append({"t": round(t, 5), "x": round(x * PIXELS, 2), "y": round(y * PIXELS, 2),
                       "pressure": round(min(max(pressure, 0), 1), 3), "type": kind, "brush": brush})

    while t < seconds:
        brush = rng.choice(PEN)
        count = 3 if brush == "tree" else rng.randint(40, 240)
        length = 1 if brush == "tree" else count * rng.uniform(0.15, 0.5)
        line = wavy(rng, rng.uniform(40, SIDE - 40), rng.uniform(40, SIDE - 40), length, count)
        if events:
            reach = round(min(pause, REACH) * hertz)
            t += pause - reach / hertz
            from_x, from_y = line[0][0] + 25, line[0][1] + 15
            for i in range(reach):
                left = (1 - i / reach) ** 2
                add(line[0][0] + (from_x - line[0][0]) * left, line[0][1] + (from_y - line[0][1]) * left, 0, "move", brush)
                t += 1 / hertz
        for i, (x, y) in enumerate(line):
            pressure = 0.35 + 0.5 * math.sin(math.pi * i / count) + rng.uniform(-0.05, 0.05)
            add(x, y, max(pressure, 0.05), "press" if i == 0 else "move", brush)
            t += 1 / hertz
        add(*line[-1], 0, "release", brush)
    return {"events": events}


def main(args):
    if len(args) < 2 or args[0] not in ("big", "trace"):
        print(__doc__)
        return 2
    made = big(*map(int, args[2:])) if args[0] == "big" else trace(*map(float, args[2:]))
    with open(args[1], "w", encoding="utf-8") as file:
        json.dump(made, file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

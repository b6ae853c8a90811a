#!/usr/bin/env python3
"""Two real towns: every house, church and bridge of the map stands once, and no river is broken.

    places.py SKETCHWALK_CLI
"""
import collections
import json
import os
import sys
import tempfile

import worlds

ONCE = {"house": {"house", "cabin"}, "church": {"church"}, "bridge": {"bridge"}}
WATER = {"sea", "lake", "river", "swamp", "ice", "lava"}
STEP = 0.5  # of a cell: how finely a river is followed


def on_map(point, extent):
    return 0 <= point[0] < extent[0] and 0 <= point[1] < extent[1]


def check_objects(sketch, about):
    """Strokes that hold not exactly one fitting object. A drawn block of houses may hold several; a bridge whose ends both
    lie off the map need not stand."""
    wrong = []
    fitting = collections.Counter((o["stroke"], o["category"]) for o in about["objects"] if o["stroke"] is not None)
    for stroke in sketch["strokes"]:
        wanted = ONCE.get(stroke["brush"])
        if not wanted or not any(on_map(p, sketch["extent"]) for p in stroke["points"]):
            continue
        count = sum(fitting[stroke["id"], category] for category in wanted)
        most = 1 if stroke["brush"] != "house" or area(stroke["points"]) < 900 else 40
        if not 1 <= count <= most:
            wrong.append(f"stroke {stroke['id']} ({stroke['brush']}): {count} stand")
    return wrong


def area(points):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1]))) / 2


def along(points, step):
    for a, b in zip(points, points[1:]):
        length = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5
        count = max(1, int(length / step))
        for i in range(count):
            yield a[0] + (b[0] - a[0]) * i / count, a[1] + (b[1] - a[1]) * i / count


def check_rivers(sketch, about, read_png, package):
    width, height, channels, rows = read_png(os.path.join(package, "surface.png"))
    wet = {i for i, name in enumerate(about["surfaces"]) if name in WATER}
    east, south = sketch["extent"]
    wrong = []
    for stroke in sketch["strokes"]:
        if stroke["brush"] != "river":
            continue
        dry = total = 0
        for x, y in along(stroke["points"], STEP * east / width):
            if on_map((x, y), sketch["extent"]):
                total += 1
                dry += rows[int(y / south * height)][int(x / east * width) * channels] not in wet
        if dry:
            wrong.append(f"river {stroke['id']}: {dry} of {total} places along it are dry")
    return wrong


def main(cli):
    data = worlds.shared_or_skip("data/osm")
    read_png = worlds.module(os.path.join(data, "tools", "judge.py")).read_png
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for place in worlds.places(data):
            package = os.path.join(folder, worlds.name_of(place))
            worlds.generate(cli, place, package, "--resolution", "1024")
            with open(place, encoding="utf-8") as file:
                sketch = json.load(file)
            with open(os.path.join(package, "scene.json"), encoding="utf-8") as file:
                about = json.load(file)
            wrong = check_objects(sketch, about) + check_rivers(sketch, about, read_png, package)
            print(f"{worlds.name_of(place)}: {len(about['objects'])} objects, {len(wrong)} wrong")
            print("\n".join(wrong[:20]))
            failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

#!/usr/bin/env python3
"""three.js plays the animations of followers and cameras: everybody is where the file's own numbers say, at any time, in the
universal and in the compact profile; the camera's picture shows a world.

    routes.py SKETCHWALK_CLI [--keep FOLDER]
"""
import argparse
import json
import math
import os
import struct
import subprocess
import sys
import tempfile
import threading

import browser
import worlds

TIMES = (0, 3.7, 21.3, 200)  # seconds
MOST = 0.01  # metres
STROKES = [
    {"id": 1, "brush": "lake", "closed": True, "points": [[80, 10], [120, 10], [120, 50], [80, 50]]},
    {"id": 2, "brush": "house", "points": [[40, 64]]},
    {"id": 3, "brush": "route", "points": [[10, 64, 1, 0], [70, 64, 1, 40]]},
    {"id": 4, "brush": "a cow", "points": [[20, 90], [60, 100], [100, 90]]},
    {"id": 5, "brush": "route", "text": "cart", "points": [[10, 20], [60, 24]]},
    {"id": 6, "brush": "route", "points": [[86, 20], [114, 26], [100, 44]]},
    {"id": 7, "brush": "camera", "points": [[10, 120], [60, 80], [110, 60]]},
]


def numbers(document, binary, accessor):
    about = document["accessors"][accessor]
    width = {"SCALAR": 1, "VEC3": 3, "VEC4": 4}[about["type"]]
    start = document["bufferViews"][about["bufferView"]].get("byteOffset", 0) + about.get("byteOffset", 0)
    flat = struct.unpack_from(f"<{about['count'] * width}f", binary, start)
    return [flat[i : i + width] for i in range(0, len(flat), width)]


def places_in(path, seconds):
    """Where every animation of the file has its node at a time."""
    with open(path, "rb") as file:
        data = file.read()
    length = struct.unpack_from("<I", data, 12)[0]
    document, binary = json.loads(data[20 : 20 + length]), data[28 + length :]
    places = {}
    for animation in document["animations"]:
        channel = next(c for c in animation["channels"] if c["target"]["path"] == "translation")
        sampler = animation["samplers"][channel["sampler"]]
        times = [t[0] for t in numbers(document, binary, sampler["input"])]
        values = numbers(document, binary, sampler["output"])
        at = math.fmod(seconds, times[-1])
        i = max(k for k in range(len(times) - 1) if times[k] <= at)
        share = (at - times[i]) / (times[i + 1] - times[i])
        name = document["nodes"][channel["target"]["node"]]["name"]
        places[name] = [a + (b - a) * share for a, b in zip(values[i], values[i + 1])]
    return places


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cli")
    parser.add_argument("--keep")
    given = parser.parse_args()
    worlds.needs("chromium")
    worlds.needs_modules("three")
    shop, failed = browser.Shop(), 0
    threading.Thread(target=shop.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or temporary
        os.makedirs(folder, exist_ok=True)
        sketch = os.path.join(folder, "routes.sketch.json")
        with open(sketch, "w") as file:
            json.dump({"format": "sketchwalk-sketch", "version": 1, "extent": [128, 128], "seed": 4, "strokes": STROKES}, file)
        for profile in ("universal", "compact"):
            scene = os.path.join(folder, f"{profile}.glb")
            subprocess.run([given.cli, "generate", sketch, "-o", scene, "--profile", profile, "--quiet"], check=True)
            for seconds in TIMES:
                view = "flight" if seconds == TIMES[1] else "iso"
                said = browser.visit(f"{shop.begin(scene)}&view={view}&width=640&height=480&seconds={seconds}", shop)
                about = json.loads(shop.posted.get("/done", b"{}"))
                with open(os.path.join(folder, f"{profile}-{seconds}-{view}.png"), "wb") as file:
                    file.write(shop.posted.get("/picture", b""))
                wanted, found = places_in(scene, seconds), about.get("places", {})
                off = max((math.dist(place, found.get(name, [1e9] * 3)) for name, place in wanted.items()), default=1e9)
                wrong = said + browser.emptiness(about) + ([] if off <= MOST and len(wanted) == 5 else [f"{off:.3f} m off"])
                print(f"{profile:10s} {seconds:6.1f} s: {len(wanted)} animations, at most {off * 1000:.2f} mm off "
                      + ("\n  ".join(["", *wrong]) if wrong else "played"), flush=True)
                failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

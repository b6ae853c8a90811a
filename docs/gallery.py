#!/usr/bin/env python3
"""Draws the gallery anew: every test layout and both real places, from the air and at eye height.

    gallery.py CLI      renders into docs/gallery and writes docs/gallery.md; needs the test data beside the checkout
"""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "tests", "readers"))
import worlds  # noqa: E402

MOST_BYTES = 3_000_000
VIEWS = {"iso": "880x640", "walk": "880x500"}
HEAD = """# Gallery

What the program makes of other people's maps, drawn by its own rasteriser (`sketchwalk-cli render`), unretouched. Left from the
air, right at eye height from where a walk would begin. `docs/gallery.py CLI` draws all of it anew.

The layouts are evaluation data of T3-S2S (Tencent, Apache 2.0); the two real places are from OpenStreetMap, (c) OpenStreetMap
contributors, ODbL.

| from the air | at eye height |
|---|---|
"""


def draw(cli, world, view, out):
    run = subprocess.run([cli, "render", world, "-o", out, "--view", view, "--size", VIEWS[view], "--quiet"])
    if run.returncode != 0:
        sys.exit(f"{world}: exit status {run.returncode}")
    return os.path.getsize(out)


def main(cli):
    data = worlds.shared_or_skip("data")
    folder = os.path.join(HERE, "gallery")
    os.makedirs(folder, exist_ok=True)
    page, total = HEAD, 0
    for world in worlds.layouts(data) + worlds.places(data):
        name = worlds.name_of(world)
        row = []
        for view in VIEWS:
            total += draw(cli, world, view, os.path.join(folder, f"{name}-{view}.jpg"))
            row.append(f"![{name}, {view}](gallery/{name}-{view}.jpg)")
        page += f"| {row[0]} | {row[1]} |\n"
    with open(os.path.join(HERE, "gallery.md"), "w", encoding="utf-8") as file:
        file.write(page)
    print(f"{total} bytes of pictures; at most {MOST_BYTES}")
    return 0 if total <= MOST_BYTES else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

#!/usr/bin/env python3
"""Reads the exported prints as a slicer would: every edge is used exactly twice, once in each direction; the volume is positive;
the base is one flat plate at z = 0; all of it lies in the positive octant and is as large as asked. admesh, where it is
installed, must find nothing to mend.

    stl.py SKETCHWALK_CLI [NAME ...]
"""
import array
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile

import worlds

SIZE, BASE = 180.0, 3.0  # millimetres: the program's defaults
MOST_BYTES = 50_000_000
NEAR = 1e-3  # millimetres


def facets_of(path):
    """Three corner numbers a facet, and the corners, told apart by their exact bytes."""
    with open(path, "rb") as file:
        data = file.read()
    count = struct.unpack_from("<I", data, 80)[0]
    assert len(data) == 84 + 50 * count and not data.startswith(b"solid"), path
    numbers, facets, corners = {}, array.array("I"), []
    for i in range(84, len(data), 50):
        for k in (12, 24, 36):
            key = data[i + k:i + k + 12]
            number = numbers.setdefault(key, len(corners))
            if number == len(corners):
                corners.append(struct.unpack("<3f", key))
            facets.append(number)
    return facets, corners


def check_edges(facets):
    """Every directed edge once, and its opposite once."""
    edges = set()
    for i in range(0, len(facets), 3):
        a, b, c = facets[i], facets[i + 1], facets[i + 2]
        if a == b or b == c or c == a:
            return [f"facet {i // 3} uses a corner twice"]
        for u, v in ((a, b), (b, c), (c, a)):
            edge = u << 32 | v
            if edge in edges:
                return [f"an edge of facet {i // 3} is used twice in the same direction"]
            edges.add(edge)
    lonely = sum((edge & 0xffffffff) << 32 | edge >> 32 not in edges for edge in edges)
    return [f"{lonely} edges are used once"] if lonely else []


def measures(facets, corners):
    """Volume, and the area of the facets that lie on the bed and look down."""
    volume = floor = 0.0
    for i in range(0, len(facets), 3):
        (ax, ay, az), (bx, by, bz), (cx, cy, cz) = (corners[v] for v in facets[i:i + 3])
        volume += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)
        if az == bz == cz == 0:
            floor -= (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    return volume / 6, floor / 2


def check(path, extent):
    wrong = [] if os.path.getsize(path) <= MOST_BYTES else [f"{os.path.getsize(path)} bytes"]
    facets, corners = facets_of(path)
    wrong += check_edges(facets)
    low, high = [[pick(c[k] for c in corners) for k in range(3)] for pick in (min, max)]
    wanted = [SIZE * extent[0] / max(extent), SIZE * extent[1] / max(extent)]
    if low != [0, 0, 0] or any(abs(h - w) > NEAR for h, w in zip(high, wanted)):
        wrong.append(f"it fills {low} to {high}, not {wanted}")
    raised = min(c[2] for c in corners if c[2] > 0)
    if abs(raised - BASE) > 0.01:
        wrong.append(f"the lowest ground lies {raised} mm above the bed, not {BASE}")
    volume, floor = measures(facets, corners)
    if abs(floor - wanted[0] * wanted[1]) > 0.01 * SIZE:
        wrong.append(f"the base covers {floor} mm2 of {wanted[0] * wanted[1]}")
    if not wanted[0] * wanted[1] * BASE * 0.99 < volume < wanted[0] * wanted[1] * high[2]:
        wrong.append(f"its volume is {volume} mm3")
    figures = {"facets": len(facets) // 3, "MB": round(os.path.getsize(path) / 1e6, 1), "height_mm": round(high[2], 1),
               "cm3": round(volume / 1000, 1)}
    return wrong, figures


def admesh_says(path):
    """What admesh would mend; None where it is not installed."""
    if not shutil.which("admesh"):
        return None
    text = subprocess.run(["admesh", path], capture_output=True, text=True).stdout
    found = []
    for label in ("Total disconnected facets", "Degenerate facets", "Edges fixed", "Facets removed", "Facets added",
                  "Facets reversed", "Backwards edges"):
        match = re.search(rf"{label}\s+:\s+(\d+)", text)
        if match is None or int(match.group(1)):
            found.append(f"admesh: {label} {match and match.group(1)}")
    return found


def main(cli, names):
    maps, data = worlds.samples(), worlds.shared()
    if data:
        maps += worlds.layouts(data)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for world in worlds.named(maps, names):
            name = worlds.name_of(world)
            path = os.path.join(folder, name + ".stl")
            report = worlds.run(cli, world, "--stl", path)
            wrong, figures = check(path, report["extent"])
            second = admesh_says(path)
            wrong += second or []
            seconds = next(s["seconds"] for s in report["stages"] if s["stage"] == "print")
            print(f"{name:10s} " + "  ".join(f"{key} {value}" for key, value in figures.items()) + f"  {seconds:.2f} s  "
                  + ("wrong" if wrong else "closed" + ("" if second is None else ", and admesh agrees")), flush=True)
            print("".join(f"    {line}\n" for line in wrong), end="", flush=True)
            failed += bool(wrong)
            os.remove(path)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

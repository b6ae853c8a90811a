#!/usr/bin/env python3
"""Programs that we did not write read our scenes: Khronos' validator has nothing to say, and assimp finds the same nodes,
triangles and bounds that the file claims.

    readers.py SKETCHWALK_CLI
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import worlds

HERE = os.path.dirname(os.path.abspath(__file__))


def validate(scenes):
    run = subprocess.run(["node", os.path.join(HERE, "validate.js"), *scenes], capture_output=True, text=True)
    if run.returncode != 0:
        return [f"the validator did not run: {run.stderr}"]
    wrong = []
    for line in run.stdout.splitlines():
        report = json.loads(line)
        if report["errors"] or report["warnings"] or report["infos"]:
            wrong.append(line)
    if len(run.stdout.splitlines()) != len(scenes):
        wrong.append("the validator left out a scene")
    return wrong


def matrix_of(node):
    x, y, z, w = node.get("rotation", [0, 0, 0, 1])
    sx, sy, sz = node.get("scale", [1, 1, 1])
    tx, ty, tz = node.get("translation", [0, 0, 0])
    return [[(1 - 2 * (y * y + z * z)) * sx, 2 * (x * y - z * w) * sy, 2 * (x * z + y * w) * sz, tx],
            [2 * (x * y + z * w) * sx, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z - x * w) * sz, ty],
            [2 * (x * z - y * w) * sx, 2 * (y * z + x * w) * sy, (1 - 2 * (x * x + y * y)) * sz, tz]]


def applied(m, p):
    return [sum(m[r][c] * p[c] for c in range(3)) + m[r][3] for r in range(3)]


def product(a, b):
    return [[sum(a[r][k] * b[k][c] for k in range(3)) + (a[r][3] if c == 3 else 0) for c in range(4)] for r in range(3)]


def claims(gltf):
    """Nodes, triangles of all meshes, and the bounds of the union of all placed meshes' boxes."""
    accessors, low, high = gltf["accessors"], [1e30] * 3, [-1e30] * 3
    triangles = sum(accessors[p["indices"]]["count"] // 3 for mesh in gltf["meshes"] for p in mesh["primitives"])
    identity = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]]
    stack = [(root, identity) for root in gltf["scenes"][gltf.get("scene", 0)]["nodes"]]
    nodes = 0
    while stack:
        index, above = stack.pop()
        node = gltf["nodes"][index]
        nodes += 1
        world = product(above, matrix_of(node))
        stack.extend((child, world) for child in node.get("children", []))
        if "mesh" not in node:
            continue
        for primitive in gltf["meshes"][node["mesh"]]["primitives"]:
            accessor = accessors[primitive["attributes"]["POSITION"]]
            lo, hi = accessor["min"], accessor["max"]
            for corner in range(8):
                p = applied(world, [hi[axis] if corner >> axis & 1 else lo[axis] for axis in range(3)])
                low = [min(a, b) for a, b in zip(low, p)]
                high = [max(a, b) for a, b in zip(high, p)]
    return nodes, triangles, low, high


def assimp_says(scene):
    run = subprocess.run(["assimp", "info", scene, "--raw"], capture_output=True, text=True)
    number = r"(-?[\d.]+(?:e[+-]?\d+)?)"
    found = {}
    for key in ("Nodes", "Faces"):
        match = re.search(rf"^{key}:\s+(\d+)", run.stdout, re.MULTILINE)
        found[key] = int(match.group(1)) if match else None
    for key in ("Minimum", "Maximum"):
        match = re.search(rf"^{key} point\s+\({number} {number} {number}\)", run.stdout, re.MULTILINE)
        found[key] = [float(v) for v in match.groups()] if match else None
    return found


def compare(scene):
    nodes, triangles, low, high = claims(worlds.gltf_of(scene))
    said = assimp_says(scene)
    wrong = []
    if said["Nodes"] != nodes:
        wrong.append(f"{scene}: assimp reads {said['Nodes']} nodes of {nodes}")
    if said["Faces"] != triangles:
        wrong.append(f"{scene}: assimp reads {said['Faces']} triangles of {triangles}")
    for name, mine, sign in (("Minimum", low, 1), ("Maximum", high, -1)):
        theirs = said[name]
        # The box of a turned object's box may be larger than the box of the object, never smaller.
        if theirs is None or any(sign * (t - m) < -0.01 or abs(t - m) > 12 for t, m in zip(theirs, mine)):
            wrong.append(f"{scene}: assimp's {name.lower()} {theirs}, the file's {mine}")
    return wrong


def main(cli):
    if not shutil.which("assimp") or not shutil.which("node"):
        print("skipped: assimp-utils or nodejs is not installed")
        return worlds.SKIP
    if not os.path.isdir(os.path.join(HERE, "node_modules", "gltf-validator")):
        print("skipped: gltf-validator is not here; run npm ci in tests/readers")
        return worlds.SKIP
    maps, data = worlds.samples(), worlds.shared()
    if data:
        maps += worlds.layouts(data) + worlds.places(data)
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        scenes = []
        for world in maps:
            package = os.path.join(folder, worlds.name_of(world))
            worlds.generate(cli, world, package)
            scenes.append(os.path.join(package, "scene.glb"))
        wrong += validate(scenes)
        for scene in scenes:
            wrong += compare(scene)
    print("\n".join(wrong) if wrong else f"{len(scenes)} scenes read by both")
    return 1 if wrong or not scenes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

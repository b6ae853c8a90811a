#!/usr/bin/env python3
"""Walks over the exported navigation meshes: from the spawn, every drawn house, both ends of every bridge and every road are
reached on all layouts and places. Two triangles of navmesh.glb are joined where they share an edge; nothing else is known of
how the mesh was made. navmesh.bin must hold the same ground.

    navmesh.py SKETCHWALK_CLI [NAME ...]

A house is reached where one gets within three metres of it; "doors" counts those whose front door is so near. What cannot be
reached must be cut off by water on the drawn map itself (see cut_off), and the program must have said so.
"""
import array
import collections
import json
import math
import os
import struct
import sys
import tempfile

import worlds

DOOR = 3.0  # metres between a house's footprint, or a bridge's end, and ground that is reached
BESIDE = 1.5  # metres between a road's cell and ground that is reached
SHARE = 0.97  # of a road's cells
LEAST_ROAD = 12.0  # square metres; smaller patches are crumbs at a bridge's foot
HOUSES = {"house", "cabin", "barn", "church", "castle", "tower", "lighthouse", "windmill", "watermill", "temple", "market_stall",
          "tent", "ruin", "pyramid"}
ROADS = {"road", "path"}
WATER = {"sea", "lake", "river", "swamp", "lava"}  # ice carries
BIN = 8.0


def triangles_of(path):
    """Vertices (x, y, z) and triangles of the one mesh in a GLB."""
    with open(path, "rb") as file:
        data = file.read()
    size = struct.unpack_from("<I", data, 12)[0]
    gltf = json.loads(data[20:20 + size])
    nodes = [node for node in gltf["nodes"] if "mesh" in node]
    assert len(nodes) == 1 and nodes[0]["name"].endswith("-navmesh"), nodes
    primitive = gltf["meshes"][0]["primitives"][0]

    def values(index, code):
        accessor = gltf["accessors"][index]
        view = gltf["bufferViews"][accessor["bufferView"]]
        start = 28 + size + view.get("byteOffset", 0)
        out = array.array(code)
        out.frombytes(data[start:start + view["byteLength"]])
        return out

    flat, indices = values(primitive["attributes"]["POSITION"], "f"), values(primitive["indices"], "I")
    vertices = list(zip(flat[0::3], flat[1::3], flat[2::3]))
    return vertices, list(zip(indices[0::3], indices[1::3], indices[2::3]))


def parts_of(triangles):
    """The connected part of every triangle, over shared edges."""
    above = list(range(len(triangles)))

    def top(i):
        while above[i] != i:
            above[i] = above[above[i]]
            i = above[i]
        return i

    first = {}
    for i, (a, b, c) in enumerate(triangles):
        for edge in ((a, b), (b, c), (c, a)):
            key = min(edge), max(edge)
            if key in first:
                above[top(i)] = top(first[key])
            else:
                first[key] = i
    return [top(i) for i in range(len(triangles))]


def distance_to(p, corners):
    """Metres on the map between a point and a triangle."""
    (ax, _, az), (bx, _, bz), (cx, _, cz) = corners
    x, z = p
    sides = [(bx - ax) * (z - az) - (bz - az) * (x - ax), (cx - bx) * (z - bz) - (cz - bz) * (x - bx),
             (ax - cx) * (z - cz) - (az - cz) * (x - cx)]
    if min(sides) >= 0 or max(sides) <= 0:
        return 0.0
    nearest = 1e30
    for (ux, uz), (vx, vz) in (((ax, az), (bx, bz)), ((bx, bz), (cx, cz)), ((cx, cz), (ax, az))):
        dx, dz = vx - ux, vz - uz
        t = max(0.0, min(1.0, ((x - ux) * dx + (z - uz) * dz) / (dx * dx + dz * dz or 1)))
        nearest = min(nearest, math.hypot(x - ux - t * dx, z - uz - t * dz))
    return nearest


class Ground:
    """The triangles of the mesh, found by place."""

    def __init__(self, vertices, triangles):
        self.corners = [tuple(vertices[v] for v in t) for t in triangles]
        self.parts = parts_of(triangles)
        self.bins = collections.defaultdict(list)
        for i, corners in enumerate(self.corners):
            xs, zs = [c[0] for c in corners], [c[2] for c in corners]
            for x in range(int(min(xs) // BIN), int(max(xs) // BIN) + 1):
                for z in range(int(min(zs) // BIN), int(max(zs) // BIN) + 1):
                    self.bins[x, z].append(i)

    def near(self, p, height, within):
        """(distance, part) of the triangles within reach, no more than 4 m above or below."""
        for x in range(int((p[0] - within) // BIN), int((p[0] + within) // BIN) + 1):
            for z in range(int((p[1] - within) // BIN), int((p[1] + within) // BIN) + 1):
                for i in self.bins.get((x, z), ()):
                    ys = [c[1] for c in self.corners[i]]
                    if height is not None and not min(ys) - 4 < height < max(ys) + 4:
                        continue
                    d = distance_to(p, self.corners[i])
                    if d <= within:
                        yield d, self.parts[i]

    def reached(self, p, height, within, part):
        return any(found == part for _, found in self.near(p, height, within))


def bounds_of_assets(gltf):
    """Bounds of every asset's mesh, by the asset's name in the nodes' extras."""
    bounds = {}
    for node in gltf["nodes"]:
        asset = node.get("extras", {}).get("asset")
        if asset is None or asset in bounds or "mesh" not in node:
            continue
        accessors = [gltf["accessors"][p["attributes"]["POSITION"]] for p in gltf["meshes"][node["mesh"]]["primitives"]]
        bounds[asset] = ([min(a["min"][k] for a in accessors) for k in range(3)],
                         [max(a["max"][k] for a in accessors) for k in range(3)])
    return bounds


def placed(thing, local):
    """A point (x, z) of the asset on the map."""
    angle, scale = math.radians(thing["yaw"]), thing["scale"]
    x, z = local[0] * scale, local[1] * scale
    return (thing["position"][0] + x * math.cos(angle) + z * math.sin(angle),
            thing["position"][2] - x * math.sin(angle) + z * math.cos(angle))


def goals_of(about, bounds):
    """(what, object, places) of every drawn house and bridge: of a house's places one must be reached, of a bridge's both ends."""
    for thing in about["objects"]:
        if thing["stroke"] is None:
            continue
        low, high = bounds[thing["asset"]]
        middle = ((low[0] + high[0]) / 2, (low[2] + high[2]) / 2)
        name = f"{thing['category']} of stroke {thing['stroke']}"
        if thing["category"] in HOUSES:  # the door first
            yield name, thing, [placed(thing, (middle[0], high[2])), *around(thing, low, high)]
        elif thing["category"] == "bridge":
            yield name, thing, [placed(thing, (low[0], middle[1])), placed(thing, (high[0], middle[1]))]


def around(thing, low, high):
    """Places along the edge of a footprint, a metre apart or less."""
    corners = [placed(thing, p) for p in ((low[0], low[2]), (high[0], low[2]), (high[0], high[2]), (low[0], high[2]))]
    for a, b in zip(corners, corners[1:] + corners[:1]):
        steps = max(1, math.ceil(math.dist(a, b)))
        for i in range(steps):
            yield a[0] + (b[0] - a[0]) * i / steps, a[1] + (b[1] - a[1]) * i / steps


def patches(cells, width, height):
    """8-connected patches of set cells."""
    left = set(cells)
    while left:
        first = left.pop()
        patch, open_cells = [first], [first]
        while open_cells:
            x, y = open_cells.pop()
            for n in [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]:
                if n in left:
                    left.discard(n)
                    patch.append(n)
                    open_cells.append(n)
        yield patch


class Map:
    """The drawn map as the package tells it: what surface lies where."""

    def __init__(self, about, read_png, package):
        self.width, self.height, self.channels, self.rows = read_png(os.path.join(package, "surface.png"))
        self.names = about["surfaces"]
        self.spacing = about["surface"]["spacing"]

    def cells(self, names):
        wanted = {i for i, name in enumerate(self.names) if name in names}
        return [(x, y) for y in range(self.height) for x in range(self.width)
                if self.rows[y][x * self.channels] in wanted]

    def cell_of(self, p):
        return (min(max(int(p[0] / self.spacing), 0), self.width - 1), min(max(int(p[1] / self.spacing), 0), self.height - 1))

    def place_of(self, cell):
        return (cell[0] + 0.5) * self.spacing, (cell[1] + 0.5) * self.spacing

    def islands(self, bridges):
        """A number per dry cell: equal where one gets from one to the other over land, ice and drawn bridges."""
        wet = set(self.cells(WATER))
        for a, b in bridges:
            steps = max(1, int(math.dist(a, b) / self.spacing * 2))
            for i in range(-4, steps + 5):
                p = (a[0] + (b[0] - a[0]) * i / steps, a[1] + (b[1] - a[1]) * i / steps)
                x, y = self.cell_of(p)
                wet.difference_update((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        number = {}
        dry = [(x, y) for y in range(self.height) for x in range(self.width) if (x, y) not in wet]
        for i, patch in enumerate(patches(dry, self.width, self.height)):
            for cell in patch:
                number[cell] = i
        return number


def check_bin(path, about):
    """navmesh.bin is the set of Detour tiles that scene.json speaks of."""
    with open(path, "rb") as file:
        data = file.read()
    magic, version, count = struct.unpack_from("<4sII", data)
    at, polygons = 40, 0
    for _ in range(count):
        _, size = struct.unpack_from("<II", data, at)
        tile, tile_version, _, _, _, _, polys = struct.unpack_from("<4s6I", data, at + 8)
        assert (tile, tile_version) == (b"VAND", 7), tile
        polygons += polys
        at += 8 + size
    said = about["navmesh"]
    right = (magic, version, count, polygons, at) == (b"TESM", 1, said["tiles"], said["polygons"], len(data))
    return [] if right else [f"navmesh.bin: {magic} {version}, {count} tiles, {polygons} polygons, {at} of {len(data)} bytes"]


def check(package, report, read_png):
    """What is wrong, and the figures."""
    with open(os.path.join(package, "scene.json"), encoding="utf-8") as file:
        about = json.load(file)
    ground = Ground(*triangles_of(os.path.join(package, "navmesh.glb")))
    world = Map(about, read_png, package)
    wrong = check_bin(os.path.join(package, "navmesh.bin"), about)
    spawn = about["spawn"]["position"]
    start = min(ground.near((spawn[0], spawn[2]), spawn[1], 2.0), default=None)
    if start is None:
        return ["the spawn is off the mesh"], {}
    part = start[1]

    goals = list(goals_of(about, bounds_of_assets(worlds.gltf_of(os.path.join(package, "scene.glb")))))
    missed, doors = [], 0
    for name, thing, places in goals:
        enough = all if thing["category"] == "bridge" else any
        if not enough(ground.reached(p, thing["position"][1], DOOR, part) for p in places):
            missed.append((name, thing, places))
        doors += thing["category"] in HOUSES and ground.reached(places[0], thing["position"][1], DOOR, part)
    roads = missed_roads = 0
    strays = []
    for patch in patches(world.cells(ROADS), world.width, world.height):
        if len(patch) * world.spacing ** 2 < LEAST_ROAD:
            continue
        roads += 1
        hits = sum(ground.reached(world.place_of(cell), None, BESIDE, part) for cell in patch)
        if hits < SHARE * len(patch):
            strays.append((hits / len(patch), patch))
    cut = 0
    if missed or strays:
        islands = world.islands([places for name, thing, places in goals if thing["category"] == "bridge"])
        home = islands.get(world.cell_of((spawn[0], spawn[2])))
        said = {d["stroke"] for d in report["diagnostics"] if "on foot" in d["text"]}

        def cut_off(cells):
            """No land, ice or bridge of the drawn map leads there."""
            return all(islands.get(cell, home) != home for cell in cells)

        for name, thing, places in missed:
            reach = int(DOOR / world.spacing) + 1
            cells = {(x + dx, y + dy) for x, y in map(world.cell_of, places)
                     for dx in range(-reach, reach + 1) for dy in range(-reach, reach + 1)}
            if cut_off(cells) and thing["stroke"] in said:
                cut += 1
            else:
                wrong.append(f"{name} at {[tuple(round(v) for v in p) for p in places[:2]]} is not reached"
                             + ("" if thing["stroke"] in said else ", and the program is silent about it"))
        for share, patch in strays:
            if cut_off(patch):
                cut += 1
            else:
                wrong.append(f"road at {tuple(round(v) for v in world.place_of(patch[0]))}: {share:.0%} of {len(patch)} cells reached")
    figures = {"houses": sum(thing["category"] in HOUSES for _, thing, _ in goals),
               "doors": doors, "bridges": sum(thing["category"] == "bridge" for _, thing, _ in goals), "roads": roads, "cut_off": cut,
               "triangles": len(ground.corners), "parts": len(set(ground.parts))}
    return wrong, figures


def main(cli, names):
    data = worlds.shared_or_skip("data/layouts")
    read_png = worlds.module(os.path.join(data, "tools", "judge.py")).read_png
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for world in worlds.named(worlds.layouts(data) + worlds.places(data), names):
            name = worlds.name_of(world)
            package = os.path.join(folder, name)
            options = ["--resolution", "1024"] if world.endswith(".json") else []
            report = worlds.generate(cli, world, package, "--navmesh", *options)
            seconds = next(s["seconds"] for s in report["stages"] if s["stage"] == "navmesh")
            wrong, figures = check(package, report, read_png)
            size = sum(os.path.getsize(os.path.join(package, f"navmesh.{kind}")) for kind in ("glb", "bin"))
            print(f"{name:10s} " + "  ".join(f"{key} {value}" for key, value in figures.items())
                  + f"  {size / 1e6:.1f} MB  {seconds:.2f} s" + ("" if wrong else "  all reached"), flush=True)
            print("".join(f"    {line}\n" for line in wrong[:20]), end="", flush=True)
            failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

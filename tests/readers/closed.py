#!/usr/bin/env python3
"""What is solid is closed, and the ground has no cracks. In the written files, corners welded: every edge of a thing is run through
as often one way as the other, sheets (double-sided or see-through materials) left out; and the ground's triangles have open
edges on the map's rim alone.

    closed.py SKETCHWALK_CLI [NAME ...] [--all] [--keep FOLDER]
"""
import collections
import sys

import glb
import worlds

WELD = 1e-4  # metres between corners that are one
RIM = 1e-3   # metres


def welded(points):
    """A number for each corner, the same for corners that are one."""
    keys = glb.numpy.round(points.reshape(-1, 3) / WELD).astype(glb.numpy.int64)
    return glb.numpy.unique(keys, axis=0, return_inverse=True)[1].reshape(-1, 3)


def open_edges(triangles):
    """The edges, as pairs of corners, that are not run through as often one way as the other."""
    numpy, corners = glb.numpy, welded(triangles)
    start = corners.ravel()
    end = corners[:, [1, 2, 0]].ravel()
    size = corners.max() + 1
    edge = numpy.minimum(start, end) * size + numpy.maximum(start, end)
    way = numpy.where(start < end, 1, numpy.where(start > end, -1, 0))
    _, first, which = numpy.unique(edge, return_index=True, return_inverse=True)
    unlike = first[numpy.bincount(which.ravel(), weights=way) != 0]
    return numpy.stack([triangles.reshape(-1, 3)[unlike], triangles[:, [1, 2, 0]].reshape(-1, 3)[unlike]], axis=1)


def sheet(scene, primitive):
    material = scene.json["materials"][primitive["material"]]
    return material.get("doubleSided", False) or material.get("alphaMode", "OPAQUE") != "OPAQUE"


def check_things(scene, open_by_asset):
    """Adds to open_by_asset, by (category, mesh), how many edges are open."""
    for node, _ in scene.objects():
        if "mesh" not in node:
            continue
        key = (node["extras"]["category"], scene.meshes[node["mesh"]]["name"])
        if key in open_by_asset:
            continue
        parts = [p for p in scene.meshes[node["mesh"]]["primitives"] if not sheet(scene, p)]
        open_by_asset[key] = 0
        if parts:
            triangles = glb.numpy.concatenate([scene.positions(p)[scene.corners(p)] for p in parts])
            open_by_asset[key] = len(open_edges(triangles))


def cracks(scene):
    """Open edges of the ground that do not lie on the map's rim."""
    triangles = glb.numpy.concatenate([scene.triangles(node, matrix) for node, matrix in scene.below("terrain")])
    edges = open_edges(triangles)
    extent = scene.json["scenes"][0]["extras"]["extent"]
    inside = glb.numpy.ones(len(edges), bool)
    for axis, reach in ((0, extent[0]), (2, extent[1])):
        for border in (0, reach):
            inside &= (abs(edges[:, :, axis] - border) > RIM).any(axis=1)
    return edges[inside]


def main():
    given = worlds.arguments(__doc__)
    failed, open_by_asset = 0, {}
    with worlds.folder(given) as folder:
        for world in given.maps:
            scene = glb.Glb(worlds.scene(given.cli, world, folder))
            check_things(scene, open_by_asset)
            cracked = cracks(scene)
            if len(cracked):
                print(f"{worlds.name_of(world)}: {len(cracked)} open edges inside the ground, such as {cracked[0].round(3).tolist()}")
                failed += 1
    by_category = collections.defaultdict(list)
    for (category, name), count in sorted(open_by_asset.items()):
        by_category[category].append((name, count))
    for category, things in sorted(by_category.items()):
        leaky = [f"{name} ({count})" for name, count in things if count]
        failed += bool(leaky)
        print(f"{category:14s} {len(things):4d} meshes, {len(leaky)} open" + (": " + ", ".join(leaky[:8]) if leaky else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

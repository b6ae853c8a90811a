#!/usr/bin/env python3
"""No two things that stand side by side look alike, and yet the scene holds few meshes: houses of the village of fifty houses
against their neighbours, the trees of a forest, in every climate and season, and how many meshes all copies share. Each mesh
of a thing has enough triangles to be looked at, and few enough to be drawn often.

    variety.py SKETCHWALK_CLI [NAME ...] [--all] [--keep FOLDER]
"""
import collections
import json
import os
import sys

import glb
import worlds

VILLAGE = "fifty-houses"
HOUSES = {"house", "cabin"}
TREES = {"tree", "pine", "palm", "dead_tree", "cactus"}
NEIGHBOURS = 25  # metres
FOREST = 200     # trees that stand closest together
LEAST_TREE_MESHES = 12
MOST_MESHES = 64  # of the village, ground and water included
TRIANGLES = (50, 3000)  # of each thing's mesh
# Forests of their own, one a climate and season, besides those of the maps.
WOODS = ["a forest in the countryside", "a snowy forest", "a forest in the desert", "a tropical forest", "a swamp forest",
         "a volcanic forest", "a forest in the tundra", "a winter forest", "an autumn forest", "a park in spring"]


def standing(scene, categories):
    """(positions on the map, mesh of each) of the things of these categories."""
    things = [(matrix[[0, 2], 3], node["extras"]["asset"]) for node, matrix in scene.objects()
              if node["extras"]["category"] in categories]
    return glb.numpy.array([position for position, _ in things]), [asset for _, asset in things]


def alike(scene):
    """(houses with a neighbour, those of them whose nearest neighbour looks the same, alike pairs of all pairs)"""
    positions, assets = standing(scene, HOUSES)
    neighbours = twins = pairs = alike_pairs = 0
    for i, position in enumerate(positions):
        distances = glb.numpy.hypot(*(positions - position).T)
        distances[i] = 1e9
        near = [j for j in distances.argsort() if distances[j] <= NEIGHBOURS]
        neighbours += bool(near)
        twins += bool(near) and assets[near[0]] == assets[i]
        pairs += len([j for j in near if j > i])
        alike_pairs += len([j for j in near if j > i and assets[j] == assets[i]])
    return neighbours, twins, alike_pairs, pairs


def forest(scene):
    """The meshes of those FOREST trees that stand closest together, with their counts; None where there are fewer."""
    positions, assets = standing(scene, TREES)
    if len(positions) < FOREST:
        return None
    best, chosen = 1e9, None
    for position in positions:
        distances = glb.numpy.hypot(*(positions - position).T)
        nearest = distances.argsort()[:FOREST]
        if distances[nearest[-1]] < best:
            best, chosen = distances[nearest[-1]], nearest
    return collections.Counter(assets[i] for i in chosen)


def woods(folder):
    """Sketches of a drawn forest, and of a jungle, in every climate."""
    paths = []
    for number, (prompt, brush) in enumerate([(p, "forest") for p in WOODS] + [("a jungle", "jungle"), ("a tropical island", "jungle")]):
        sketch = {"format": "sketchwalk-sketch", "version": 1, "extent": [192, 192], "view": "map", "prompt": prompt,
                  "seed": 11 + number, "strokes": [{"id": 1, "brush": brush, "closed": True,
                                                    "points": [[12, 20], [176, 14], [180, 170], [96, 182], [16, 172]]}]}
        paths.append(os.path.join(folder, prompt.replace(" ", "-") + ("-jungle" if brush == "jungle" else "") + ".sketch.json"))
        with open(paths[-1], "w", encoding="utf-8") as file:
            json.dump(sketch, file)
    return paths


def unfit(scene):
    """Meshes of things, by asset, whose triangles are too few or too many."""
    counts = {}
    for node, _ in scene.objects():
        primitives = scene.json["meshes"][node["mesh"]]["primitives"]
        counts[node["extras"]["asset"]] = sum(scene.json["accessors"][p["indices"]]["count"] // 3 for p in primitives)
    return {asset: count for asset, count in counts.items() if not TRIANGLES[0] <= count <= TRIANGLES[1]}


def main():
    given = worlds.arguments(__doc__)
    failed = 0
    with worlds.folder(given) as folder:
        maps = given.maps if given.names else given.maps + [m for m in worlds.fixtures() if m not in given.maps]
        wild = [] if given.names else woods(folder)
        maps = maps + wild
        for world in maps:
            scene = glb.Glb(worlds.scene(given.cli, world, folder))
            name, wrong = worlds.name_of(world), []
            neighbours, twins, alike_pairs, pairs = alike(scene)
            trees = forest(scene)
            used = {node["mesh"]: node for node, _ in scene.placed()}
            things = len({m for m, node in used.items() if node.get("extras", {}).get("kind") == "object"})
            sizes = unfit(scene)
            if twins:
                wrong.append(f"{twins} houses look as their nearest neighbour")
            if trees and len(trees) < LEAST_TREE_MESHES:
                wrong.append(f"a forest of {len(trees)} meshes")
            if world in wild and not trees:
                wrong.append(f"no {FOREST} trees")
            if name == VILLAGE and len(used) > MOST_MESHES:
                wrong.append(f"more than {MOST_MESHES} meshes")
            if sizes:
                wrong.append("triangles: " + ", ".join(f"{asset} {count}" for asset, count in sorted(sizes.items())))
            print(f"{name:14s} houses: {neighbours} with neighbours, {twins} as the nearest, {alike_pairs} of {pairs} pairs alike; "
                  + (f"forest: {len(trees)} meshes, most {max(trees.values())} of {FOREST}; " if trees else "")
                  + f"meshes: {things} of things, {len(used) - things} of ground and water" + ("   " + "; ".join(wrong) if wrong else ""), flush=True)
            failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""No two things that stand side by side look alike, and yet the scene holds few meshes: houses of the village of fifty houses
against their neighbours, the trees of a forest, and how many meshes all copies share.

    variety.py SKETCHWALK_CLI [NAME ...] [--all] [--keep FOLDER]
"""
import collections
import sys

import glb
import worlds

VILLAGE = "fifty-houses"
HOUSES = {"house", "cabin"}
TREES = {"tree", "pine", "palm", "dead_tree", "cactus"}
NEIGHBOURS = 25  # metres
FOREST = 200     # trees that stand closest together
LEAST_TREE_MESHES = 12
MOST_MESHES = 64  # that copies share, in the village


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


def main():
    given = worlds.arguments(__doc__)
    failed = 0
    with worlds.folder(given) as folder:
        maps = given.maps if given.names else given.maps + [m for m in worlds.fixtures() if m not in given.maps]
        for world in maps:
            scene = glb.Glb(worlds.scene(given.cli, world, folder))
            name, wrong = worlds.name_of(world), []
            neighbours, twins, alike_pairs, pairs = alike(scene)
            trees = forest(scene)
            used = {node["mesh"]: node for node, _ in scene.placed()}
            things = len({m for m, node in used.items() if node.get("extras", {}).get("kind") == "object"})
            if twins:
                wrong.append(f"{twins} houses look as their nearest neighbour")
            if trees and len(trees) < LEAST_TREE_MESHES:
                wrong.append(f"a forest of {len(trees)} meshes")
            if name == VILLAGE and things > MOST_MESHES:
                wrong.append(f"more than {MOST_MESHES} meshes of things")
            print(f"{name:14s} houses: {neighbours} with neighbours, {twins} as the nearest, {alike_pairs} of {pairs} pairs alike; "
                  + (f"forest: {len(trees)} meshes, most {max(trees.values())} of {FOREST}; " if trees else "")
                  + f"meshes: {things} of things, {len(used) - things} of ground and water" + ("   " + "; ".join(wrong) if wrong else ""), flush=True)
            failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

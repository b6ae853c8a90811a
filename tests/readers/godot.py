#!/usr/bin/env python3
"""Godot 3 imports our scenes: every node under its name, a named material on every surface; with the profile `godot` also:
rays dropped on the map meet the ground where it is drawn, and every building is a static body.

    godot.py SKETCHWALK_CLI [NAME ...] [--all] [--profile godot] [--keep FOLDER]
"""
import glob
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time

import glb
import worlds

HERE = os.path.dirname(os.path.abspath(__file__))
RAYS = 1000
NEAR = 0.05  # metres
MARGIN = 0.5  # metres of the map's rim that rays keep away from
PATIENCE = 240  # seconds for one import
SOLID = {"house", "cabin", "barn", "church", "castle", "tower", "lighthouse", "windmill", "watermill", "market_stall", "tent",
         "temple", "ruin", "pyramid", "bridge", "wall", "gate", "statue", "well"}
SUFFIX = re.compile(r"-(col|colonly|convcol|convcolonly|navmesh)$")
PROJECT = 'config_version=4\n[application]\nconfig/name="readers"\n[rendering]\nquality/driver/driver_name="GLES2"\n'
# What the engine says whatever the file: Debian's build frees a null once a node.
USUAL = re.compile(r'free_static: Condition "p_ptr == __null"')
TROUBLE = re.compile(r"error|warning|failed", re.IGNORECASE)


def godot(project, log, *options):
    home = os.path.join(project, "home")
    os.makedirs(home, exist_ok=True)
    return subprocess.Popen(["godot3-server", "--path", project, *options], stdout=log, stderr=log,
                            env={"PATH": "/usr/bin:/bin:/usr/games", "HOME": home, "LANG": "en_US.UTF-8"})


def imported(project, log):
    """Lets the editor import all. It may never end of itself, so it is ended once its mark stands."""
    editor = godot(project, log, "--editor", "--quit")
    for _ in range(PATIENCE * 5):
        if glob.glob(os.path.join(project, ".import", "scene.glb-*.md5")) or editor.poll() is not None:
            break
        time.sleep(0.2)
    time.sleep(0.5)
    editor.kill()
    editor.wait()


def plain(name):
    return SUFFIX.sub("", name)


def points_of(scene):
    east, south = scene.json["scenes"][0]["extras"]["extent"]
    dice = random.Random(1)
    return [(dice.uniform(MARGIN, east - MARGIN), dice.uniform(MARGIN, south - MARGIN)) for _ in range(RAYS)]


def check(path, solid, folder):
    """What is wrong, and a line of figures."""
    scene = glb.Glb(path)
    buildings = [plain(node["name"]) for node, _ in scene.objects() if node["extras"]["category"] in SOLID]
    points = points_of(scene) if solid else []
    project = os.path.join(folder, "project-" + os.path.basename(os.path.dirname(path)))
    os.makedirs(project)
    shutil.copy(path, os.path.join(project, "scene.glb"))
    shutil.copy(os.path.join(HERE, "godot_check.gd"), project)
    for name, text in (("project.godot", PROJECT), ("wanted.json", json.dumps({"solid": buildings if solid else [], "points": points}))):
        with open(os.path.join(project, name), "w", encoding="utf-8") as file:
            file.write(text)
    with open(os.path.join(project, "log"), "w+", encoding="utf-8", errors="replace") as log:
        imported(project, log)
        godot(project, log, "-s", "res://godot_check.gd").wait(PATIENCE)
        log.seek(0)
        lines = log.read().splitlines()
    said = [json.loads(line[6:]) for line in lines if line.startswith("GODOT ")]
    messages = [line for line in lines if TROUBLE.search(line) and not USUAL.search(line) and not line.startswith("GODOT ")]
    if not said:
        return ["Godot did not get through it", *messages[:20]], ""
    return judge(scene, said[0], buildings, points) + messages[:20], figures(said[0], len(buildings))


def figures(said, buildings):
    return (f"{len(said['names'])} nodes, {len(said['materials'])} materials, {said['bodies']} bodies, "
            f"{len([h for h in said['heights'] if h is not None])} rays, {buildings} buildings")


def judge(scene, said, buildings, points):
    wrong, there = [], set(said["names"])
    # What is made a body alone has no node of its own in Godot, and the root is named by it.
    missing = {plain(scene.nodes[i]["name"]) for i in scene.parent if not scene.nodes[i]["name"].endswith("only")} - there
    if missing:
        wrong.append(f"{len(missing)} names are missing: {sorted(missing)[:5]}")
    if said["bare"]:
        wrong.append(f"{said['bare']} surfaces without a material")
    used = {scene.json["materials"][number]["name"] for number in scene.materials()}
    if used - set(said["materials"]):
        wrong.append(f"materials are missing: {sorted(used - set(said['materials']))[:5]}")
    if said["not_solid"]:
        wrong.append(f"{len(said['not_solid'])} of {len(buildings)} buildings are no bodies: {said['not_solid'][:5]}")
    ground = glb.Heights(scene) if points else None
    far = []
    for (x, z), height in zip(points, said["heights"]):
        drawn = ground.at(x, z)
        if drawn is not None and (height is None or abs(height - drawn) > NEAR):
            far.append(f"({x:.2f}, {z:.2f}): drawn at {drawn:.2f}, met at {height}")
    if far:
        wrong.append(f"{len(far)} of {len(points)} rays miss the drawn ground: {far[:3]}")
    return wrong


def main():
    given = worlds.arguments(__doc__, ("--profile", {"default": "godot"}))
    worlds.needs("godot3-server")
    worlds.needs_profile(given.cli, given.profile)
    failed = 0
    with worlds.folder(given) as folder:
        for world in given.maps:
            path = worlds.scene(given.cli, world, folder, given.profile)
            wrong, line = check(path, given.profile == "godot", folder)
            print(f"{worlds.name_of(world):16s} {line}  " + ("\n  ".join(["", *wrong]) if wrong else "as written"), flush=True)
            failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

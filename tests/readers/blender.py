#!/usr/bin/env python3
"""Blender opens our scenes: as many objects as the file has nodes, under their names, the same bounds to a centimetre, a base
colour in every material, and no message but that it is done. In its own profile the sun is as bright as a sun.

    blender.py SKETCHWALK_CLI [NAME ...] [--all] [--profile P] [--keep FOLDER [--pictures]]
"""
import json
import os
import re
import subprocess
import sys

import glb
import worlds

HERE = os.path.dirname(os.path.abspath(__file__))
NEAR = 0.01  # metres
SUN = (2, 5)  # W/m2: what Blender's own pictures of daylight are lit with
LONGEST_NAME = 63  # bytes: Blender cuts what is longer
# What Blender says of itself, whatever the file.
USUAL = re.compile(r"^(Blender \d|Read prefs|Data are loaded|glTF import finished|Blender quit|BLENDER |Fra:|Saved:| Time:|\s*$)")


def compare(scene, said):
    ours, wrong = glb.Glb(scene), []
    if said["objects"] != len(ours.world):
        wrong.append(f"{said['objects']} objects of {len(ours.world)} nodes")
    missing = {ours.nodes[i]["name"][:LONGEST_NAME] for i in ours.world} - set(said["names"])
    if missing:
        wrong.append(f"no object bears these names: {sorted(missing)[:5]}")
    for name, mine, theirs in zip(("low", "high"), ours.bounds(), (said["low"], said["high"])):
        if any(abs(a - b) > NEAR for a, b in zip(mine, theirs)):
            wrong.append(f"its {name} corner is {theirs}, the file's {list(mine)}")
    plain = [name for name, colour in said["materials"].items() if colour is None]
    if plain:
        wrong.append(f"materials without a base colour: {plain[:5]}")
    if ours.json["scenes"][0]["extras"]["profile"] == "blender" and not (len(said["suns"]) == 1 and SUN[0] <= said["suns"][0] <= SUN[1]):
        wrong.append(f"its suns shine with {said['suns']} W/m2")
    if len(said["materials"]) < len(ours.materials()):
        wrong.append(f"{len(said['materials'])} materials of {len(ours.materials())}")
    return wrong


def main():
    given = worlds.arguments(__doc__, ("--profile", {"default": "universal"}), ("--pictures", {"action": "store_true"}))
    worlds.needs("blender")
    failed = 0
    with worlds.folder(given) as folder:
        scenes = [worlds.scene(given.cli, world, folder, given.profile) for world in given.maps]
        run = subprocess.run(["blender", "-b", "--factory-startup", "--python-exit-code", "9", "--python",
                              os.path.join(HERE, "blender_check.py"), "--",
                              *(["--pictures", folder] if given.pictures else []), *scenes], capture_output=True, text=True,
                             env={**os.environ, "PATH": "/usr/bin:/bin"})  # another Python on the path would become Blender's
        lines = (run.stdout + "\n" + run.stderr).splitlines()
        said = {one["file"]: one for one in (json.loads(line[8:]) for line in lines if line.startswith("BLENDER "))}
        for scene in scenes:
            wrong = compare(scene, said[scene]) if scene in said else ["Blender did not get through it"]
            about = said.get(scene, {"objects": 0, "materials": {}})
            print(f"{os.path.basename(os.path.dirname(scene)):20s} {about['objects']:6d} objects {len(about['materials']):4d} materials  "
                  + ("; ".join(wrong) or "as written"))
            failed += bool(wrong)
        messages = [line for line in lines if not USUAL.match(line)]
        if messages or run.returncode != 0:
            print(f"Blender ended with {run.returncode} and said:\n" + "\n".join(messages[:30]))
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

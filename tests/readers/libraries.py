#!/usr/bin/env python3
"""Worlds furnished from the two CC0 packs of the shared data: the judge accepts three layouts and the validator has nothing to say,
models of the pack stand there, and two runs give the same bytes.

    libraries.py SKETCHWALK_CLI [NAME ...]
"""
import filecmp
import json
import os
import sys
import tempfile

import layouts
import readers
import worlds

NAMES = ("iclr1", "iclr7", "test1")
PACKS = ("kaykit-medieval-hexagon", "kenney-nature")


def main(cli, names):
    data = worlds.shared_or_skip("tools")
    judge = worlds.module(os.path.join(data, "tools", "judge.py")).judge
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        scenes = []
        for pack in PACKS:
            library = os.path.join(data, "data", "assets3d", pack)
            for picture in worlds.layouts(data):
                name = worlds.name_of(picture)
                if name not in (names or NAMES):
                    continue
                package = os.path.join(folder, f"{pack}-{name}")
                worlds.generate(cli, picture, package, "--library", library, "--threads", "2")
                scenes.append(os.path.join(package, "scene.glb"))
                figures = judge(picture, picture[: -len("png")] + "legend.json", package)
                wrong = [key for key, least in layouts.LEAST.items() if figures.get(key, least) < least]
                wrong += [key for key, most in layouts.MOST.items() if figures.get(key, most) > most]
                with open(os.path.join(package, "scene.json"), encoding="utf-8") as file:
                    objects = json.load(file)["objects"]
                own = sum("lib_" in thing["asset"] for thing in objects)
                print(f"{pack} {name}: {own} of {len(objects)} objects from the pack, "
                      f"{os.path.getsize(scenes[-1]) / 1e6:.1f} MB" + (f"   too weak: {', '.join(wrong)}" if wrong else ""))
                if wrong or own == 0:
                    failed.append(package)
        again = os.path.join(folder, "again")
        picture = next(p for p in worlds.layouts(data) if worlds.name_of(p) == NAMES[0])
        if scenes and not names:
            worlds.generate(cli, picture, again, "--library", os.path.join(data, "data", "assets3d", PACKS[0]), "--threads", "1")
            if not filecmp.cmp(os.path.join(again, "scene.glb"), scenes[0], shallow=False):
                failed.append("two runs differ")
        if os.path.isdir(os.path.join(readers.HERE, "node_modules", "gltf-validator")):
            said = readers.told("validate.js", scenes)
            for scene in scenes:
                failed += [f"{scene}: {line}" for line in readers.validated(said.get(scene))]
        else:
            print("the validator is not here; run npm ci in tests/readers")
    print("\n".join(failed) if failed else f"{len(scenes)} scenes are sound")
    return 1 if failed or not scenes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

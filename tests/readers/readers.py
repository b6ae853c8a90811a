#!/usr/bin/env python3
"""Programs that we did not write read our scenes in every profile. Khronos' validator has nothing to say (but that it does not know
an extension); glTF-Transform and assimp find the same nodes, copies, triangles and bounds that the file claims; what `compact`
squeezes is still what `universal` draws.

    readers.py SKETCHWALK_CLI [NAME ...] [--all] [--profiles P ...] [--keep FOLDER]
"""
import json
import os
import re
import subprocess
import sys

import glb
import worlds

HERE = os.path.dirname(os.path.abspath(__file__))
NEAR = 0.01     # metres: bounds of a file that is read as it is
SQUEEZED = 0.1  # metres: bounds of a file whose positions are whole numbers
SQUEEZING = "KHR_mesh_quantization"
COPYING = "EXT_mesh_gpu_instancing"


def told(script, scenes):
    """What a script of this folder says of each scene, by path; None where it did not get through."""
    run = subprocess.run(["node", os.path.join(HERE, script), *scenes], capture_output=True, text=True)
    if run.returncode != 0:
        print(f"{script} did not run: {run.stderr}")
    return {one["file"]: one for one in map(json.loads, run.stdout.splitlines())}


def validated(report):
    if report is None:
        return ["the validator left it out"]
    return [f"the validator: {report}"] if report["errors"] or report["warnings"] or report["infos"] else []


def claims(scene):
    """What the file's scene holds, in the words of transform.mjs. Without bounds where they cannot be read here."""
    accessors, meshes = scene.json["accessors"], scene.json["meshes"]
    triangles = [sum(accessors[p["indices"]]["count"] // 3 for p in mesh["primitives"]) for mesh in meshes]
    placed = [node["mesh"] for node, _ in scene.placed()]
    about = {"nodes": len(scene.world), "meshes": len(set(placed)), "triangles": sum(triangles[mesh] for mesh in set(placed))}
    used = scene.json.get("extensionsUsed", [])
    if COPYING not in used:
        about.update(copies=len(placed), drawn=sum(triangles[mesh] for mesh in placed))
    if SQUEEZING not in used:
        about["low"], about["high"] = scene.bounds()
    return about


def differs(name, wanted, found, near):
    if name in ("low", "high"):
        return any(abs(a - b) > near for a, b in zip(wanted, found))
    return wanted != found


def transformed(said, wanted, near=NEAR):
    if said is None:
        return ["glTF-Transform did not get through it"]
    wrong = [f"glTF-Transform reads {name} {said[name]}, not {list(value) if name in ('low', 'high') else value}"
             for name, value in wanted.items() if differs(name, value, said[name], near)]
    if said["errors"]:
        wrong.append(f"{said['errors']} errors in what glTF-Transform writes of it")
    return wrong + [f"glTF-Transform: {message}" for message in said["said"]]


def assimp_says(path):
    run = subprocess.run(["assimp", "info", path, "--raw"], capture_output=True, text=True)
    number = r"(-?[\d.]+(?:e[+-]?\d+)?)"
    found = {}
    for key in ("Nodes", "Faces"):
        match = re.search(rf"^{key}:\s+(\d+)", run.stdout, re.MULTILINE)
        found[key] = int(match.group(1)) if match else None
    for key in ("Minimum", "Maximum"):
        match = re.search(rf"^{key} point\s+\({number} {number} {number}\)", run.stdout, re.MULTILINE)
        found[key] = [float(v) for v in match.groups()] if match else None
    return found


def assimped(path, wanted):
    said, wrong = assimp_says(path), []
    if said["Nodes"] != wanted["nodes"]:
        wrong.append(f"assimp reads {said['Nodes']} nodes of {wanted['nodes']}")
    if said["Faces"] != wanted["triangles"]:
        wrong.append(f"assimp reads {said['Faces']} triangles of {wanted['triangles']}")
    for key, name in (("Minimum", "low"), ("Maximum", "high")):
        if said[key] is None or differs(name, wanted[name], said[key], NEAR):
            wrong.append(f"assimp's {key.lower()} {said[key]}, the file's {list(wanted[name])}")
    return wrong


def main():
    given = worlds.arguments(__doc__, ("--profiles", {"nargs": "+"}))
    worlds.needs("assimp", "node")
    worlds.needs_modules("gltf-validator", "@gltf-transform/core", "meshoptimizer")
    profiles = given.profiles or worlds.profiles(given.cli)
    failed = 0
    with worlds.folder(given) as folder:
        scenes = {(world, profile): worlds.scene(given.cli, world, folder, profile) for world in given.maps for profile in profiles}
        reports = told("validate.js", scenes.values())
        found = told("transform.mjs", scenes.values())
        for (world, profile), path in scenes.items():
            scene = glb.Glb(path)
            wanted, said = claims(scene), found.get(path)
            wrong = validated(reports.get(path)) + transformed(said, wanted)
            plain = found.get(scenes.get((world, worlds.UNIVERSAL)))
            if not scene.json.get("extensionsRequired"):
                wrong += assimped(path, wanted)
            elif plain:
                wrong += transformed(said, {key: plain[key] for key in ("drawn", "low", "high")}, SQUEEZED)
            print(f"{worlds.name_of(world):14s} {profile:10s} " + ("\n  ".join(["", *wrong]) if wrong else "read by all"), flush=True)
            failed += bool(wrong)
    return 1 if failed or not scenes else 0


if __name__ == "__main__":
    sys.exit(main())

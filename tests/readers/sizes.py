#!/usr/bin/env python3
"""How large what we write is, beside what gltfpack makes of the same scene.

    sizes.py SKETCHWALK_CLI [NAME ...] [--all] [--only package share gltfpack] [--keep FOLDER]

--only names the limits that count: `package` of any profile, `share` of the universal GLB that the compact one takes, and the
compact GLB against `gltfpack`'s.
"""
import os
import shutil
import subprocess
import sys

import worlds

LIMITS = ["package", "share", "gltfpack"]
MOST_PACKAGE = 12e6       # bytes
MOST_OF_UNIVERSAL = 0.2   # of the universal GLB that the compact one takes
MOST_OF_PACKED = 1.1      # of gltfpack's result on the universal GLB


def folder_size(folder):
    return sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))


def packed_size(path):
    """Of gltfpack's result with compression and instances; None where gltfpack is not installed."""
    if not shutil.which("gltfpack"):
        return None
    out = path[: -len(".glb")] + "-packed.glb"
    subprocess.run(["gltfpack", "-i", path, "-o", out, "-cc", "-mi"], check=True, capture_output=True)
    size = os.path.getsize(out)
    os.remove(out)
    return size


def main():
    given = worlds.arguments(__doc__, ("--only", {"nargs": "+", "choices": LIMITS, "default": LIMITS}))
    profiles, failed, data = worlds.profiles(given.cli), 0, worlds.shared()
    promised = worlds.layouts(data) if data else []  # samples and towns are printed, without a promise
    print("kB             " + "".join(f"{p:>11s}" for p in profiles) + f"{'GLB':>11s}{'compact GLB':>13s}{'gltfpack':>10s}")
    with worlds.folder(given) as folder:
        for world in given.maps:
            scenes = {p: worlds.scene(given.cli, world, folder, p) for p in profiles}
            packages = {p: folder_size(os.path.dirname(path)) for p, path in scenes.items()}
            plain, packed = os.path.getsize(scenes[worlds.UNIVERSAL]), packed_size(scenes[worlds.UNIVERSAL])
            compact = os.path.getsize(scenes["compact"]) if "compact" in scenes else None
            wrong = {"package": [p for p, size in packages.items() if size > MOST_PACKAGE and world in promised],
                     "share": [f"{compact / plain:.2f}"] if compact and compact > MOST_OF_UNIVERSAL * plain else [],
                     "gltfpack": [f"{compact / packed:.2f}"] if compact and packed and compact > MOST_OF_PACKED * packed else []}
            cells = [*packages.values(), plain, compact, packed]
            print(f"{worlds.name_of(world):15s}" + "".join(f"{size / 1e3:11.0f}" if size else f"{'-':>11s}" for size in cells)
                  + "   " + "; ".join(f"{limit}: {', '.join(over)}" for limit, over in wrong.items() if over), flush=True)
            failed += any(wrong[limit] for limit in given.only)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

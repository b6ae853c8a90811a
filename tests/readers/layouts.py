#!/usr/bin/env python3
"""Every coloured layout of the shared data becomes a package that the shared judge accepts, file against file.

    layouts.py SKETCHWALK_CLI [NAME ...]
"""
import os
import sys
import tempfile

import worlds

LEAST = {"recall": 1.0, "water_iou": 0.93, "surface": 0.92, "relief": 1.0, "grounded": 1.0, "dry": 1.0, "below": 1.0}
MOST = {"stray": 0.0}


def main(cli, names):
    data = worlds.shared_or_skip("tools")
    judge = worlds.module(os.path.join(data, "tools", "judge.py")).judge
    failed = 0
    print("layout    " + "".join(f"{name:>10s}" for name in [*LEAST, *MOST, "objects"]))
    with tempfile.TemporaryDirectory() as folder:
        for picture in worlds.named(worlds.layouts(data), names):
            name = worlds.name_of(picture)
            package = os.path.join(folder, name)
            worlds.generate(cli, picture, package)
            figures = judge(picture, picture[: -len("png")] + "legend.json", package)
            wrong = [key for key, least in LEAST.items() if figures.get(key, least) < least]
            wrong += [key for key, most in MOST.items() if figures.get(key, most) > most]
            cells = "".join(f"{figures[key]:10.3f}" if key in figures else f"{'-':>10s}" for key in [*LEAST, *MOST])
            print(f"{name:10s}{cells}{figures['objects']:10d}" + (f"   too weak: {', '.join(wrong)}" if wrong else ""))
            failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

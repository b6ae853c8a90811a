#!/usr/bin/env python3
"""Lets the bot walk a kilometre over every sample and every layout of the test data (where it is here), and fails where the feet
ever were more than 0.3 m off the drawn surface, where it stood still for more than 3 s, or where it missed a place.

    walks.py SKETCHWALK_CLI [NAME ...] [--metres 1000] [--places]      --places: the two large real places too
"""
import argparse
import json
import subprocess
import sys

import worlds

MOST_GAP, MOST_STUCK = 0.3, 3.0  # metres, seconds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--metres", type=float, default=1000)
    parser.add_argument("--places", action="store_true")
    options = parser.parse_args()
    data = worlds.shared()
    maps = worlds.samples() + (worlds.layouts(data) if data else [])
    if options.places and data:
        maps += worlds.places(data)
    failed, metres, reached, targets, gap, stuck = 0, 0.0, 0, 0, 0.0, 0.0
    for world in maps:
        name = worlds.name_of(world)
        if options.names and name not in options.names:
            continue
        done = subprocess.run([options.cli, "walk", world, "--metres", str(options.metres), "--json", "--quiet"],
                              capture_output=True, text=True)
        if done.returncode != 0:
            print(f"{name}: exit status {done.returncode}\n{done.stderr}")
            return 1
        r = json.loads(done.stdout)
        right = (r["max_gap_m"] <= MOST_GAP and r["max_stuck_s"] <= MOST_STUCK and r["reached"] == r["targets"]
                 and r["metres"] >= options.metres)
        print(f"{name:14s} {r['metres']:6.0f} m  gap {r['max_gap_m']:.3f} m  stuck {r['max_stuck_s']:.2f} s  "
              f"{r['reached']} of {r['targets']} places, {r['cut_off']} cut off  rescues {r['rescues']}  "
              f"tick {r['step_ms']['p50']:.3f} / {r['step_ms']['p99']:.3f} ms  ready {r['ready_ms']:.0f} ms" + ("" if right else "  WRONG"),
              flush=True)
        for missed in r["missed"]:
            print("    not reached:", missed)
        failed += not right
        metres, reached, targets = metres + r["metres"], reached + r["reached"], targets + r["targets"]
        gap, stuck = max(gap, r["max_gap_m"]), max(stuck, r["max_stuck_s"])
    print(f"{metres / 1000:.1f} km, {reached} of {targets} places, gap {gap:.3f} m, stuck {stuck:.2f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

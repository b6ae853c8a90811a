#!/usr/bin/env python3
"""Measures what this project promises and prints it as a table, with the command's own report as the only source.

    figures.py SKETCHWALK_CLI [--other CLI ...] [--runs 5] [--only NAME ...]

--other names commands of other builds (asan, another compiler), whose bytes must be the same. The maps are those of the shared
test data where it is present, and the project's samples. Standard library only.
"""
import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "readers"))
import worlds  # noqa: E402


def run(cli, world, target, resolution=512, threads=2):
    """(wall seconds of the process, its report)"""
    start = time.perf_counter()
    done = subprocess.run([cli, "generate", world, *target, "--resolution", str(resolution), "--threads", str(threads), "--json",
                           "--quiet"], capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{cli} {world}: exit status {done.returncode}: {done.stderr}")
    return seconds, json.loads(done.stdout)


def digest(folder):
    total = hashlib.sha256()
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            total.update(name.encode() + hashlib.sha256(file.read()).digest())
    return total.hexdigest()


class Bench:
    def __init__(self, cli, others, runs, folder):
        self.cli, self.others, self.runs, self.folder = cli, others, runs, folder
        data = worlds.shared()
        self.maps = worlds.layouts(data) if data else worlds.samples()
        self.places = {worlds.name_of(p): p for p in worlds.places(data)} if data else {}

    def package(self, name="package"):
        return ["--package", os.path.join(self.folder, name)]

    def glb(self):
        return ["-o", os.path.join(self.folder, "scene.glb")]

    def median(self, world, target, **options):
        return statistics.median(run(self.cli, world, target, **options)[0] for _ in range(self.runs))

    def times(self):
        package = [self.median(m, self.package()) for m in self.maps]
        alone = [self.median(m, self.glb()) for m in self.maps]
        memory = max(run(self.cli, m, self.package())[1]["peak_memory_bytes"] for m in self.maps)
        row("layout -> package, 512 x 512, 2 threads", f"median {statistics.median(package):.2f} s, worst {max(package):.2f} s", "<= 1.0 s")
        row("layout -> GLB alone", f"median {statistics.median(alone):.2f} s, worst {max(alone):.2f} s", "<= 0.5 s")
        row("peak memory of those", f"{memory / 2**20:.0f} MiB", "<= 400 MB")

    def stages(self):
        for world in self.maps[:1] + worlds.samples()[:4]:
            _, report = run(self.cli, world, self.package())
            print(f"  {worlds.name_of(world):14s}" + "  ".join(f"{s['stage']} {s['seconds'] * 1000:.0f}" for s in report["stages"])
                  + f"  | {report['counts']['objects']} objects, {report['counts']['triangles']} triangles")

    def growth(self):
        world = worlds.samples()[-1]
        seconds = {n: self.median(world, self.package(), resolution=n) for n in (512, 1024, 2048)}
        row("2048 x 2048 against 512 x 512", f"{seconds[2048] / seconds[512]:.1f} x ({seconds[2048]:.2f} s; 1024: {seconds[1024]:.2f} s)",
            "<= 17 x")

    def town(self):
        if "krems-3km" in self.places:
            seconds = self.median(self.places["krems-3km"], self.package(), resolution=1024)
            row("krems-3km at 1024", f"{seconds:.2f} s", "<= 6 s")

    def threads(self):
        world, ratios = worlds.samples()[-1], []
        for _ in range(self.runs):  # one after the other, so that other load on the machine hits both
            one = run(self.cli, world, self.package(), resolution=1024, threads=1)[0]
            ratios.append(one / run(self.cli, world, self.package(), resolution=1024, threads=2)[0])
        row("two threads against one, 1024 x 1024", f"{statistics.median(ratios):.2f} x", ">= 1.6 x")

    def determinism(self):
        world = self.maps[0]
        seen = set()
        for i in range(20):
            run(self.cli, world, self.package("same"), threads=1 + i % 2)
            seen.add(digest(os.path.join(self.folder, "same")))
        for other in self.others:
            run(other, world, self.package("other"))
            seen.add(digest(os.path.join(self.folder, "other")))
        row(f"20 runs over 1 and 2 threads, {1 + len(self.others)} builds", f"{len(seen)} different packages", "1")


def row(what, measured, wanted):
    print(f"{what:52s} {measured:42s} {wanted}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("--other", action="append", default=[])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", nargs="*", choices=["times", "stages", "growth", "town", "threads", "determinism"])
    given = parser.parse_args()
    row("what", "measured", "wanted")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given.cli, given.other, given.runs, folder)
        for name in given.only or ["times", "stages", "growth", "town", "threads", "determinism"]:
            getattr(bench, name)()
    return 0


if __name__ == "__main__":
    sys.exit(main())

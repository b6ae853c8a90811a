"""Maps to test on, and worlds made of them by the real command, for the checks in this folder."""
import argparse
import contextlib
import importlib.util
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile

SKIP = 77  # what CTest is told when a check cannot be run here
DEBIAN_PYTHON = "/usr/bin/python3"
UNIVERSAL = "universal"
FEW = ["village", "iclr11", "test1"]  # many kinds of thing; a large forest; a river and a bridge
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def shared():
    """The folder with test data beside the checkout (or beside the folder it lies in); None where there is none."""
    for up in ("..", "../.."):
        folder = os.path.normpath(os.path.join(ROOT, up, "shared"))
        if os.path.isdir(os.path.join(folder, "data")):
            return folder
    return None


def shared_or_skip(part):
    folder = shared()
    if folder is None or not os.path.isdir(os.path.join(folder, part)):
        print(f"skipped: {part} of the shared test data is not here")
        sys.exit(SKIP)
    return folder


def files(folder, ending):
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(ending))


def samples():
    return files(os.path.join(ROOT, "resources", "samples"), ".sketch.json")


def fixtures():
    return [os.path.join(ROOT, "tests", "fixtures", "sketches", "fifty-houses.sketch.json")]


def layouts(data):
    return files(os.path.join(data, "data", "layouts"), ".png")


def places(data):
    return files(os.path.join(data, "data", "osm"), ".sketch.json")


def named(maps, names):
    """Those of the maps that are named, all where there are no names; ends the check where a name is none's."""
    unknown = set(names) - {name_of(path) for path in maps}
    if unknown:
        print("no such map: " + " ".join(sorted(unknown)))
        sys.exit(2)
    return [path for path in maps if not names or name_of(path) in names]


def name_of(path):
    return os.path.basename(path).split(".")[0]


def run(cli, world, *options):
    """Runs the command `generate` and returns its result; ends the check where the command fails."""
    done = subprocess.run([cli, "generate", world, "--json", *options], capture_output=True, text=True)
    if done.returncode != 0:
        print(f"{world}: exit status {done.returncode}\n{done.stderr}")
        sys.exit(1)
    return json.loads(done.stdout)


def generate(cli, world, package, *options):
    return run(cli, world, "--package", package, *options)


def profiles(cli):
    """Whom this command writes scenes for, the universal profile first."""
    told = subprocess.run([cli, "generate", "--help"], capture_output=True, text=True).stdout
    return re.search(r"--profile NAME:{([^}]*)}", told).group(1).split(",")


def needs_profile(cli, profile):
    if profile not in profiles(cli):
        print(f"skipped: this command writes no profile {profile}")
        sys.exit(SKIP)


def needs(*commands):
    """Ends the check, as skipped, where a program that it needs is not installed."""
    for command in commands:
        if not shutil.which(command):
            print(f"skipped: {command} is not installed")
            sys.exit(SKIP)


def needs_numpy():
    """Debian's packages belong to Debian's own Python, which need not be the one that runs this: goes on in that one, then."""
    if importlib.util.find_spec("numpy"):
        return
    if os.path.exists(DEBIAN_PYTHON) and "SKETCHWALK_PYTHON_TRIED" not in os.environ:
        os.execve(DEBIAN_PYTHON, [DEBIAN_PYTHON, *sys.argv], {**os.environ, "SKETCHWALK_PYTHON_TRIED": "1"})
    print("skipped: python3-numpy is not installed")
    sys.exit(SKIP)


def needs_modules(*names):
    for name in names:
        if not os.path.isdir(os.path.join(ROOT, "tests", "readers", "node_modules", *name.split("/"))):
            print(f"skipped: {name} is not here; run npm ci in tests/readers")
            sys.exit(SKIP)


def arguments(about, *more):
    """The command line of a check: sketchwalk-cli, then names of maps. Without names it takes a few maps, with --all every one.
    `more` are (flag, keywords) for argparse. Adds `maps`, the files to take."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli", help="sketchwalk-cli")
    parser.add_argument("names", nargs="*", help="maps by name, or files")
    parser.add_argument("--all", action="store_true", help="every map: samples, layouts and places")
    parser.add_argument("--keep", metavar="FOLDER", help="where packages and pictures stay")
    for flag, keywords in more:
        parser.add_argument(flag, **keywords)
    given = parser.parse_args()
    data = shared()
    every = samples() + fixtures() + (layouts(data) + places(data) if data else [])
    wanted = [name for name in given.names if not os.path.isfile(name)] or ([] if given.names else FEW)
    given.maps = [name for name in given.names if os.path.isfile(name)]
    given.maps += [m for m in every if name_of(m) in wanted or (given.all and not given.names)]
    if not given.maps:
        parser.error("no such map: " + " ".join(given.names))
    return given


def folder(given):
    """A context that yields where files go: --keep's folder, or one that is gone afterwards."""
    if not given.keep:
        return tempfile.TemporaryDirectory()
    os.makedirs(given.keep, exist_ok=True)
    return contextlib.nullcontext(given.keep)


def scene(cli, world, folder, profile=UNIVERSAL):
    """The scene.glb of a map's package in this folder, in a profile."""
    package = os.path.join(folder, name_of(world) + ("" if profile == UNIVERSAL else "-" + profile))
    generate(cli, world, package, *([] if profile == UNIVERSAL else ["--profile", profile]))
    return os.path.join(package, "scene.glb")


def module(path):
    spec = importlib.util.spec_from_file_location(name_of(path), path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def chunks_of(path):
    """The JSON of a binary glTF file, and its binary part."""
    with open(path, "rb") as file:
        magic, _, _, size, _ = struct.unpack("<4sIIII", file.read(20))
        assert magic == b"glTF", path
        about = json.loads(file.read(size))
        file.read(8)
        return about, file.read()


def gltf_of(path):
    return chunks_of(path)[0]

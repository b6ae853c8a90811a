"""Maps to test on, and worlds made of them by the real command, for the checks in this folder."""
import importlib.util
import json
import os
import struct
import subprocess
import sys

SKIP = 77  # what CTest is told when a check cannot be run here
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


def layouts(data):
    return files(os.path.join(data, "data", "layouts"), ".png")


def places(data):
    return files(os.path.join(data, "data", "osm"), ".sketch.json")


def name_of(path):
    return os.path.basename(path).split(".")[0]


def generate(cli, world, package, *options):
    """Runs the command and returns its result; ends the check where the command fails."""
    run = subprocess.run([cli, "generate", world, "--package", package, "--json", *options], capture_output=True, text=True)
    if run.returncode != 0:
        print(f"{world}: exit status {run.returncode}\n{run.stderr}")
        sys.exit(1)
    return json.loads(run.stdout)


def module(path):
    spec = importlib.util.spec_from_file_location(name_of(path), path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def gltf_of(path):
    """The JSON of a binary glTF file."""
    with open(path, "rb") as file:
        magic, _, _, size, _ = struct.unpack("<4sIIII", file.read(20))
        assert magic == b"glTF", path
        return json.loads(file.read(size))

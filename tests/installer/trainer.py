#!/usr/bin/env python3
"""What installer/trainer/gather takes along for a bare machine is all that the trainer there is compiled from.

    trainer.py GATHER

Every file of the gathered tree's own build is preprocessed as it would be compiled: a header that was left here is an error.
"""
import json
import os
import shlex
import subprocess
import sys
import tempfile


def preprocess(command):
    words = shlex.split(command["command"])
    at = words.index("-o")
    words = [w for w in words[:at] + words[at + 2 :] if w != "-c"]
    return subprocess.run(words + ["-M"], cwd=command["directory"], capture_output=True, text=True)


def main(gather):
    with tempfile.TemporaryDirectory() as folder:
        tree, build = os.path.join(folder, "tree"), os.path.join(folder, "build")
        subprocess.run([gather, tree, os.path.join(folder, "no drawings")], check=True, stdout=subprocess.DEVNULL)
        configured = subprocess.run(
            ["cmake", "-S", tree, "-B", build, "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", "-DTORCH_ROOT="],
            capture_output=True, text=True)
        if configured.returncode:
            print(configured.stderr)
            return 1
        with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
            commands = json.load(file)
        missing = 0
        for command in commands:
            done = preprocess(command)
            if done.returncode:
                missing += 1
                print(os.path.relpath(command["file"], tree), done.stderr.splitlines()[:2])
        print(f"{len(commands)} files, {missing} lack a header")
        return 1 if missing or len(commands) < 30 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

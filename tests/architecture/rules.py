#!/usr/bin/env python3
"""Reads every #include of the tree and fails on one that points the wrong way; also on files too long to fit in the head, on
names that say nothing, and on names that two files of a folder both keep to themselves, since folders are compiled together. Link rules alone do not protect the layers, since Debian puts every header on the default path.

    rules.py [ROOT]      prints one line per offence; exit status 1 where there is any
"""
import os
import re
import sys

MOST_LINES = 450
FOLDERS = ("app", "core", "ui", "render", "tests")
SOURCES = (".h", ".cpp")
EMPTY_WORDS = {"util", "utils", "helper", "helpers", "manager", "common", "misc"}
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

# The rooms of the library `core`, lowest first: a room may use itself and what stands before it. preview and pipeline share
# a floor and do not know each other.
ORDER = ["base", "catalogue", "sketch", "layout", "terrain", "assets", "textures", "scene", "navigation", "routes"]
MAY_USE = {room: set(ORDER[: i + 1]) for i, room in enumerate(ORDER)}
for top in ("preview", "pipeline"):
    MAY_USE[top] = set(ORDER) | {top}
CORE = set(MAY_USE)
# Targets beside it: what of this tree each may use. app and tests may use everything.
for room in ("document", "gltf", "library", "print", "play", "neural", "synth"):
    MAY_USE[room] = CORE | {room}
MAY_USE["synth"] |= {"neural"}
MAY_USE["output"] = CORE | {"gltf", "print", "output"}
MAY_USE["render"] = CORE | {"render"}
MAY_USE["ui"] = CORE | {"document", "gltf", "output", "play", "print", "render", "ui"}
# What a room may know of another that it may not use: plain values.
VALUES = {"ui": {"core/neural/InkSymbol.h"}}

# Third-party headers and the only places that may include them (a room, or app/PART). Tests may use what they test with.
DOORS = [
    # writes past its own memory in Qt 6.4 when rows were hidden
    (re.compile(r"^QFormLayout"), {"no room; ui/panels/Form does the same"}),
    (re.compile(r"^Q[A-Z]|^Qt[A-Z0-9]|^qt"), {"ui", "render", "app/desktop"}),
    (re.compile(r"^torch/|^ATen/|^c10/"), {"neural"}),
    (re.compile(r"^opencv2/"), CORE | {"print"}),
    (re.compile(r"^CLI/"), {"app/cli"}),
    (re.compile(r"^tiny_?gltf"), {"library"}),
    (re.compile(r"^tiny_obj_loader"), {"library"}),
    # assets: levels of detail are a pure function of a mesh, for files and the viewport alike
    (re.compile(r"^meshoptimizer"), {"assets", "gltf"}),
    (re.compile(r"^tinyexr"), {"gltf"}),
    (re.compile(r"^sqlite3"), {"document"}),
    (re.compile(r"^bullet/|^btBullet|^LinearMath/|^BulletCollision/|^BulletDynamics/"), {"play"}),
    (re.compile(r"^(Recast|Detour)"), {"navigation"}),
    (re.compile(r"^SDL"), {"ui"}),
    (re.compile(r"^pugixml"), {"sketch"}),
    (re.compile(r"^png\.h|^jpeglib\.h"), {"base"}),
    (re.compile(r"^zlib\.h"), {"base", "gltf"}),
    (re.compile(r"^gtest/|^gmock/|^benchmark/"), {"tests"}),
]
UNNAMED = re.compile(r"^namespace \{\n(.*?)^\}  // namespace\n", re.S | re.M)
OWN_NAMES = [
    re.compile(r"(?:struct|class|enum class|enum)\s+(\w+)[^;]*$"),
    re.compile(r"(?:inline )?constexpr [^=({\[]*?(\w+)\s*(?:\[[^\]]*\])*\s*[={]"),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def room_of(path):
    """core/terrain/Rivers.cpp -> terrain; app/cli/main.cpp -> app/cli; ui/window/X.h -> ui; tests/... -> tests"""
    parts = path.split("/")
    if parts[0] == "core":
        return parts[1]
    return "/".join(parts[:2]) if parts[0] == "app" else parts[0]


def check_include(path, number, quote, target):
    room = room_of(path)
    where = f"{path}:{number}"
    if quote == '"':
        top = target.split("/")[0]
        if top not in FOLDERS:
            return f'{where}: "{target}" is not written from the repository\'s root'
        if top == "tests" and room != "tests":
            return f"{where}: {target}: nothing but tests may use tests"
        if room == "tests" or room.startswith("app"):
            if top == "app" and room != "tests" and room_of(target) != room:
                return f"{where}: {target}: one program may not use another"
            return None
        wanted = room_of(target)
        if target in VALUES.get(room, ()):
            return None
        if wanted not in MAY_USE.get(room, set()):
            return f"{where}: {room} may not use {wanted} ({target})"
        return None
    for header, rooms in DOORS:
        if header.search(target) and room not in rooms and room != "tests":
            return f"{where}: <{target}> may be included only in {', '.join(sorted(rooms))}"
        if header.search(target) and room == "tests" and "ui" in rooms and not path.startswith(
            ("tests/ui", "tests/render", "tests/bench/Viewport", "tests/bench/EntityWorld")
        ):
            return f"{where}: <{target}> may be included only in tests of the window"
    return None


def check_file(path, text):
    """All offences of one file, whose path is relative to the root."""
    found = []
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        found.append(f"{path}: {len(lines)} lines; at most {MOST_LINES}")
    if EMPTY_WORDS & {word.lower() for word in WORD.findall(path)}:
        found.append(f"{path}: its name says nothing; call it by what it does")
    if path.startswith("core/") and room_of(path) not in MAY_USE:
        found.append(f"{path}: no such room; add it to the order in tests/architecture/rules.py")
    if path.endswith(".h") and "#pragma once" not in text:
        found.append(f"{path}: a header without #pragma once")
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        offence = match and check_include(path, number, *match.groups())
        if offence:
            found.append(offence)
    return found


def own_names(text):
    """Types and constants that a source keeps to itself."""
    names = set()
    for block in UNNAMED.findall(text):
        for line in block.splitlines():
            names |= {match.group(1) for match in (name.match(line) for name in OWN_NAMES) if match}
    return names


def check_folder(texts):
    """`texts`: path -> text of the sources of one folder."""
    first, found = {}, []
    for path, text in texts.items():
        for name in sorted(own_names(text)):
            if first.setdefault(name, path) != path:
                found.append(f"{path}: {first[name]} keeps a {name} to itself too")
    return found


def check_tree(root):
    found, count = [], 0
    for folder in FOLDERS:
        for where, _, names in os.walk(os.path.join(root, folder)):
            sources = {}
            for name in sorted(names):
                if name.endswith(SOURCES):
                    path = os.path.relpath(os.path.join(where, name), root).replace(os.sep, "/")
                    with open(os.path.join(root, path), encoding="utf-8") as file:
                        text = file.read()
                    found += check_file(path, text)
                    if name.endswith(".cpp"):
                        sources[path] = text
                    count += 1
            found += check_folder(sources)
    return found, count


def main(args):
    found, count = check_tree(args[0] if args else ".")
    for offence in found:
        print(offence)
    print(f"{count} files read, {len(found)} offences")
    return 1 if found or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

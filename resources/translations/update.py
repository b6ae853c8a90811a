#!/usr/bin/env python3
"""Brings resources/translations/*.ts up to the sources: every tr() of the window, and the names that come from data (brushes of the
catalogue, templates, samples). New strings are left unfinished; linguist(1) or an editor fills them in. Needs qt6-tools-dev.

    update.py           rewrites the files
    update.py --check   writes nothing; exit status 1 where a string is missing or has no translation in some language
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LUPDATE = ["/usr/lib/qt6/bin/lupdate", "lupdate-qt6", "lupdate6"]


def names_from_data():
    """(context, text) of what the window translates without a literal in the sources."""
    with open(os.path.join(ROOT, "resources/catalogue.json"), encoding="utf-8") as file:
        for entry in json.load(file)["entries"]:
            yield "Catalogue", entry["id"].replace("_", " ")
    with open(os.path.join(ROOT, "resources/biomes.json"), encoding="utf-8") as file:
        climate = json.load(file)
    for entry in climate["biomes"] + climate["seasons"]:
        yield "Climate", entry["id"].replace("_", " ")
    for folder in ("templates", "samples"):
        for name in sorted(os.listdir(os.path.join(ROOT, "resources", folder))):
            if name.endswith(".sketch.json"):
                title = name[: -len(".sketch.json")].replace("-", " ")
                yield "Templates", title[0].upper() + title[1:]
    # What planning and furnishing say of the map: { "words with %1", { names } } handed to note(), warn() or diagnosticOf().
    # Errors about files: fail(kind, Sentence{ ... }), and their causes in plain words.
    for room in ("base", "document", "gltf", "layout", "neural", "routes", "scene"):
        folder = os.path.join(ROOT, "core", room)
        for name in sorted(os.listdir(folder)):
            if name.endswith(".cpp"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    for said in re.finditer(r'(?:(?:note|warn|diagnosticOf|errorOf)\([^;"]*|Sentence)\{((?:\s*"(?:[^"\\]|\\.)*")+)', file.read()):
                        yield "Report", "".join(json.loads(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', said.group(1)))
    for source in ("base/File.cpp", "document/Sqlite.cpp"):
        with open(os.path.join(ROOT, "core", source), encoding="utf-8") as file:
            for cause in re.finditer(r'return "([^"]+)";', file.read()):
                yield "Report", cause.group(1)


def messages(path):
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            yield key, message.find("translation")


def places(text):
    return sorted(set(re.findall(r"%L?\d|%n", text)))


def faults(path, wanted):
    """What is missing from one language, or would be shown wrongly."""
    found = dict(messages(path))
    for key in sorted(wanted - set(found)):
        yield f"{key[0]}: '{key[1]}' is missing; run update.py"
    for (context, source, comment), translation in found.items():
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(forms):
            yield f"{context}: '{source}' has no translation"
        elif any(places(form) != places(source) for form in forms):
            yield f"{context}: '{source}' and its translation have different places (%1 ...)"


def main(args):
    lupdate = next((shutil.which(name) for name in LUPDATE if shutil.which(name)), None)
    if not lupdate:
        print("lupdate is not installed (qt6-tools-dev)", file=sys.stderr)
        return 77
    files = sorted(os.path.join(HERE, name) for name in os.listdir(HERE) if name.endswith(".ts"))
    check = "--check" in args
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "names.cpp")
        with open(data, "w", encoding="utf-8") as file:
            for context, text in sorted(set(names_from_data())):
                file.write(f'QT_TRANSLATE_NOOP("{context}", {json.dumps(text)});\n')
        target = [os.path.join(folder, "all.ts")] if check else files
        said = None
        for path in target:
            # English needs no more than its plurals: the sources say "%n file(s)".
            only = ["-pluralonly"] if path.endswith("_en.ts") else []
            said = subprocess.run(
                [lupdate, "-I", ROOT, "-locations", "none", "-no-obsolete", *only, "-recursive"]
                + [os.path.join(ROOT, part) for part in ("ui", "render")] + [data, "-ts", path],
                capture_output=True, text=True, check=True)
        bad = [line for line in said.stderr.splitlines() if "lacks Q_OBJECT" in line or "unknown namespace" in line]
        if not check:
            print(said.stdout.strip())
            return 0
        wanted = {key for key, _ in messages(target[0])}
        plurals = {key for key, translation in messages(target[0]) if translation.find("numerusform") is not None}
    for path in files:
        own = plurals if path.endswith("_en.ts") else wanted
        bad += [f"{os.path.basename(path)}: {fault}" for fault in faults(path, own)]
    for fault in bad:
        print(fault)
    print(f"{len(wanted)} strings, {len(files)} languages, {len(bad)} faults")
    return 1 if bad or not files or not wanted else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

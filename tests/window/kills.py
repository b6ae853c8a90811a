#!/usr/bin/env python3
"""Kills the program at random moments while a pen draws, and looks whether every finished stroke is in the file.

    kills.py SKETCHWALK SKETCHWALK_CLI [TIMES]      10 times, or as often as said

The program says "stroke N" the moment a finished stroke is in its file; the file is read by SQLite itself, which also checks it.
"""
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import drawings


def finished(database):
    """Steps of history in the file; what integrity_check says."""
    with sqlite3.connect(f"file:{database}?mode=rw", uri=True) as connection:
        check = connection.execute("PRAGMA integrity_check").fetchone()[0]
        return connection.execute("SELECT count(*) FROM step").fetchone()[0], check


def one_kill(program, cli, folder, trace, number, rng):
    drawing = os.path.join(folder, f"{number}.sketchwalk")
    empty = os.path.join(folder, "empty.sketch.json")
    with open(empty, "w", encoding="utf-8") as file:
        file.write('{"format": "sketchwalk-sketch", "version": 1, "strokes": []}')
    subprocess.run([cli, "import", empty, "-o", drawing, "--quiet"], check=True)
    environment = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    process = subprocess.Popen([program, drawing, "--replay", trace], stdout=subprocess.PIPE, env=environment)
    first = process.stdout.readline()  # the pen has begun
    if not first:
        return f"{number}: the program ended with {process.wait()} before anything was drawn"
    time.sleep(rng.uniform(0, 4))
    process.send_signal(signal.SIGKILL)
    told = 1 + len(process.stdout.read().splitlines())
    process.wait()
    steps, check = finished(drawing)
    if check != "ok":
        return f"{number}: integrity_check says {check}"
    if steps < told:
        return f"{number}: {told} strokes were finished, {steps} are in the file"
    return None


def main(args):
    if len(args) < 2:
        print(__doc__)
        return 2
    program, cli, times = args[0], args[1], int(args[2]) if len(args) > 2 else 10
    rng, wrong = random.Random(), []
    with tempfile.TemporaryDirectory() as folder:
        trace = os.path.join(folder, "trace.json")
        drawings.main(["trace", trace, "6"])
        for number in range(times):
            said = one_kill(program, cli, folder, trace, number, rng)
            if said:
                print(said)
                wrong.append(said)
    print(f"{times - len(wrong)} of {times}: every finished stroke is there and the file is whole")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

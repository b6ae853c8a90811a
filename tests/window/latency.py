#!/usr/bin/env python3
"""How quickly the window answers the pen: a drawing of many strokes, a pen at 240 Hz, and worlds being built meanwhile.

    latency.py SKETCHWALK SKETCHWALK_CLI [SECONDS] [STROKES|MAP] [PAUSE]      20 s over 20,000 strokes

A map is drawn upon as it is. PAUSE: seconds between two strokes (0.15).

Prints the program's own report. Run it under a display, or with xvfb-run.
"""
import json
import os
import subprocess
import sys
import tempfile

import drawings


def measure(program, cli, seconds, strokes, pause):
    with tempfile.TemporaryDirectory() as folder:
        sketch, drawing, trace, report = (os.path.join(folder, name)
                                          for name in ("big.sketch.json", "big.sketchwalk", "trace.json", "report.json"))
        if strokes.isdigit():
            drawings.main(["big", sketch, strokes])
        else:
            sketch = strokes
        drawings.main(["trace", trace, str(seconds), "240", "11", pause])
        subprocess.run([cli, "import", sketch, "-o", drawing, "--quiet"], check=True)
        environment = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
        subprocess.run([program, drawing, "--replay", trace, "--report", report], check=True, env=environment,
                       stdout=subprocess.DEVNULL)
        with open(report, encoding="utf-8") as file:
            return json.load(file)


def main(args):
    if len(args) < 2:
        print(__doc__)
        return 2
    wishes = dict(enumerate(args))
    print(json.dumps(measure(args[0], args[1], float(wishes.get(2, 20)), wishes.get(3, "20000"), wishes.get(4, "0.15")),
                     indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

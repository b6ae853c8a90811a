#!/usr/bin/env python3
"""options.py SKETCHWALK: the manual page and the completions of the window name exactly the options that --help names."""
import os
import re
import subprocess
import sys

LINUX = os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../installer/linux")
OWN_OF_QT = {"help-all"}


def options_in(name, pattern=r"--([a-z][a-z-]+)"):
    with open(os.path.join(LINUX, name), encoding="utf-8") as file:
        return set(re.findall(pattern, file.read().replace("\\-", "-")))


def main(program):
    said = subprocess.run([program, "--help"], capture_output=True, text=True, check=True,
                          env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout
    wanted = set(re.findall(r"--([a-z][a-z-]+)", said)) - OWN_OF_QT
    found = {"sketchwalk.1.in": options_in("sketchwalk.1.in"),
             "completions/sketchwalk": options_in("completions/sketchwalk"),
             "completions/_sketchwalk": options_in("completions/_sketchwalk"),
             "completions/sketchwalk.fish": options_in("completions/sketchwalk.fish", r"-l ([a-z-]+)")}
    wrong = 0
    for name, options in found.items():
        for option in sorted(options ^ wanted):
            print(f"{name}: --{option} is {'not among' if option in options else 'missing from'} its options")
            wrong += 1
    print(f"{len(wanted)} options, {wrong} faults")
    return 1 if wrong or len(wanted) < 4 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

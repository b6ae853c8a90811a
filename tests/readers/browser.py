#!/usr/bin/env python3
"""three.js draws our scenes in Chromium, without a word on the console, and the picture shows a world: not one flat colour.

    browser.py SKETCHWALK_CLI [NAME ...] [--all] [--profile P] [--size 640x480] [--keep FOLDER]
"""
import http.server
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading

import worlds

HERE = os.path.dirname(os.path.abspath(__file__))
PATIENCE = 240  # seconds for one picture; without a graphics card
TYPES = {".html": "text/html", ".js": "text/javascript", ".glb": "model/gltf-binary"}
LEAST_SHARE = 0.2  # of the pixels that are not the sky behind
LEAST_TONES = 10  # of 4,096, each on at least one pixel of 2,000; a plain without its textures has 7
# Said of the machine, not of the scene: that it has no graphics card, and what reading the picture back costs on it.
USUAL = re.compile(r"GPU stall due to ReadPixels|Automatic fallback to software WebGL")


class Shop(http.server.ThreadingHTTPServer):
    """Serves this folder and the scenes on the loopback alone, and takes what the page posts."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Counter)
        self.scenes, self.posted, self.done, self.refused = {}, {}, threading.Event(), []

    def begin(self, scene):
        self.posted.clear()
        self.done.clear()
        self.scenes["/scene.glb"] = scene
        return f"http://127.0.0.1:{self.server_address[1]}/browser.html?scene=/scene.glb"


class Counter(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.split("?")[0]
        inside = os.path.realpath(HERE + path)
        file = self.server.scenes.get(path) or (inside if inside.startswith(HERE + os.sep) else None)
        if not file or not os.path.isfile(file):
            self.server.refused.append(path)
            return self.send_error(404)
        with open(file, "rb") as opened:
            body = opened.read()
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(os.path.splitext(file)[1], "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.server.posted[self.path] = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()
        if self.path == "/done":
            self.server.done.set()

    def log_message(self, *_):
        pass


def visit(address, shop):
    """What the console said while the page did its work."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, tempfile.TemporaryFile("w+") as log:
        browser = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--no-first-run", "--disable-dev-shm-usage", "--mute-audio",
             "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--use-angle=swiftshader",
             "--enable-unsafe-swiftshader", "--enable-logging=stderr", f"--user-data-dir={home}", address],
            stdout=log, stderr=log, env={**os.environ, "HOME": home}, start_new_session=True)
        try:
            for _ in range(PATIENCE):
                if shop.done.wait(1) or browser.poll() is not None:
                    break
        finally:
            os.killpg(browser.pid, signal.SIGTERM)
            browser.wait(30)
        log.seek(0)
        said = [line.strip() for line in log if ":CONSOLE" in line and not USUAL.search(line)]
    if not shop.done.is_set():
        said.append("the page did not come to its end")
    return said


def emptiness(about):
    """What is wrong with the picture, as one who does not know the map could say."""
    wrong = []
    if about.get("share", 0) < LEAST_SHARE:
        wrong.append(f"only {100 * about.get('share', 0):.0f} % of the picture show anything")
    if about.get("tones", 0) < LEAST_TONES:
        wrong.append(f"{about.get('tones', 0)} tones")
    return wrong


def main():
    given = worlds.arguments(__doc__, ("--profile", {"default": "universal"}), ("--size", {"default": "640x480"}))
    worlds.needs("chromium")
    worlds.needs_modules("three")
    width, height = given.size.split("x")
    shop, failed = Shop(), 0
    threading.Thread(target=shop.serve_forever, daemon=True).start()
    with worlds.folder(given) as folder:
        for world in given.maps:
            scene = worlds.scene(given.cli, world, folder, given.profile)
            name = os.path.basename(os.path.dirname(scene))
            for view in ("iso", "walk"):
                said = visit(f"{shop.begin(scene)}&view={view}&width={width}&height={height}", shop)
                about = json.loads(shop.posted.get("/done", b"{}"))
                with open(os.path.join(folder, f"{name}-three-{view}.png"), "wb") as file:
                    file.write(shop.posted.get("/picture", b""))
                wrong = said + emptiness(about) + [f"asked for {path}" for path in shop.refused]
                print(f"{name:16s} {view:5s} {json.dumps(about)} " + ("\n  ".join(["", *wrong]) if wrong else "drawn"), flush=True)
                failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

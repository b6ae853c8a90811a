#!/usr/bin/env python3
"""Draws the small pictures of the start page anew: every template and sample from the air, beside its sketch.

    template-pictures.py CLI [NAME...]      e.g. build/release/app/sketchwalk-cli; without names, all of them

Each is rendered three times as large and made smaller, then kept in few colours, so that it stays a small file. The same
sketch and program give the same bytes. Needs nothing beyond Python.
"""
import os
import struct
import subprocess
import sys
import tempfile
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
RESOURCES = os.path.join(HERE, "..", "resources")
WIDTH, HEIGHT, TIMES = 360, 270, 3
COLOURS = 96
MOST_BYTES = 40 * 1024
SUFFIX = ".sketch.json"


def read_png(path):
    """Rows of RGB bytes of an 8-bit RGB or RGBA picture without interlace, which is what the program writes."""
    with open(path, "rb") as file:
        data = file.read()
    at, packed = 8, b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + size]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", body[:10])
        if kind == b"IDAT":
            packed += body
        at += 12 + size
    if depth != 8 or colour not in (2, 6):
        sys.exit(f"{path}: not an 8-bit RGB picture")
    step = 3 if colour == 2 else 4
    raw, stride, rows = zlib.decompress(packed), width * step, []
    before = bytearray(stride)
    for y in range(height):
        kind = raw[y * (stride + 1)]
        row = bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for x in range(stride):
            left = row[x - step] if x >= step else 0
            up, corner = before[x], before[x - step] if x >= step else 0
            if kind == 1:
                row[x] = (row[x] + left) & 255
            elif kind == 2:
                row[x] = (row[x] + up) & 255
            elif kind == 3:
                row[x] = (row[x] + (left + up) // 2) & 255
            elif kind == 4:
                guess = left + up - corner
                near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))
                row[x] = (row[x] + near[2]) & 255
        rows.append(row)
        before = row
    return rows, step


def smaller(rows, step):
    """The mean of each block, as (r, g, b)."""
    area, pixels = TIMES * TIMES, []
    for y in range(HEIGHT):
        block = rows[y * TIMES:(y + 1) * TIMES]
        for x in range(WIDTH):
            sums = [0, 0, 0]
            for row in block:
                for at in range(x * TIMES * step, (x + 1) * TIMES * step, step):
                    for c in range(3):
                        sums[c] += row[at + c]
            pixels.append(tuple((s + area // 2) // area for s in sums))
    return pixels


def palette_of(pixels):
    """Median cut (Heckbert, 1982): the box with the widest side is halved at its middle pixel until there are enough."""
    boxes = [sorted(pixels)]

    def spread(box):
        return max((max(p[c] for p in box) - min(p[c] for p in box), c) for c in range(3))

    widths = [spread(boxes[0])]
    while len(boxes) < COLOURS:
        i = max(range(len(boxes)), key=lambda k: (widths[k][0] * len(boxes[k]) ** 0.5, -k))
        width, channel = widths[i]
        if width == 0:
            break
        box = sorted(boxes[i], key=lambda p: (p[channel], p))
        half = len(box) // 2
        boxes[i], widths[i] = box[:half], spread(box[:half])
        boxes.append(box[half:])
        widths.append(spread(box[half:]))
    return sorted({tuple((sum(p[c] for p in box) + len(box) // 2) // len(box) for c in range(3)) for box in boxes})


def write_png(path, pixels):
    palette, known, body = palette_of(pixels), {}, bytearray()
    for y in range(HEIGHT):
        body.append(0)
        for pixel in pixels[y * WIDTH:(y + 1) * WIDTH]:
            if pixel not in known:
                known[pixel] = min(range(len(palette)), key=lambda i: sum((a - b) ** 2 for a, b in zip(pixel, palette[i])))
            body.append(known[pixel])

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0))
    data += chunk(b"PLTE", bytes(v for colour in palette for v in colour))
    data += chunk(b"IDAT", zlib.compress(bytes(body), 9)) + chunk(b"IEND", b"")
    with open(path, "wb") as file:
        file.write(data)
    return len(data)


def main(cli, names):
    worst = 0
    for folder in ("templates", "samples"):
        for file in sorted(os.listdir(os.path.join(RESOURCES, folder))):
            name = file[:-len(SUFFIX)]
            if not file.endswith(SUFFIX) or (names and name not in names):
                continue
            with tempfile.TemporaryDirectory() as temporary:
                large = os.path.join(temporary, "large.png")
                run = subprocess.run([cli, "render", os.path.join(RESOURCES, folder, file), "-o", large, "--view", "iso",
                                      "--size", f"{WIDTH * TIMES}x{HEIGHT * TIMES}", "--quiet"], stderr=subprocess.DEVNULL)
                if run.returncode != 0:
                    sys.exit(f"{file}: exit status {run.returncode}")
                size = write_png(os.path.join(RESOURCES, folder, name + ".png"), smaller(*read_png(large)))
            print(f"{folder}/{name}.png {size} bytes")
            worst = max(worst, size)
    return 0 if worst < MOST_BYTES else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

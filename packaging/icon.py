"""Draws the packages' icon: a signal that goes out from its source, forward to the right and back to the left.

    python3 packaging/icon.py packaging/icon.png
"""

import math
import struct
import sys
import zlib

SIZE = 128
SAMPLES = 4  # per pixel and axis: edges are smooth because each pixel is the mean of its samples

GROUND = (23, 30, 54)
SOURCE = (255, 255, 255)
FORWARD = (255, 176, 59)
BACK = (84, 190, 255)

CORNER = 26
DOT = 12
WAVES = (27, 42, 57)  # radii
STROKE = 7.5
OPENING = math.radians(43)  # half the angle that a wave spans


def wave(x, y):
    """Whether a point, seen from the centre, lies on a wave; the ends are round."""
    x = abs(x)
    for radius in WAVES:
        angle = max(-OPENING, min(OPENING, math.atan2(y, x)))
        if math.hypot(x - radius * math.cos(angle), y - radius * math.sin(angle)) <= STROKE / 2:
            return True
    return False


def colour(x, y):
    """The colour at a point, or None outside of the rounded square."""
    outside = [max(0, abs(v) - (SIZE / 2 - CORNER)) for v in (x, y)]
    if math.hypot(*outside) > CORNER:
        return None
    if math.hypot(x, y) <= DOT:
        return SOURCE
    if wave(x, y):
        return FORWARD if x > 0 else BACK
    return GROUND


def pixel(column, row):
    """Red, green, blue and opacity of a pixel."""
    steps = [(i + 0.5) / SAMPLES - SIZE / 2 for i in range(SAMPLES)]
    seen = [c for dy in steps for dx in steps if (c := colour(column + dx, row + dy))]
    if not seen:
        return bytes(4)
    mean = [round(sum(channel) / len(seen)) for channel in zip(*seen)]
    return bytes([*mean, round(255 * len(seen) / SAMPLES**2)])


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png():
    rows = b"".join(b"\0" + b"".join(pixel(column, row) for column in range(SIZE)) for row in range(SIZE))
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


if __name__ == "__main__":
    with open(sys.argv[1], "wb") as file:
        file.write(png())

"""Writes double-reference.txt: values of the functions of VectorMath at fifty digits, for tests of double precision.

A line is the function, the bits of x, the bits of the double nearest to f(x), and what f(x) exceeds that double by, in units in
the last place. Run it in this folder with Python 3 and mpmath: python3 double-reference.py
"""
import math
import random
import struct

from mpmath import erf, erfc, exp, expm1, floor, log, log1p, mp, mpf, pi, sin, cos, sqrt, tanh

mp.dps = 50
random.seed(20)

GREATEST = 1.7976931348623157e308
LEAST_NORMAL = 2.2250738585072014e-308
LEAST = 5e-324


def softplus(x):
    return x + log1p(exp(-x)) if x > 0 else log1p(exp(x))


def sigmoid(x):
    return 1 / (1 + exp(-x))


def gelu(x):
    return x * erfc(-x / sqrt(mpf(2))) / 2


def silu(x):
    return x * sigmoid(x)


def mish(x):
    return x * tanh(softplus(x))


def erf_derivative(x):
    return 2 / sqrt(pi) * exp(-x * x)


def spread(low, high, count):
    """Evenly spread numbers, each at a random place of its stretch."""
    step = (high - low) / count
    return [low + step * (i + random.random()) for i in range(count)]


def magnitudes(low, high, count):
    """Numbers of both signs, whose logarithms are evenly spread."""
    return [sign * math.exp(e) for e in spread(math.log(low), math.log(high), count // 2) for sign in (1, -1)]


def neighbours(x, count=2):
    """x and the doubles next to it on both sides."""
    found, below, above = [x], x, x
    for _ in range(count):
        below, above = math.nextafter(below, -math.inf), math.nextafter(above, math.inf)
        found += [below, above]
    return found


def around(points):
    return [y for x in points for y in neighbours(float(x))]


TINY = [s * x for x in (LEAST, 2 * LEAST, 1e-310, LEAST_NORMAL, 1e-200, 1e-20, 2.0**-54, 2.0**-53, 1e-16, 1e-8) for s in (1, -1)]
HALF_LOGS = [(k + 0.5) * log(mpf(2)) for k in (-1074, -1023, -1022, -54, -53, -2, -1, 0, 1, 2, 52, 53, 1022, 1023)]
QUARTERS = [k * pi / 4 for k in (1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 101, 102, 1000, 22001, 22002, 127323, 127324)]
# Multiples of pi/2 that come closest to a double: there the reduction loses the most.
CLOSE = sorted((float(k * pi / 2) for k in range(1, 63662)), key=lambda x: abs(sin(mpf(x)) if abs(sin(mpf(x))) < 0.5 else cos(mpf(x))))[:20]

POINTS = {
    "exp": (exp, TINY + around(HALF_LOGS) + spread(-745, -708, 40) + spread(-708, 709, 70) + spread(-1, 1, 40)
            + around([-745.1332191019411, -708.3964185322641, 709.782712893384]) + [710, -746, -1000, 1000]),
    "expm1": (expm1, TINY + around(HALF_LOGS[3:]) + spread(-45, 2, 60) + spread(2, 709, 40) + magnitudes(1e-17, 1, 80)
              + around([709.782712893384]) + [710, -100, -746]),
    "log": (log, [abs(x) for x in TINY] + around([2**0.5, 0.5**0.5, 1, 2, 0.5, 2**52.5, LEAST_NORMAL * 2]) + spread(0.5, 2, 80)
            + [abs(x) for x in magnitudes(LEAST, GREATEST, 100)] + [1 + x for x in magnitudes(1e-15, 0.1, 50)] + [GREATEST]),
    "log1p": (log1p, TINY + around([2**0.5 - 1, 0.5**0.5 - 1, 1, -0.5, 2.0**26, 2.0**53, 2.0**54, 2.0**55]) + spread(-0.999, 3, 80)
              + [-1 + abs(x) for x in magnitudes(2.0**-53, 0.5, 40)] + magnitudes(1e-17, 0.9, 80)
              + [abs(x) for x in magnitudes(1, GREATEST, 40)] + [GREATEST]),
    "tanh": (tanh, TINY + around([0.55, -0.55, 1, 19.06154746539849, 20, -20]) + magnitudes(1e-10, 20, 140) + spread(-1, 1, 60)
             + [22, 1e3, -1e300]),
    "sigmoid": (sigmoid, TINY + around(HALF_LOGS[:8]) + spread(-745, -700, 40) + spread(-700, 40, 60) + spread(-5, 5, 80)
                + around([-745.1332191019411, -708.3964185322641]) + [-100, -1000, 1000]),
    "softplus": (softplus, TINY + around([log(mpf(2) ** 0.5 - 1), -log(mpf(2) ** 0.5 - 1)]) + around(HALF_LOGS[:8]) + spread(-745, -700, 40)
                 + spread(-700, 40, 40) + spread(-5, 5, 80) + around([-745.1332191019411, -708.3964185322641])
                 + [-100, -1000, 800, GREATEST]),
    "erf": (erf, TINY + around([1, -1, 5.8, 5.92, 5.95]) + spread(-1, 1, 80) + spread(1, 6, 100) + magnitudes(1e-10, 1, 40)
            + [6, -30, 1e300]),
    "sin": (sin, TINY + around(QUARTERS) + CLOSE + spread(-7, 7, 80) + magnitudes(1e-8, 131072, 80)),
    "cos": (cos, TINY + around(QUARTERS) + CLOSE + spread(-7, 7, 80) + magnitudes(1e-8, 131072, 80)),
    "gelu": (gelu, TINY + spread(-38.7, -37, 40) + spread(-37, 9, 100) + spread(-5, 5, 80) + magnitudes(1e-10, 1, 40) + [-40, -1e20, 1e20]),
    "silu": (silu, TINY + spread(-752, -700, 60) + spread(-700, 40, 60) + spread(-5, 5, 80) + magnitudes(1e-10, 1, 40)
             + [-760, -1e5, 1e5]),
    "erf-derivative": (erf_derivative, TINY + spread(-28, -26, 40) + spread(-26, 27.4, 120) + spread(-1, 1, 40) + [-1e5, 1e5]),
    "mish": (mish, TINY + spread(-752, -700, 60) + spread(-700, 40, 60) + spread(-5, 5, 80) + magnitudes(1e-10, 1, 40)
             + [-760, -1e5, 1e5]),
}


def bits(x):
    return struct.pack(">d", x).hex()


def unit_in_the_last_place(y):
    exponent = -2000 if y == 0 else int(floor(log(abs(y), 2)))
    return mpf(2) ** max(exponent - 52, -1074)


def nearest(y):
    """The double nearest to y; mpmath itself does not round to subnormals correctly."""
    unit = unit_in_the_last_place(y)
    return math.inf if abs(y) >= mpf(2) ** 1024 - mpf(2) ** 970 else float(mp.nint(y / unit) * unit)


with open("double-reference.txt", "w", encoding="ascii", newline="\n") as file:
    for name, (function, points) in POINTS.items():
        for x in points:
            y = function(mpf(x))
            rounded = nearest(y)
            excess = mpf(0) if math.isinf(rounded) else (y - mpf(rounded)) / unit_in_the_last_place(y)
            file.write(f"{name} {bits(x)} {bits(rounded)} {float(excess):.3f}\n")

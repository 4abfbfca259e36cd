"""The check before the race: from the same weights and batches, all sides compute the same numbers."""

import os

import numpy as np

import data
import workloads

STEPS = 40
STEPS_OF_WIDE = 4

# Sums are taken in other orders, and Adam divides by roots of sums: what float32 leaves after tens of steps.
TOLERANCE = 2e-3


def check(names, reference, others, folder, say):
    """Ends the program where another side departs from the reference; returns the largest relative departure of each workload."""
    departures = {}
    for name in names:
        place = os.path.join(folder, name)
        if not _write(name, place):
            continue
        expected = np.array(reference.follow(name, place))
        departures[name] = max(_departure(name, expected, reference, other, place) for other in others)
        say(f"{name}: {len(expected)} numbers agree to {departures[name]:.1e}")
    return departures


def _departure(name, expected, reference, other, place):
    values = other.follow(name, place)
    if values is None:
        return 0.0
    if len(values) != len(expected):
        raise SystemExit(f"compare: {name}: {reference} gives {len(expected)} numbers, {other} {len(values)}")
    departures = np.abs(np.array(values) - expected) / np.abs(expected).max()
    worst = int(departures.argmax())
    if not departures[worst] <= TOLERANCE:
        raise SystemExit(
            f"compare: {name}: number {worst} is {expected[worst]:.7g} by {reference} and {values[worst]:.7g} by {other}; "
            f"that is not the same work")
    return float(departures[worst])


def _write(name, place):
    """Makes the files from which the sides begin; returns whether there is something to check."""
    generator = np.random.default_rng(7)
    arrays = {}
    if name in workloads.TRAININGS:
        task = workloads.TRAININGS[name]
        rows = task.batch * (STEPS_OF_WIDE if name == "wide-sgd" else STEPS)
        arrays.update(data.fresh_weights(task.widths), features=generator.random((rows, task.widths[0]), dtype=np.float32))
        shape = (rows, task.widths[-1])
        arrays["targets"] = generator.random(shape, dtype=np.float32) if task.is_regression else generator.integers(0, shape[1], rows)
    elif name == "xor":
        arrays.update(data.fresh_weights(workloads.XOR_WIDTHS))
    elif name == workloads.INFERENCE:
        arrays.update(data.fresh_weights(workloads.MLP), features=generator.random((1, workloads.MLP[0]), dtype=np.float32))
    elif size := workloads.product_size(name):
        arrays = {side: generator.random((size, size), dtype=np.float32) for side in ("left", "right")}
    if not arrays:
        return False
    os.makedirs(place)
    for array_name, array in arrays.items():
        np.save(os.path.join(place, f"{array_name}.npy"), array)
    return True

"""The table of ratios, and everything beside it that a claim of speed has to name."""

import datetime
import os
import statistics
from dataclasses import dataclass

import machine
import workloads
from sides import LIBRARIES

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"

# The share of the best peer's time that Denpa may take, on four processors or more and on fewer.
TARGETS = {
    "mlp-sgd": (0.4, 0.5),
    "mlp-adam": (0.33, 0.5),
    "book-sgd": (0.33, 0.4),
    "tabular-adam": (0.12, 0.12),
    "online-sgd": (0.025, 0.025),
    "xor": (0.04, 0.04),
    "wide-sgd": (0.75, 0.95),
    "infer-1": (0.5, 0.5),
}

# The share of the measured peak that a product has to reach, on one thread and on all.
PRODUCT, OF_ONE_THREAD, OF_ALL_THREADS = "gemm-1024", 0.88, 0.75

PACKAGES = {"PyTorch": "python3-torch", "scikit-learn": "python3-sklearn", "NumPy": "python3-numpy"}

WEIGHTS_OF_INFERENCE = sum(inputs * outputs for _, _, inputs, outputs in workloads.layers(workloads.MLP))


@dataclass
class Costs:
    """What is measured beside the workloads."""

    copy: dict
    read_far: float
    read_near: float
    memory: dict
    version: tuple
    train: tuple

    @staticmethod
    def measure(denpa, names):
        copy = {threads: machine.copy_bandwidth(threads) for threads in sorted({1, machine.CORES})}
        once = ["--runs", "1", "--seconds", "0.01", "--json", "-q"]
        memory = {name: machine.peak_memory([denpa, "bench", "--only", name, *once]) for name in ("mlp-sgd", "wide-sgd") if name in names}
        return Costs(
            copy, machine.read_bandwidth(64 << 20), machine.read_bandwidth(WEIGHTS_OF_INFERENCE), memory,
            machine.wall_time([denpa, "--version"]), machine.wall_time([denpa, "train"]))


def write(chosen, times, departures, versions, costs, options):
    flop = {workload["name"]: workload["flop"] for workload in chosen}
    parts = [
        heading(versions, options), ratios(times), products(times, flop), peers(times), floors(times, flop, costs), checked(departures),
        processes(costs)]
    return "\n\n".join(part for part in parts if part) + "\n"


def put_into(path, text):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}{BEGIN}\n{text}{END}{after}")


def heading(versions, options):
    libraries = ", ".join(f"{library} {machine.package_version(PACKAGES[library]) or version}" for library, version in versions.items())
    kernels = f", its kernels chosen by `OPENBLAS_CORETYPE={forced}`" if (forced := os.environ.get("OPENBLAS_CORETYPE")) else ""
    return (
        f"{machine.processor()}, {machine.CORES} processors, {machine.system()}, {datetime.date.today().isoformat()}. {libraries}; "
        f"{machine.blas()}{kernels}. {count(options.rounds, 'round')}, in each of which every side has its turn with "
        f"{count(options.runs, 'run')} of at least {options.seconds:g} s after a warm-up. A time is the median of all runs.")


def ratios(times):
    rows = []
    for name, targets in TARGETS.items():
        if name not in times:
            continue
        mine, best = denpa_of(times[name]), best_peer(times[name])
        ratio = median(times[name][mine]) / median(times[name][best])
        of_least = min(times[name][mine]) / min(times[name][best])
        target = targets[0] if machine.CORES >= 4 else targets[1]
        rows.append([
            f"`{name}`", shown(median(times[name][mine])), shown(median(times[name][best])), str(best),
            f"{ratio:.3f}", f"{of_least:.3f}", f"≤ {target:g}", "yes" if ratio <= target else "no"])
    return table(["workload", "Denpa", "best peer", "which", "ratio", "of minima", "target", "reached"], rows)


def products(times, flop):
    needed = (PRODUCT, "fma-peak-1", "fma-peak")
    if not all(name in times for name in needed):
        return ""
    rows = []
    for threads, peak, target in ((1, "fma-peak-1", OF_ONE_THREAD), (machine.CORES, "fma-peak", OF_ALL_THREADS)):
        mine = next(side for side in times[PRODUCT] if side.library == "Denpa" and side.threads == threads)
        best = best_peer({side: runs for side, runs in times[PRODUCT].items() if side.threads == threads})
        reached, most = rate(times[PRODUCT][mine], flop[PRODUCT]), rate(next(iter(times[peak].values())), flop[peak])
        rows.append([
            f"`{PRODUCT}`, {count(threads, 'thread')}", f"{reached:.0f} GFLOPS", f"{rate(times[PRODUCT][best], flop[PRODUCT]):.0f} GFLOPS",
            f"{most:.0f} GFLOPS", f"{reached / most:.2f}", f"≥ {target:g}", "yes" if reached / most >= target else "no"])
    return table(["product", "Denpa", "best peer", "measured peak", "share", "target", "reached"], rows)


def peers(times):
    """Each library at its best number of threads."""
    libraries = ["Denpa", *LIBRARIES.values()]
    rows = []
    for name, sides in times.items():
        if len({side.library for side in sides}) < 2:
            continue
        row = [f"`{name}`"]
        for library in libraries:
            own = {side: runs for side, runs in sides.items() if side.library == library}
            best = min(own, key=lambda side: median(own[side]), default=None)
            row.append(f"{shown(median(own[best]))} ({best.threads})" if best else "")
        rows.append(row)
    return "Each at its best number of threads, which stands in brackets:\n\n" + table(["workload", *libraries], rows)


def floors(times, flop, costs):
    lines = [
        f"- Copying on {count(threads, 'thread')}: {speed:.1f} GB/s, read and written together." for threads, speed in costs.copy.items()]
    size = 4e-6 * WEIGHTS_OF_INFERENCE
    lines.append(
        f"- Reading on one thread: {costs.read_far:.1f} GB/s from memory, {costs.read_near:.1f} GB/s of the {size:.2f} MB of weights "
        f"that `infer-1` reads: {1e3 * size / costs.read_near:.1f} µs a row.")
    if "fma-peak" in times:
        peak = rate(next(iter(times["fma-peak"].values())), flop["fma-peak"])
        lines += [
            f"- `{name}`: {flop[name] / 1e9:.1f} GFLOP at the measured peak of {peak:.0f} GFLOPS: {1e-6 * flop[name] / peak:.1f} ms."
            for name in ("mlp-sgd", "wide-sgd") if name in times]
    return "The floors of the same run:\n\n" + "\n".join(lines)


def checked(departures):
    if not departures:
        return ""
    worst = max(departures, key=departures.get)
    return (
        f"Before that, from the same weights and batches, all sides computed the same losses, outputs or products: the largest departure, "
        f"of `{worst}`, is {departures[worst]:.0e} of the largest number.")


def processes(costs):
    lines = [f"- `{name}`: at most {megabytes:.0f} MB of memory." for name, megabytes in costs.memory.items()]
    for command, (least, middle) in (("denpa --version", costs.version), ("denpa train", costs.train)):
        lines.append(f"- `{command}`, from start to end of the process: {middle:.3f} s, at least {least:.3f} s, of ten.")
    return "Processes of their own:\n\n" + "\n".join(lines)


def denpa_of(sides):
    return next(side for side in sides if side.library == "Denpa")


def best_peer(sides):
    return min((side for side in sides if side.library != "Denpa"), key=lambda side: median(sides[side]))


def median(values):
    return statistics.median(values)


def rate(seconds, flop):
    return flop / median(seconds) / 1e9


def shown(seconds):
    value, unit = next((seconds * scale, unit) for scale, unit in ((1e3, "ms"), (1e6, "µs")) if seconds * scale >= 1 or unit == "µs")
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f} {unit}"


def count(number, noun):
    return f"{number} {noun}{'' if number == 1 else 's'}"


def table(head, rows):
    if not rows:
        return ""
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows])

"""Holds denpa train without an option against scikit-learn, on the same rows.

    defaults.py DENPA FOLDER [--kept] [--only A,B] [--seeds 0,1,2] [--json FILE] [-- options of denpa train]
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import time
import warnings

# One thread for the peers' linear algebra: the tables are small. OpenBLAS chooses its own kernels.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(name, None)

import numpy

import peers
import tables

LEAST_ERROR = 0.001


def main():
    warnings.filterwarnings("ignore")
    options = parse()
    os.makedirs(options.folder, exist_ok=True)
    names = options.only.split(",") if options.only else tables.KEPT if options.kept else tables.TO_CHOOSE_BY
    seeds = [int(seed) for seed in options.seeds.split(",")]
    rows = []
    for name in names:
        runs = [run(options, name, seed) for seed in seeds]
        rows.append(row_of(name, runs))
        print(line_of(rows[-1]) if len(rows) > 1 else f"{heading(seeds)}\n{line_of(rows[-1])}", flush=True)
    print(summary(rows))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"seeds": seeds, "tables": rows}, file, indent=1)


def parse():
    own, denpas = sys.argv[1:], []
    if "--" in own:
        own, denpas = own[:own.index("--")], own[own.index("--") + 1:]
    parser = argparse.ArgumentParser()
    parser.add_argument("denpa")
    parser.add_argument("folder")
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument("--json")
    options = parser.parse_args(own)
    options.train = denpas
    return options


def run(options, name, seed):
    """The losses of each test row and the seconds of each side, and what the error is measured by."""
    training, test, are_classes = tables.split(name, seed, options.folder)
    kept = os.path.join(options.folder, f"{name}-{seed}.json")
    if not os.path.exists(kept):
        with open(kept, "w", encoding="utf-8") as file:
            json.dump(peers.measure(training, test, are_classes, seed), file)
    with open(kept, encoding="utf-8") as file:
        sides = json.load(file)
    sides["denpa"] = denpa(options, training, test, are_classes, seed)
    unit = 1 if are_classes else float(test.target.var(ddof=0))
    return {"sides": sides, "unit": unit, "rows": len(training) + len(test), "columns": len(training.columns) - 1}


def denpa(options, training, test, are_classes, seed):
    learned, asked, model = (os.path.join(options.folder, file) for file in ("training.csv", "test.csv", "model.safetensors"))
    training.to_csv(learned, index=False)
    test.to_csv(asked, index=False)
    begun = time.perf_counter()
    subprocess.run(
        [options.denpa, "train", learned, "--target", "target", "--split", "90/10/0", "--seed", str(seed), "-q", "--force", "-o", model,
         *options.train], check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - begun
    form = ["--proba"] if are_classes else []
    answers = subprocess.run([options.denpa, "predict", model, asked, "-q", *form], check=True, stdout=subprocess.PIPE, text=True)
    head, *lines = csv.reader(answers.stdout.splitlines())
    if are_classes:
        classes = [column.removeprefix("probability of ") for column in head[1:]]
        losses = peers.log_losses(numpy.array([line[1:] for line in lines], dtype=float), classes, test.target)
    else:
        losses = (numpy.array([line[0] for line in lines], dtype=float) - test.target.to_numpy()) ** 2
    return {"losses": losses.tolist(), "seconds": seconds}


def row_of(name, runs):
    sides = ["linear", "mlp", "boosting", "denpa"]
    errors = {side: float(numpy.mean([numpy.mean(run["sides"][side]["losses"]) / run["unit"] for run in runs])) for side in sides}
    seconds = {side: float(numpy.mean([run["sides"][side]["seconds"] for run in runs])) for side in sides}
    better = min("linear", "mlp", key=errors.get)
    ours, theirs = (numpy.concatenate([run["sides"][side]["losses"] for run in runs]) for side in ("denpa", better))
    difference = ours - theirs
    error = difference.std(ddof=1) / numpy.sqrt(len(difference))
    is_behind = bool(difference.mean() > 2 * error and difference.mean() > 0.02 * theirs.mean())
    return {"table": name, "rows": runs[0]["rows"], "columns": runs[0]["columns"], "errors": errors, "seconds": seconds,
            "behind": is_behind}


def heading(seeds):
    return (f"error: log loss, or 1 - R²; mean of the seeds {', '.join(map(str, seeds))}\n"
            f"{'':10}{'rows':>7}{'linear':>9}{'mlp':>9}{'boosting':>9}{'denpa':>9}  seconds: mlp, boosting, denpa")


def line_of(row):
    errors = "".join(f"{row['errors'][side]:9.4f}" for side in ("linear", "mlp", "boosting", "denpa"))
    seconds = "".join(f"{row['seconds'][side]:8.2f}" for side in ("mlp", "boosting", "denpa"))
    return f"{row['table']:10}{row['rows']:7}{errors} {seconds}{'  behind' if row['behind'] else ''}"


def summary(rows):
    def ratio(side):
        return float(numpy.exp(numpy.mean([
            numpy.log(max(LEAST_ERROR, row["errors"]["denpa"]) / max(LEAST_ERROR, row["errors"][side])) for row in rows])))
    behind = [row["table"] for row in rows if row["behind"]]
    return (f"geometric mean of denpa / mlp {ratio('mlp'):.3f}, of denpa / boosting {ratio('boosting'):.3f}; "
            f"behind the better of linear and mlp: {', '.join(behind) or 'none'}")


if __name__ == "__main__":
    main()

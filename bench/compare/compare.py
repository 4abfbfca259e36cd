"""Holds Denpa against its peers: first that all do the same work, then how long each takes, in turn, in one go.

    compare.py DENPA [--only A,B] [--rounds N] [--runs N] [--seconds X] [--write FILE]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

# One thread for this process itself, whose libraries are asked about the machine alone.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import curves
import machine
import report
import sides

# Settings of a library that were so much slower than its best in the first round are not timed again.
TOO_SLOW = 1.5


def main():
    options = parse()
    say = (lambda text: print(text, file=sys.stderr, flush=True))
    listed = json.loads(subprocess.run([options.denpa, "bench", "--list", "--json"], stdout=subprocess.PIPE, check=True).stdout)
    chosen = [workload for workload in listed["workloads"] if not options.only or workload["name"] in options.only.split(",")]
    names = [workload["name"] for workload in chosen]
    if not names:
        raise SystemExit(f"compare: --only: there is no workload of {options.only}")

    amount = (options.runs, options.seconds)
    everything = sorted({1, min(2, machine.CORES), machine.CORES})
    ours = {"all": sides.denpa(options.denpa, machine.CORES, *amount)}
    if any(name.startswith("gemm-") for name in names):
        ours["one"] = sides.denpa(options.denpa, 1, *amount)
    peers, versions = [], {}
    for module, library in sides.LIBRARIES.items():
        for threads in everything:
            side, versions[library] = sides.peer(module, threads, *amount)
            peers.append(side)

    say("Do all do the same work?")
    with tempfile.TemporaryDirectory() as folder:
        at_most = [side for side in peers if side.threads == machine.CORES]
        departures = curves.check(names, ours["all"], at_most, folder, say)
    times = race(names, ours, peers, options.rounds, say)
    for side in [*ours.values(), *peers]:
        side.close()

    say("memory, cold start")
    costs = report.Costs.measure(options.denpa, names)
    text = report.write(chosen, times, departures, versions, costs, options)
    print(text)
    if options.write:
        report.put_into(options.write, text)


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("denpa", help="the program to hold against the peers")
    parser.add_argument("--only", help="these workloads alone, with commas between them")
    parser.add_argument("--rounds", type=int, default=5, help="how often every side has its turn")
    parser.add_argument("--runs", type=int, default=3, help="timed runs in a turn")
    parser.add_argument("--seconds", type=float, default=0.2, help="the least time of a run")
    parser.add_argument("--write", help="the page to put the table into, between its two marks")
    return parser.parse_args()


def race(names, ours, peers, rounds, say):
    """The seconds of all runs by workload and side, every side having its turn in every round."""
    times = {name: {} for name in names}
    for round_number in range(rounds):
        for name in names:
            say(f"round {round_number + 1} of {rounds}: {name}")
            turns = turns_of(name, ours, peers, times[name], is_first=round_number == 0)
            shift = round_number % len(turns)
            for side in turns[shift:] + turns[:shift]:
                runs = side.seconds(name)
                if runs is not None:
                    times[name].setdefault(side, []).extend(runs)
    return times


def turns_of(name, ours, peers, times, is_first):
    if name.startswith("fma-peak"):
        return [ours["all"]]
    mine = list(ours.values()) if name.startswith("gemm-") else [ours["all"]]
    if is_first:
        return mine + peers
    least = {}
    for side in peers:
        if side in times:
            least[side.library] = min(least.get(side.library, float("inf")), *times[side])
    return mine + [side for side in peers if side in times and min(times[side]) <= TOO_SLOW * least[side.library]]


main()

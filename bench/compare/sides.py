"""The processes that are timed in turn, and how to ask them."""

import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = sys.executable
LIBRARIES = {"pytorch": "PyTorch", "scikit": "scikit-learn", "handwritten": "NumPy"}


class Side:
    """A process that answers lines with lines and otherwise sleeps."""

    def __init__(self, command, library, threads, environment=None):
        self.library, self.threads = library, threads
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HERE, env={**os.environ, **(environment or {})})

    def __str__(self):
        return f"{self.library}, {self.threads} thread{'s' if self.threads > 1 else ''}"

    def seconds(self, name):
        """The seconds of one unit of work in each run, or None."""
        return self.ask(f"time {name}")["seconds"]

    def follow(self, name, folder):
        return self.ask(f"follow {name} {folder}")["values"]

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.answer(line)

    def answer(self, line="start"):
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"compare: {self} ended at \"{line}\" with code {self.process.wait()}")
        return json.loads(answer)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def denpa(program, threads, runs, seconds):
    command = [program, "bench", "--serve", "--threads", str(threads), "--runs", str(runs), "--seconds", str(seconds)]
    return Side(command, "Denpa", threads)


def peer(module, threads, runs, seconds):
    """Returns the side and the version of its library."""
    environment = {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
    command = [PYTHON, "peer.py", module, str(threads), str(runs), str(seconds)]
    side = Side(command, LIBRARIES[module], threads, environment)
    return side, side.answer()["version"]

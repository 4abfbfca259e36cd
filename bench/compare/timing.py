"""How long things are timed: the rules of src/Denpa.Cli/Bench/Timing.cs."""

import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    runs: int
    shortest: float
    warm_up: float

    def repeat(self, action):
        """The mean seconds of an action in each run."""
        begun = time.perf_counter()
        count = 0
        while count < 2 or time.perf_counter() - begun < self.warm_up:
            action()
            count += 1
        repetitions = 1
        runs = []
        while len(runs) < self.runs:
            begun = time.perf_counter()
            for _ in range(repetitions):
                action()
            seconds = time.perf_counter() - begun
            if seconds >= self.shortest:
                runs.append(seconds / repetitions)
            else:
                repetitions = max(repetitions + 1, int(repetitions * min(10, 1.2 * self.shortest / seconds)))
        return runs


class EpochTimer:
    """Is told of the end of each epoch, says when there are enough, and holds the mean seconds of an epoch in each run."""

    def __init__(self, timing):
        self.timing = timing
        self.runs = []
        self.begun = time.perf_counter()
        self.run_begun = None
        self.epochs = 0

    def epoch_ended(self):
        """Returns whether there are enough runs."""
        now = time.perf_counter()
        if self.run_begun is None:
            if now - self.begun >= self.timing.warm_up:
                self.run_begun = now
            return False
        self.epochs += 1
        elapsed = now - self.run_begun
        if elapsed >= self.timing.shortest:
            self.runs.append(elapsed / self.epochs)
            self.run_begun, self.epochs = now, 0
        return len(self.runs) == self.timing.runs

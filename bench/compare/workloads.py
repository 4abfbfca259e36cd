"""What is trained, as `denpa bench` has it (src/Denpa.Cli/Bench/Workloads.cs): every peer reads it from here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Training:
    """A fully connected network with ReLU between its layers, trained on random rows."""

    widths: tuple
    rows: int
    batch: int
    optimizer: str
    learning_rate: float
    is_regression: bool = False
    is_timed_by_epoch: bool = False

    @property
    def steps(self):
        return self.rows // self.batch

    @property
    def units_per_epoch(self):
        return 1 if self.is_timed_by_epoch else self.steps


MLP = (784, 256, 128, 10)

TRAININGS = {
    "mlp-sgd": Training(MLP, 60_000, 128, "sgd", 0.1, is_timed_by_epoch=True),
    "mlp-adam": Training(MLP, 60_000, 128, "adam", 0.001, is_timed_by_epoch=True),
    "book-sgd": Training((784, 50, 10), 60_000, 100, "sgd", 0.1, is_timed_by_epoch=True),
    "tabular-adam": Training((30, 64, 32, 2), 4_096, 32, "adam", 0.001),
    "online-sgd": Training((2, 10, 1), 4_096, 1, "sgd", 0.01, is_regression=True),
    "wide-sgd": Training((1024, 4096, 4096, 1024), 1_024, 256, "sgd", 0.01),
}

XOR_WIDTHS = (2, 3, 1)
XOR_LEARNING_RATE = 1.0
XOR_STEPS = 50
XOR_INPUTS = [[0, 0], [0, 1], [1, 0], [1, 1]]
XOR_TARGETS = [[0], [1], [1], [0]]

INFERENCE = "infer-1"


def product_size(name):
    """The side of the matrices of a gemm workload, or None."""
    return int(name.removeprefix("gemm-")) if name.startswith("gemm-") else None


def layers(widths):
    """The names of the weights and biases, with their numbers of inputs and outputs."""
    return [(f"{2 * i}.weight", f"{2 * i}.bias", a, b) for i, (a, b) in enumerate(zip(widths, widths[1:]))]

"""Random rows and answers, made before anything is timed, and the files from which a check begins."""

import os

import numpy as np

import workloads

_features = {}


def training_rows(task):
    """Features and answers in memory; sets of one shape share their features, which nobody changes."""
    generator = np.random.default_rng(2)
    shape = (task.rows, task.widths[0])
    if shape not in _features:
        _features[shape] = generator.random(shape, dtype=np.float32)
    if task.is_regression:
        return _features[shape], generator.random((task.rows, task.widths[-1]), dtype=np.float32)
    # Every class comes, because scikit-learn makes an output for each class that it sees.
    return _features[shape], generator.permutation(np.arange(task.rows, dtype=np.int64) % task.widths[-1])


def fresh_weights(widths):
    """Weights [out, in] and biases [out] by Glorot and Bengio, by name."""
    generator = np.random.default_rng(1)
    weights = {}
    for weight, bias, inputs, outputs in workloads.layers(widths):
        bound = np.sqrt(6 / (inputs + outputs))
        weights[weight] = generator.uniform(-bound, bound, (outputs, inputs)).astype(np.float32)
        weights[bias] = np.zeros(outputs, dtype=np.float32)
    return weights


def read(folder, name):
    return np.load(os.path.join(folder, f"{name}.npy"))


def read_weights(folder, widths):
    names = [name for weight, bias, _, _ in workloads.layers(widths) for name in (weight, bias)]
    return {name: read(folder, name) for name in names}


def running_means(losses):
    """The mean loss so far after each step of equal batches, as a training reports it."""
    return [float(value) for value in np.cumsum(losses) / np.arange(1, len(losses) + 1)]

"""NumPy by hand: forward, backward and update as a textbook writes them, in float32, in place where that is easy."""

import numpy as np

import data
import workloads
from timing import EpochTimer

VERSION = np.__version__


def configure(threads):
    """The products' library reads the number of threads from the environment."""


def seconds(name, timing):
    """The seconds of one unit of work in each run; None for a workload that is not done here."""
    if name in workloads.TRAININGS:
        return _train(workloads.TRAININGS[name], timing)
    if name == "xor":
        return timing.repeat(_xor_step(data.fresh_weights(workloads.XOR_WIDTHS)))
    if name == workloads.INFERENCE:
        network = Network(data.fresh_weights(workloads.MLP), workloads.MLP)
        row = np.random.default_rng(2).random((1, workloads.MLP[0]), dtype=np.float32)
        return timing.repeat(lambda: network.forward(row))
    if size := workloads.product_size(name):
        generator = np.random.default_rng(1)
        left, right = generator.random((size, size), dtype=np.float32), generator.random((size, size), dtype=np.float32)
        return timing.repeat(lambda: left @ right)
    return None


def follow(name, folder):
    """The numbers that come out from given data and weights; None for a workload that is not done here."""
    if name in workloads.TRAININGS:
        task = workloads.TRAININGS[name]
        features, targets = data.read(folder, "features"), data.read(folder, "targets")
        step = _training_step(task, Network(data.read_weights(folder, task.widths), task.widths))
        starts = range(0, len(features), task.batch)
        return data.running_means([step(features[i:i + task.batch], targets[i:i + task.batch]) for i in starts])
    if name == "xor":
        step = _xor_step(data.read_weights(folder, workloads.XOR_WIDTHS))
        return [float(step()) for _ in range(workloads.XOR_STEPS)]
    if name == workloads.INFERENCE:
        network = Network(data.read_weights(folder, workloads.MLP), workloads.MLP)
        return network.forward(data.read(folder, "features")).ravel().tolist()
    if workloads.product_size(name):
        return (data.read(folder, "left") @ data.read(folder, "right"))[-1].tolist()
    return None


class Network:
    """Layers with ReLU between them. Weights are [in, out], as is usual in NumPy."""

    def __init__(self, weights, widths):
        names = workloads.layers(widths)
        self.weights = [np.ascontiguousarray(weights[weight].T) for weight, _, _, _ in names]
        self.biases = [weights[bias].copy() for _, bias, _, _ in names]
        self.parameters = self.weights + self.biases

    def forward(self, features):
        self.inputs = []
        last = len(self.weights) - 1
        for i, (weight, bias) in enumerate(zip(self.weights, self.biases)):
            self.inputs.append(features)
            features = features @ weight
            features += bias
            if i < last:
                np.maximum(features, 0, out=features)
        return features

    def backward(self, delta):
        """The gradients of the weights, then of the biases, from the gradient of the outputs."""
        of_weights, of_biases = [], []
        for i in reversed(range(len(self.weights))):
            of_weights.insert(0, self.inputs[i].T @ delta)
            of_biases.insert(0, delta.sum(axis=0))
            if i > 0:
                delta = delta @ self.weights[i].T
                delta *= self.inputs[i] > 0
        return of_weights + of_biases


class Sgd:
    def __init__(self, parameters, learning_rate):
        self.parameters, self.learning_rate = parameters, np.float32(learning_rate)

    def step(self, gradients):
        for parameter, gradient in zip(self.parameters, gradients):
            gradient *= self.learning_rate
            parameter -= gradient


class Adam:
    def __init__(self, parameters, learning_rate):
        self.parameters, self.learning_rate, self.steps = parameters, learning_rate, 0
        self.means = [np.zeros_like(parameter) for parameter in parameters]
        self.squares = [np.zeros_like(parameter) for parameter in parameters]

    def step(self, gradients):
        self.steps += 1
        rate = np.float32(self.learning_rate * np.sqrt(1 - 0.999 ** self.steps) / (1 - 0.9 ** self.steps))
        for parameter, gradient, mean, square in zip(self.parameters, gradients, self.means, self.squares):
            mean += np.float32(0.1) * (gradient - mean)
            square += np.float32(0.001) * (gradient * gradient - square)
            parameter -= rate * mean / (np.sqrt(square) + np.float32(1e-8))


def _train(task, timing):
    features, targets = data.training_rows(task)
    step = _training_step(task, Network(data.fresh_weights(task.widths), task.widths))
    generator = np.random.default_rng(3)
    timer = EpochTimer(timing)
    enough = False
    while not enough:
        order = generator.permutation(task.rows)
        for i in range(task.steps):
            rows = order[i * task.batch:(i + 1) * task.batch]
            step(features[rows], targets[rows])
        enough = timer.epoch_ended()
    return [run / task.units_per_epoch for run in timer.runs]


def _training_step(task, network):
    optimizer = {"sgd": Sgd, "adam": Adam}[task.optimizer](network.parameters, task.learning_rate)
    output = _half_squared_error if task.is_regression else _softmax_cross_entropy

    def step(features, targets):
        loss, delta = output(network.forward(features), targets)
        optimizer.step(network.backward(delta))
        return loss

    return step


def _half_squared_error(predictions, targets):
    error = predictions - targets
    return 0.5 * float(np.mean(error * error)), error / np.float32(error.size)


def _softmax_cross_entropy(logits, targets):
    rows = np.arange(len(targets))
    logits -= logits.max(axis=1, keepdims=True)
    np.exp(logits, out=logits)
    logits /= logits.sum(axis=1, keepdims=True)
    loss = -float(np.mean(np.log(logits[rows, targets])))
    logits[rows, targets] -= 1
    logits /= np.float32(len(targets))
    return loss, logits


def _xor_step(weights):
    inputs = np.array(workloads.XOR_INPUTS, dtype=np.float32)
    targets = np.array(workloads.XOR_TARGETS, dtype=np.float32)
    rate = np.float32(workloads.XOR_LEARNING_RATE)
    w1, w2 = weights["0.weight"].T.copy(), weights["2.weight"].T.copy()
    b1, b2 = weights["0.bias"].copy(), weights["2.bias"].copy()

    def step():
        hidden = 1 / (1 + np.exp(-(inputs @ w1 + b1)))
        output = 1 / (1 + np.exp(-(hidden @ w2 + b2)))
        error = output - targets
        loss = 0.5 * np.mean(error * error)
        delta2 = error / np.float32(4) * output * (1 - output)
        delta1 = delta2 @ w2.T * hidden * (1 - hidden)
        w2.__isub__(rate * (hidden.T @ delta2))
        b2.__isub__(rate * delta2.sum(axis=0))
        w1.__isub__(rate * (inputs.T @ delta1))
        b1.__isub__(rate * delta1.sum(axis=0))
        return loss

    return step

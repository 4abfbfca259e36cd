"""PyTorch: the training loop of its tutorials."""

import torch
from torch import nn

import data
import workloads
from timing import EpochTimer

VERSION = torch.__version__


def configure(threads):
    torch.set_num_threads(threads)


def seconds(name, timing):
    """The seconds of one unit of work in each run; None for a workload that is not done here."""
    if name in workloads.TRAININGS:
        return _train(workloads.TRAININGS[name], timing)
    if name == "xor":
        return timing.repeat(_xor_step(data.fresh_weights(workloads.XOR_WIDTHS)))
    if name == workloads.INFERENCE:
        model = _network(data.fresh_weights(workloads.MLP), workloads.MLP)
        row = torch.rand(1, workloads.MLP[0])
        with torch.inference_mode():
            return timing.repeat(lambda: model(row))
    if size := workloads.product_size(name):
        left, right = torch.rand(size, size), torch.rand(size, size)
        return timing.repeat(lambda: left @ right)
    return None


def follow(name, folder):
    """The numbers that come out from given data and weights; None for a workload that is not done here."""
    if name in workloads.TRAININGS:
        task = workloads.TRAININGS[name]
        features, targets = torch.from_numpy(data.read(folder, "features")), torch.from_numpy(data.read(folder, "targets"))
        step = _training_step(task, _network(data.read_weights(folder, task.widths), task.widths))
        starts = range(0, len(features), task.batch)
        return data.running_means([step(features[i:i + task.batch], targets[i:i + task.batch]).item() for i in starts])
    if name == "xor":
        step = _xor_step(data.read_weights(folder, workloads.XOR_WIDTHS))
        return [step().item() for _ in range(workloads.XOR_STEPS)]
    if name == workloads.INFERENCE:
        model = _network(data.read_weights(folder, workloads.MLP), workloads.MLP)
        with torch.inference_mode():
            return model(torch.from_numpy(data.read(folder, "features"))).flatten().tolist()
    if workloads.product_size(name):
        product = torch.from_numpy(data.read(folder, "left")) @ torch.from_numpy(data.read(folder, "right"))
        return product[-1].tolist()
    return None


def _train(task, timing):
    features, targets = (torch.from_numpy(array) for array in data.training_rows(task))
    step = _training_step(task, _network(data.fresh_weights(task.widths), task.widths))
    timer = EpochTimer(timing)
    enough = False
    while not enough:
        order = torch.randperm(task.rows)
        for i in range(task.steps):
            rows = order[i * task.batch:(i + 1) * task.batch]
            step(features[rows], targets[rows])
        enough = timer.epoch_ended()
    return [run / task.units_per_epoch for run in timer.runs]


def _training_step(task, model):
    criterion = _half_squared_error if task.is_regression else nn.CrossEntropyLoss()
    optimizers = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}
    optimizer = optimizers[task.optimizer](model.parameters(), lr=task.learning_rate)
    return _step(model, criterion, optimizer)


def _xor_step(weights):
    model = _network(weights, workloads.XOR_WIDTHS, nn.Sigmoid, nn.Sigmoid)
    step = _step(model, _half_squared_error, torch.optim.SGD(model.parameters(), lr=workloads.XOR_LEARNING_RATE))
    inputs = torch.tensor(workloads.XOR_INPUTS, dtype=torch.float32)
    targets = torch.tensor(workloads.XOR_TARGETS, dtype=torch.float32)
    return lambda: step(inputs, targets)


def _step(model, criterion, optimizer):
    def step(features, targets):
        optimizer.zero_grad(set_to_none=True)
        loss = criterion(model(features), targets)
        loss.backward()
        optimizer.step()
        return loss

    return step


def _network(weights, widths, activation=nn.ReLU, output=None):
    modules = []
    for i, (_, _, inputs, outputs) in enumerate(workloads.layers(widths)):
        if i > 0:
            modules.append(activation())
        modules.append(nn.Linear(inputs, outputs))
    if output is not None:
        modules.append(output())
    model = nn.Sequential(*modules)
    model.load_state_dict({name: torch.from_numpy(values) for name, values in weights.items()})
    return model


def _half_squared_error(predictions, targets):
    return 0.5 * nn.functional.mse_loss(predictions, targets)

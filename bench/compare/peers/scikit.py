"""scikit-learn: MLPClassifier and MLPRegressor, without early stopping and without weight decay."""

import warnings

import numpy as np
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

import data
import workloads
from timing import EpochTimer

VERSION = sklearn.__version__

warnings.simplefilter("ignore", ConvergenceWarning)


def configure(threads):
    """NumPy's products are all that it has to share out; their library reads the number from the environment."""


def seconds(name, timing):
    """The seconds of one unit of work in each run; None for a workload that is not done here."""
    if name in workloads.TRAININGS:
        task = workloads.TRAININGS[name]
        features, targets = data.training_rows(task)
        rows = task.steps * task.batch
        timer = EpochTimer(timing)
        _estimator(task, timer).fit(features[:rows], targets[:rows].ravel())
        return [run / task.units_per_epoch for run in timer.runs]
    if name == "xor":
        timer = EpochTimer(timing)
        classifier = _timed(MLPClassifier, timer, hidden_layer_sizes=workloads.XOR_WIDTHS[1:-1], activation="logistic",
                            batch_size=4, learning_rate_init=workloads.XOR_LEARNING_RATE, solver="sgd")
        classifier.fit(np.array(workloads.XOR_INPUTS, dtype=np.float32), np.array(workloads.XOR_TARGETS).ravel())
        return timer.runs
    if name == workloads.INFERENCE:
        task = workloads.TRAININGS["mlp-sgd"]
        features, targets = data.training_rows(task)
        classifier = MLPClassifier(hidden_layer_sizes=task.widths[1:-1], max_iter=1)
        classifier.fit(features[:1000], targets[:1000])
        return timing.repeat(lambda: classifier.predict_proba(features[:1]))
    return None


def follow(name, folder):
    """The losses from given data and weights; None where its network is another: two classes have one output here."""
    task = workloads.TRAININGS.get(name)
    if task is None or task.widths[-1] == 2:
        return None
    features, targets = data.read(folder, "features"), data.read(folder, "targets").ravel()
    estimator = _estimator(task, timer=None)
    first = {} if task.is_regression else {"classes": np.arange(task.widths[-1])}
    # One update makes the arrays, which the given weights then fill; with that update's optimizer it would be the second.
    estimator.partial_fit(features[:task.batch], targets[:task.batch], **first)
    weights = data.read_weights(folder, task.widths)
    for i, (weight, bias, _, _) in enumerate(workloads.layers(task.widths)):
        estimator.coefs_[i][...] = weights[weight].T
        estimator.intercepts_[i][...] = weights[bias]
    del estimator._optimizer
    losses = []
    for i in range(0, len(features), task.batch):
        estimator.partial_fit(features[i:i + task.batch], targets[i:i + task.batch])
        losses.append(estimator.loss_)
    return data.running_means(losses)


def _estimator(task, timer):
    kind = MLPRegressor if task.is_regression else MLPClassifier
    return _timed(kind, timer, hidden_layer_sizes=task.widths[1:-1], solver=task.optimizer, batch_size=task.batch,
                  learning_rate_init=task.learning_rate)


def _timed(kind, timer, **settings):
    """An estimator that tells a timer of each epoch and goes on until that has enough."""

    class Timed(kind):
        def _update_no_improvement_count(self, early_stopping, features, targets):
            super()._update_no_improvement_count(early_stopping, features, targets)
            is_enough = timer is not None and timer.epoch_ended()
            self._no_improvement_count = self.n_iter_no_change + 1 if is_enough else 0

    return Timed(alpha=0, momentum=0, nesterovs_momentum=False, tol=0, max_iter=10_000_000, **settings)

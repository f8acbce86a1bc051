"""Logistic regression: from numbers to a probability, by Newton's method."""

from dataclasses import dataclass

import numpy as np

from mailbot.classifier.weights import Doubles, Floats

_ROUNDS = 25
_CLOSE = 1e-6
_FREE = 1e-3


@dataclass(frozen=True, slots=True)
class Regression:
    """``weights`` (outputs, inputs) and ``biases`` (outputs)."""

    weights: Floats
    biases: Floats

    @property
    def inputs(self) -> int:
        return int(self.weights.shape[1])

    def __call__(self, x: Floats) -> Floats:
        """Probabilities: (…, outputs) for (…, inputs)."""
        return sigmoid(x @ self.weights.T + self.biases)


def fitted(x: Floats, y: Floats, penalty: Floats) -> Regression:
    """The regression that explains ``y`` (rows, outputs; 0 or 1) by ``x`` (rows, inputs).

    ``penalty`` (outputs, inputs) is how dear each weight is (L2); the bias is free.
    """
    inputs = np.hstack([x, np.ones((len(x), 1))]).astype(np.float64)
    found = [
        _newton(
            inputs, y[:, one].astype(np.float64), np.append(penalty[one], _FREE).astype(np.float64)
        )
        for one in range(y.shape[1])
    ]
    solved = np.array(found, np.float32)
    return Regression(solved[:, :-1], solved[:, -1])


def sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -30, 30))), np.float32)


def _newton(x: Doubles, y: Doubles, penalty: Doubles) -> Doubles:
    weights = np.zeros(x.shape[1])
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (p - y) + penalty * weights
        bend = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < _CLOSE:
            break
    return weights

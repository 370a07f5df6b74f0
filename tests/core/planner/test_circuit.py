from itertools import product

import numpy as np
import pytest

from rounds.core.planner.circuit import Circuit
from rounds.core.planner.formula import Both, Either, Threshold

A, B, C = (Threshold(((1, (n,)),), 1) for n in range(3))
PAIR = Both(frozenset({A, B}))
NESTED = Either(frozenset({PAIR, C}))


def test_truths_run_through_nested_formulas():
    circuit = Circuit((NESTED, PAIR, C), (A, B, C))

    for a, b, c in product((False, True), repeat=3):
        truths = circuit.run(
            np.array([a, b, c]),
            both=lambda parts: np.all(parts, axis=1),
            either=lambda parts: np.any(parts, axis=1),
        )
        assert truths[circuit.places((NESTED, PAIR, C))].tolist() == [(a and b) or c, a and b, c]


def test_many_values_run_at_once():
    circuit = Circuit((NESTED,), (A, B, C))

    found = circuit.run(
        np.array([[0.5, 1.0], [0.25, 1.0], [0.0, 0.0]]),
        both=lambda parts: np.min(parts, axis=1),
        either=lambda parts: np.max(parts, axis=1),
    )

    assert found[circuit.places((NESTED,))[0]].tolist() == [0.25, 1.0]


def test_a_threshold_it_was_not_given_is_refused():
    with pytest.raises(ValueError, match="neither a threshold of the circuit"):
        Circuit((PAIR,), (A,))

"""A mixed-integer program being written down, row by row, and solved by HiGHS."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import highspy
import numpy as np
from numpy.typing import NDArray

INFINITE = highspy.kHighsInf
Entries = Iterable[tuple[int, float]]
Numbers = NDArray[np.float64]
Improved = Callable[[Numbers], None]


@dataclass(slots=True)
class Rows:
    """Columns with bounds, and rows as (column, coefficient) lists."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    is_integer: list[bool] = field(default_factory=list)
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)

    def column(self, lower: float, upper: float, *, is_integer: bool) -> int:
        """A new column; its number."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.is_integer.append(is_integer)
        return len(self.lower) - 1

    def at_least(self, low: float, entries: Entries) -> None:
        """Σ coefficient · column ≥ low."""
        self._row(low, INFINITE, entries)

    def at_most(self, high: float, entries: Entries) -> None:
        """Σ coefficient · column ≤ high."""
        self._row(-INFINITE, high, entries)

    def __len__(self) -> int:
        return len(self.row_lower)

    def shorten(self, count: int) -> None:
        """Forget all rows but the first ``count``."""
        del self.row_lower[count:], self.row_upper[count:], self.starts[count + 1 :]
        del self.columns[self.starts[-1] :], self.values[self.starts[-1] :]

    def _row(self, low: float, high: float, entries: Entries) -> None:
        for column, value in entries:
            self.columns.append(column)
            self.values.append(value)
        self.starts.append(len(self.columns))
        self.row_lower.append(low)
        self.row_upper.append(high)

    def program(self, costs: Mapping[int, float], *, maximize: bool) -> highspy.HighsLp:
        """The program with one objective, as HiGHS takes it."""
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.lower), len(self.row_lower)
        objective = np.zeros(len(self.lower))
        for column, cost in costs.items():
            objective[column] = cost
        lp.col_cost_ = objective
        lp.col_lower_, lp.col_upper_ = np.array(self.lower), np.array(self.upper)
        lp.row_lower_, lp.row_upper_ = np.array(self.row_lower), np.array(self.row_upper)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(self.starts, dtype=np.int32)
        lp.a_matrix_.index_ = np.array(self.columns, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(self.values, dtype=float)
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[is_integer] for is_integer in self.is_integer]
        lp.sense_ = highspy.ObjSense.kMaximize if maximize else highspy.ObjSense.kMinimize
        return lp


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run may use; ``None`` is no limit."""

    seconds: float | None
    nodes: int | None


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended. ``values`` is ``None`` when no solution is known.

    ``bound`` is the best objective that could still exist; ``is_infeasible`` says there is none.
    """

    values: Numbers | None
    bound: float
    is_optimal: bool
    is_infeasible: bool
    nodes: int
    seconds: float


def run(
    program: highspy.HighsLp,
    limits: Limits,
    *,
    start: Mapping[int, float] | None = None,
    improved: Improved | None = None,
) -> Run:
    """Solve to proven optimality or to a limit. Same program and node limit: same answer."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # HiGHS ships no types
    _set_options(solver, limits)
    solver.passModel(program)
    if start:
        columns = np.array(sorted(start), dtype=np.int32)
        solver.setSolution(len(columns), columns, np.array([start[n] for n in sorted(start)]))
    if improved is not None:
        solver.cbMipImprovingSolution.subscribe(
            lambda event: improved(np.array(event.data_out.mip_solution))
        )
    solver.run()
    return _read(solver)


def _set_options(solver: highspy.Highs, limits: Limits) -> None:
    options: dict[str, bool | int | float | str] = {
        "output_flag": False,
        "threads": 1,
        "random_seed": 0,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.0,
        "mip_feasibility_tolerance": 1e-7,
    }
    if limits.seconds is not None:
        options["time_limit"] = limits.seconds
    if limits.nodes is not None:
        options["mip_max_nodes"] = limits.nodes
    for name, value in options.items():
        if solver.setOptionValue(name, value) != highspy.HighsStatus.kOk:
            raise ValueError(f"HiGHS knows no option {name} = {value}")


def _read(solver: highspy.Highs) -> Run:
    status = solver.getModelStatus()
    info = solver.getInfo()
    has_solution = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    is_infeasible = status == highspy.HighsModelStatus.kInfeasible
    return Run(
        values=np.array(solver.getSolution().col_value) if has_solution else None,
        bound=info.mip_dual_bound,
        is_optimal=status == highspy.HighsModelStatus.kOptimal,
        is_infeasible=is_infeasible,
        nodes=max(0, info.mip_node_count),
        seconds=solver.getRunTime(),
    )

"""Twin: CP-SAT of OR-Tools in an environment of its own; never beside HiGHS.

Run as a script there, it reads ``instance.json limit`` and prints one line of JSON.
"""

import json
import subprocess
import sys
import venv
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parents[2] / ".data" / "cp-sat"


def python() -> tuple[Path | None, str]:
    """The interpreter that has OR-Tools, made on demand, or None and the reason."""
    found = ENVIRONMENT / "bin" / "python"
    if not found.exists():
        venv.EnvBuilder(with_pip=True).create(ENVIRONMENT)
    check = subprocess.run([found, "-c", "import ortools"], capture_output=True, check=False)
    if check.returncode == 0:
        return found, ""
    install = [found, "-m", "pip", "install", "-q", "ortools"]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode:
        return None, "OR-Tools could not be installed: " + done.stderr.strip().split("\n")[-1]
    return found, ""


def cp_sat(interpreter: Path, instance: Path, seconds: float) -> dict[str, object]:
    """Most sure doors within the limit, the bound, and the seconds CP-SAT took."""
    command = [interpreter, __file__, instance, str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, object] = json.loads(done.stdout.strip().split("\n")[-1])
    return answer


def _solve(plain: dict, seconds: float) -> dict:
    from ortools.sat.python import cp_model  # noqa: PLC0415 -- only in its own environment

    model = cp_model.CpModel()
    terms = [model.new_bool_var("") for _ in range(plain["terms"])]
    paid = []
    for shared in plain["shared"]:
        paid.append(model.new_bool_var(""))
        for n in shared["terms"]:
            model.add_implication(terms[n], paid[-1])
    cost = sum(cents * term for cents, term in zip(plain["own"], terms, strict=True))
    extra = sum(one["cents"] * bit for one, bit in zip(plain["shared"], paid, strict=True))
    model.add(cost + extra <= plain["budget"])
    for clique in plain["cliques"]:
        model.add_at_most_one(terms[n] for n in clique)
    reached = [_threshold(model, terms, one) for one in plain["thresholds"]]
    doors = []
    for door in plain["doors"]:
        choices = []
        for one in door["alternatives"]:
            choices.append(model.new_bool_var(""))
            for number in one:
                model.add_implication(choices[-1], reached[number])
        doors.append(model.new_bool_var(""))
        model.add_bool_or(choices).only_enforce_if(doors[-1])
    model.maximize(sum(d["weight"] * bit for d, bit in zip(plain["doors"], doors, strict=True)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    known = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return {
        "doors": plain["sure_now"] + (round(solver.objective_value) if known else 0),
        "bound": plain["sure_now"] + int(solver.best_objective_bound + 1e-6),
        "seconds": round(solver.wall_time, 2),
    }


def _threshold(model, terms, asked):
    bit = model.new_bool_var("")
    entries = []
    for weight, group in asked["groups"]:
        if len(group) == 1:
            entries.append(weight * terms[group[0]])
        else:
            any_of = model.new_bool_var("")
            model.add_bool_or([terms[n] for n in group]).only_enforce_if(any_of)
            entries.append(weight * any_of)
    model.add(sum(entries) >= asked["need"]).only_enforce_if(bit)
    return bit


if __name__ == "__main__":
    told = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(json.dumps(_solve(told, float(sys.argv[2]))))

"""An instance as plain JSON, for solvers that live in another environment."""

from rounds.core.planner.calendar import cliques
from rounds.core.planner.enumeration.alternatives import alternatives
from rounds.core.planner.instance import Instance
from rounds.core.planner.model import terms_that_matter

Plain = dict[str, object]


def plain(instance: Instance) -> Plain:
    """Sure doors as alternatives of thresholds, costs, and cliques of terms that clash."""
    active = terms_that_matter(instance)
    column = {n: k for k, n in enumerate(active)}
    number = {one: k for k, one in enumerate(instance.doors.thresholds)}
    doors = [
        {"weight": weight, "alternatives": [[number[t] for t in one] for one in found]}
        for formula, weight in instance.doors.sure.items()
        for found in [alternatives(formula, number)]
    ]
    return {
        "terms": len(active),
        "own": [instance.own[n] for n in active],
        "shared": [
            {"cents": one.cents, "terms": [column[n] for n in one.terms if n in column]}
            for one in instance.shared
        ],
        "budget": instance.budget,
        "cliques": cliques([instance.stays[n] for n in active], instance.travel_days),
        "thresholds": [
            {"need": one.need, "groups": [[w, [column[n] for n in g]] for w, g in one.groups]}
            for one in instance.doors.thresholds
        ],
        "doors": doors,
        "sure_now": instance.doors.sure_now,
    }

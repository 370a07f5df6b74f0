"""May this person do this, here, on every day of it?"""

from rounds.core.facts import ApplicantFacts
from rounds.core.legality.activity import Activity
from rounds.core.legality.rulebook import Rulebook
from rounds.core.legality.ruling import Ruling, Stretch, worst
from rounds.core.legality.situation import equal_spans, situation_on

__all__ = ["Ruling", "permission"]


def permission(facts: ApplicantFacts, activity: Activity, rulebook: Rulebook) -> Ruling:
    """The ruling on an activity: worst layer and worst day win.

    Days on which nothing changes are judged once. Never raises for unknown facts: they make
    the ruling *unknown* and are named in it.
    """
    stretches = tuple(
        Stretch(span, rulebook.answers(situation_on(facts, activity, span.first), span.first))
        for span in equal_spans(facts, activity.span, rulebook.change_days)
    )
    return Ruling(worst(stretch.permission for stretch in stretches), stretches)

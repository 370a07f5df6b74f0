"""Three-valued logic, here and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass

from rounds.core.vocabulary import Origin, UnknownCause, Verdict

Causes = frozenset[UnknownCause]
NO_CAUSE: Causes = frozenset()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact used for a verdict: which, in words, and who says it."""

    ref: str
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with its reasons. ``causes`` is empty unless the verdict is unknown.

    ``missing`` says what is needed when unmet, and what is not known when unknown.
    """

    verdict: Verdict
    causes: Causes = NO_CAUSE
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.verdict is Verdict.UNKNOWN) != bool(self.causes):
            raise ValueError("an unknown verdict has causes, and only an unknown one")

    @property
    def is_met(self) -> bool:
        return self.verdict is Verdict.MET

    @property
    def rests_on_plan(self) -> bool:
        """True when some of the evidence is only planned."""
        return any(item.origin is Origin.PLANNED for item in self.evidence)

    @property
    def is_possible(self) -> bool:
        """True unless unmet: met if every unknown turned out well."""
        return self.verdict is not Verdict.UNMET


def met(evidence: Sequence[Evidence] = ()) -> Outcome:
    """The clause is satisfied."""
    return Outcome(Verdict.MET, evidence=tuple(evidence))


def unmet(*missing: str, evidence: Sequence[Evidence] = ()) -> Outcome:
    """The clause is not satisfied; ``missing`` says what would be needed."""
    return Outcome(Verdict.UNMET, evidence=tuple(evidence), missing=missing)


def unknown(
    *causes: UnknownCause, missing: Sequence[str] = (), evidence: Sequence[Evidence] = ()
) -> Outcome:
    """Nobody can say yet; ``causes`` say why."""
    return Outcome(Verdict.UNKNOWN, frozenset(causes), tuple(evidence), tuple(missing))


def all_of(outcomes: Sequence[Outcome]) -> Outcome:
    """Met if all are, unmet if any is, else unknown for the unknown ones' causes."""
    evidence = tuple(item for outcome in outcomes for item in outcome.evidence)
    for verdict in (Verdict.UNMET, Verdict.UNKNOWN):
        if decisive := [outcome for outcome in outcomes if outcome.verdict is verdict]:
            return Outcome(verdict, _causes(decisive), evidence, _missing(decisive))
    return Outcome(Verdict.MET, evidence=evidence)


def any_of(outcomes: Sequence[Outcome]) -> Outcome:
    """Met if any is, unmet if all are, else unknown for the unknown ones' causes.

    Of several that are met, one that rests on no plan speaks.
    """
    satisfied = [outcome for outcome in outcomes if outcome.verdict is Verdict.MET]
    if satisfied:
        return next((one for one in satisfied if not one.rests_on_plan), satisfied[0])
    evidence = tuple(dict.fromkeys(item for outcome in outcomes for item in outcome.evidence))
    unsure = [outcome for outcome in outcomes if outcome.verdict is Verdict.UNKNOWN]
    if unsure:
        return Outcome(Verdict.UNKNOWN, _causes(unsure), evidence, _missing(unsure))
    parts = [" and ".join(outcome.missing) for outcome in outcomes if outcome.missing]
    missing = (", or ".join(dict.fromkeys(parts)),) if parts else ()
    return Outcome(Verdict.UNMET, evidence=evidence, missing=missing)


def none_of(outcomes: Sequence[Outcome]) -> Outcome:
    """Met if all are unmet, unmet if any is met."""
    evidence = tuple(item for outcome in outcomes for item in outcome.evidence)
    for outcome in outcomes:
        if outcome.is_met:
            excluding = " and ".join(item.text for item in outcome.evidence)
            return unmet(f"to be without this, which excludes: {excluding}", evidence=evidence)
    unsure = [outcome for outcome in outcomes if outcome.verdict is Verdict.UNKNOWN]
    if unsure:
        return Outcome(Verdict.UNKNOWN, _causes(unsure), evidence, _missing(unsure))
    return Outcome(Verdict.MET, evidence=evidence)


def agreed(outcomes: Sequence[Outcome]) -> Outcome:
    """The common answer of all readings of a clause, else unknown.

    The program must be asked when one reading is met and another is not.
    """
    verdicts = {outcome.verdict for outcome in outcomes}
    if len(verdicts) == 1 and Verdict.UNKNOWN not in verdicts:
        return outcomes[0]
    causes = _causes(outcomes)
    if verdicts >= {Verdict.MET, Verdict.UNMET}:
        causes |= {UnknownCause.NOT_STATED}
    evidence = tuple(dict.fromkeys(item for outcome in outcomes for item in outcome.evidence))
    unsure = [outcome for outcome in outcomes if outcome.verdict is Verdict.UNKNOWN]
    return Outcome(Verdict.UNKNOWN, causes, evidence, _missing(unsure) or (NOT_AGREED,))


NOT_AGREED = "how the program reads its own words; one usual reading is met, another is not"


def _causes(outcomes: Sequence[Outcome]) -> Causes:
    return NO_CAUSE.union(*(outcome.causes for outcome in outcomes))


def _missing(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for outcome in outcomes for text in outcome.missing))

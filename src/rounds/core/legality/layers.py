"""What each layer says about one situation: best status, worst rule, every open fact both ways.

A rule may ask for facts nobody has stated. Each such fact is tried both ways; the layer answers
only if all these readings agree, and says *unknown*, naming the facts that matter, if they do not.
Of statuses that contradict each other each is tried without the others, and likewise.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from rounds.core.facts import possible_together
from rounds.core.legality.contradiction import whichever_is_true
from rounds.core.legality.rules import PHRASES, Decision, Layer, LegalFact, Rule, When, question
from rounds.core.legality.ruling import PERMITTED, Answer, at_its_weakest, badness
from rounds.core.legality.situation import Situation
from rounds.core.vocabulary import Mode, Permission, Status

World = dict[LegalFact, bool]
OUTCOMES = {
    Permission.ALLOWED: "It is allowed",
    Permission.ALLOWED_BY_AGENCY_DECISION: "It is allowed by the agency's decision",
    Permission.UNKNOWN: "It is not forbidden outright, but still unknown,",
}

NO_STATUS = Answer(
    Layer.IMMIGRATION,
    Permission.UNKNOWN,
    "no_status",
    "You have told no immigration status for these days; being in the United States needs one.",
    missing=(LegalFact.STATUS,),
    could_change=("Tell which status you hold, or will hold, on each day of the rotation.",),
)
NO_IMMIGRATION_RULE = Answer(
    Layer.IMMIGRATION,
    Permission.UNKNOWN,
    "no_rule",
    "No text was found that says whether your status covers this.",
    could_change=("Ask an immigration attorney, or ask whoever sponsors your status.",),
)
NO_STATE_RULE = Answer(
    Layer.STATE,
    Permission.UNKNOWN,
    "no_rule",
    "No rule of this state on hands-on work without a license was found; state law decides.",
    could_change=(
        "Ask the state's medical board.",
        "The agency may record a dated decision for this state after asking counsel.",
    ),
)
SITE_SILENT = Answer(
    Layer.SITE, Permission.ALLOWED, "silent", "No rule of this site is on record against it."
)
AGENCY_SILENT = Answer(
    Layer.AGENCY, Permission.ALLOWED, "silent", "No decision of the agency is needed or recorded."
)


@dataclass(frozen=True, slots=True)
class Law:
    """The rules and decisions in force on one day."""

    rules: tuple[Rule, ...]
    decisions: tuple[Decision, ...]


def answers(situation: Situation, law: Law) -> tuple[Answer, ...]:
    """The answers of the four layers, in their order."""
    held = possible_together(situation.statuses)
    readings = [_consistent(replace(situation, statuses=one), law) for one in held]
    by_layer = zip(*readings, strict=True)
    return tuple(whichever_is_true(situation.statuses, layer) for layer in by_layer)


def _consistent(situation: Situation, law: Law) -> tuple[Answer, ...]:
    """The answers of the four layers when no status contradicts another."""
    applicable = {layer: _applicable(layer, situation, law.rules) for layer in Layer}
    decisions = tuple(d for d in law.decisions if _covers_person(d.when, situation))
    worlds = _worlds(situation, applicable, decisions)
    by_layer = zip(*(_in_world(situation, w, applicable, decisions) for w in worlds), strict=True)
    return tuple(_agreed(worlds, readings) for readings in by_layer)


def _applicable(layer: Layer, situation: Situation, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules of a layer that may cover the situation; immigration asks each status later."""
    covers = _covers_activity if layer is Layer.IMMIGRATION else _covers_person
    return tuple(rule for rule in rules if rule.layer is layer and covers(rule.when, situation))


def _covers_person(when: When, situation: Situation) -> bool:
    is_held = when.statuses is None or not when.statuses.isdisjoint(situation.statuses)
    return is_held and _covers_activity(when, situation)


def _covers_activity(when: When, situation: Situation) -> bool:
    return (
        (when.kinds is None or situation.kind in when.kinds)
        and (when.roles is None or situation.role in when.roles)
        and (when.modes is None or situation.mode in when.modes)
        and (when.states is None or situation.state in when.states)
        and (when.sites is None or situation.site in when.sites)
        and all(situation.fact(fact) in (wanted, None) for fact, wanted in when.facts)
    )


def _worlds(
    situation: Situation,
    applicable: dict[Layer, tuple[Rule, ...]],
    decisions: tuple[Decision, ...],
) -> list[World]:
    """Every way in which the open facts that some rule asks for could turn out."""
    whens = [rule.when for rules in applicable.values() for rule in rules]
    whens += [decision.when for decision in decisions]
    asked = {fact for when in whens for fact, _ in when.facts}
    open_facts = [fact for fact in LegalFact if fact in asked and situation.fact(fact) is None]
    known = {fact: value for fact in asked if (value := situation.fact(fact)) is not None}
    worlds = [
        known | dict(zip(open_facts, values, strict=True))
        for values in product((True, False), repeat=len(open_facts))
    ]
    return [world for world in worlds if not _is_contradiction(world)]


def _is_contradiction(world: World) -> bool:
    return world.get(LegalFact.GRADUATE, False) and world.get(LegalFact.IN_CLINICAL_YEARS, False)


def _in_world(
    situation: Situation,
    world: World,
    applicable: dict[Layer, tuple[Rule, ...]],
    decisions: tuple[Decision, ...],
) -> tuple[Answer, Answer, Answer, Answer]:
    true = {
        layer: [rule for rule in rules if _is_true(rule.when, world)]
        for layer, rules in applicable.items()
    }
    made = [decision for decision in decisions if _is_true(decision.when, world)]
    state = _worst_rule(true[Layer.STATE], NO_STATE_RULE)
    state, agency = _decided(state, made)
    return (
        _immigration(situation, true[Layer.IMMIGRATION]),
        state,
        _worst_rule(true[Layer.SITE], SITE_SILENT),
        agency,
    )


def _is_true(when: When, world: World) -> bool:
    return all(world[fact] is wanted for fact, wanted in when.facts)


def _immigration(situation: Situation, rules: list[Rule]) -> Answer:
    """The best of the statuses held. Something virtual can also be done from abroad."""
    held = sorted(situation.statuses)
    if situation.mode is Mode.VIRTUAL and Status.ABROAD not in situation.statuses:
        held.append(Status.ABROAD)
    if not held:
        return NO_STATUS
    by_status = [
        _worst_rule(
            [rule for rule in rules if rule.when.statuses is None or status in rule.when.statuses],
            NO_IMMIGRATION_RULE,
        )
        for status in held
    ]
    return min(by_status, key=badness)


def _worst_rule(rules: Sequence[Rule], otherwise: Answer) -> Answer:
    """The worst of the rules that apply; the first one listed among equals."""
    return max((_said(rule) for rule in rules), key=badness, default=otherwise)


def _said(rule: Rule) -> Answer:
    return Answer(
        rule.layer,
        rule.permission,
        rule.id,
        rule.says,
        rule=rule.id,
        cites=rule.cites,
        grade=rule.grade,
        sources=rule.sources,
        condition=rule.condition,
        could_change=rule.could_change,
    )


def _decided(state: Answer, decisions: list[Decision]) -> tuple[Answer, Answer]:
    """State and agency layers after the agency's decisions: only *unknown* can be lifted.

    A lifted state keeps the citation of the rule that left it unknown: the decision rests on it.
    """
    for decision in decisions:
        if decision.permission is Permission.NOT_ALLOWED:
            return state, _taken(Layer.AGENCY, decision, decision.says)
    if state.permission is not Permission.UNKNOWN or not decisions:
        return state, AGENCY_SILENT
    decision = decisions[0]
    lifted = replace(
        state,
        permission=decision.permission,
        code=decision.id,
        sentence=f"{state.sentence} {decision.says}",
        rule=decision.id,
        could_change=(),
    )
    return lifted, _taken(Layer.AGENCY, decision, decision.says)


def _taken(layer: Layer, decision: Decision, sentence: str) -> Answer:
    return Answer(
        layer,
        decision.permission,
        decision.id,
        sentence,
        rule=decision.id,
        cites=decision.counsel,
    )


def _agreed(worlds: list[World], readings: tuple[Answer, ...]) -> Answer:
    """The common answer of all worlds; permitted in all is permitted, at its weakest."""
    permissions = {reading.permission for reading in readings}
    if len(permissions) > 1 and not permissions <= set(PERMITTED):
        return _depends(worlds, readings)
    return at_its_weakest(readings)


def _depends(worlds: list[World], readings: tuple[Answer, ...]) -> Answer:
    best_world, best = min(zip(worlds, readings, strict=True), key=lambda pair: badness(pair[1]))
    matters = _facts_that_matter(worlds, readings)
    facts = [PHRASES[fact][0 if best_world[fact] else 1] for fact in matters]
    return Answer(
        best.layer,
        Permission.UNKNOWN,
        "depends",
        f"This turns on what nobody has stated: {'; '.join(map(question, matters))}.",
        rule=best.rule,
        cites=best.cites,
        grade=best.grade,
        sources=best.sources,
        missing=matters,
        could_change=(f"{OUTCOMES[best.permission]} if {'; and '.join(facts)}.",),
    )


def _facts_that_matter(worlds: list[World], readings: tuple[Answer, ...]) -> tuple[LegalFact, ...]:
    """The facts that alone can change the answer in some world."""
    by_world = {
        frozenset(world.items()): reading.permission
        for world, reading in zip(worlds, readings, strict=True)
    }
    matters = {
        fact
        for world, permission in by_world.items()
        for fact, value in world
        if by_world.get((world - {(fact, value)}) | {(fact, not value)}, permission)
        is not permission
    }
    return tuple(fact for fact in LegalFact if fact in matters)

"""One person against 6,000 generated programs: doors, findings, and the sentences of closed ones.

`python3 dev.py bench assess [--json]`. The naive twin judges every tree of every program anew, in
the same run and over the same programs; both must give the same doors.
"""

import argparse
import json
import os
import platform
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date

from rounds.core.applicant_file import read_applicant
from rounds.core.eligibility.assess import Assessment, assess
from rounds.core.eligibility.program_file import read_programs
from rounds.core.eligibility.programs import Program
from rounds.core.facts import ApplicantFacts
from rounds.core.seasons import Season
from rounds.core.vocabulary import Door, SeasonStatus

PROGRAMS = 6_000
ROUNDS = 9
TARGET_MS = 300
SEED = 20261122
SEASON = Season(
    year=2028,
    today=date(2026, 11, 22),
    apply_on=date(2027, 9, 1),
    rank_on=date(2028, 3, 1),
    start_on=date(2028, 6, 29),
    status=SeasonStatus.USER,
    rules_from=2027,
    source="benchmark",
)
PERSON = """
degree_on = 2023-06-15
[school]
country = "IN"
[residency]
needs_sponsorship = true
visas = ["j1"]
[complete]
exams = "yes"
experience = "yes"
training = "yes"
[ecfmg]
certified = true
[[exam]]
exam = "step_1"
taken_on = 2022-08-01
result = "failed"
[[exam]]
exam = "step_1"
taken_on = 2023-02-01
result = "passed"
[[exam]]
exam = "step_2_ck"
taken_on = 2024-05-01
result = "passed"
score = 238
[[letter]]
author = "A. Writer (fictional)"
specialty = "internal medicine"
us_physician = true
ready_on = 2026-05-01
role = "hands_on"
[[letter]]
author = "B. Writer (fictional)"
specialty = "family medicine"
ready_on = 2026-08-01
"""
ROTATION = """
[[experience]]
first = {first}
last = {last}
weeks = 4
kind = "{kind}"
role = "{role}"
mode = "in_person"
country = "{country}"
specialty = "{specialty}"
hours = {{ {setting} = 40 }}
"""
ROTATIONS = (
    ("2024-01-08", "2024-02-02", "externship", "hands_on", "IN", "internal medicine", "inpatient"),
    ("2025-09-01", "2025-09-26", "observership", "observing", "US", "internal medicine", "office"),
    ("2026-01-05", "2026-01-30", "externship", "hands_on", "US", "family medicine", "office"),
    ("2026-03-02", "2026-03-27", "externship", "hands_on", "US", "internal medicine", "inpatient"),
    ("2026-09-07", "2026-10-02", "elective", "hands_on", "US", "psychiatry", "inpatient"),
)
SPECIALTIES = ("internal medicine", "family medicine", "pediatrics", "psychiatry", "neurology")


def person() -> ApplicantFacts:
    """A fictional graduate with two sittings of Step 1, five rotations and two letters."""
    keys = ("first", "last", "kind", "role", "country", "specialty", "setting")
    rotations = [ROTATION.format(**dict(zip(keys, one, strict=True))) for one in ROTATIONS]
    return read_applicant(PERSON + "".join(rotations), "person.toml")


def window(chance: random.Random) -> str:
    """Half of the clauses have a window of their own."""
    if chance.random() < 0.5:
        return ""
    if chance.random() < 0.3:
        return f", since = 20{chance.randint(20, 26)}-{chance.randint(1, 12):02d}-01"
    anchor = chance.choice(["apply", "start", "not_stated"])
    return f', within = {{ months = {chance.randint(6, 60)}, to = "{anchor}" }}'


def experience(chance: random.Random) -> str:
    length = chance.choice(["weeks = 4", "weeks = 8", "weeks = 12", "months = 1", "months = 3"])
    parts = [length, 'countries = ["US"]']
    if chance.random() < 0.6:
        parts.append('roles = ["hands_on"]')
    if chance.random() < 0.3:
        parts.append(f'specialties = ["{chance.choice(SPECIALTIES)}"]')
    if chance.random() < 0.2:
        parts.append(f'settings = ["{chance.choice(["clinic", "hospital", "inpatient"])}"]')
    if chance.random() < 0.2:
        parts.append('not_counting = ["observership", "research"]')
    if chance.random() < 0.15:
        parts.append('counted = "one_rotation"')
    return f"{{ clinical_experience = {{ {', '.join(parts)}{window(chance)} }} }}"


def graduation(chance: random.Random) -> str:
    anchor = chance.choice(["apply", "start", "not_stated"])
    years = chance.choice([2, 3, 4, 5, 5, 7, 10])
    return f'{{ graduated_within = {{ years = {years}, to = "{anchor}" }} }}'


def letters(chance: random.Random) -> str:
    return f"{{ letters = {{ at_least = {chance.randint(1, 4)}, us_physician = true }} }}"


def experience_tree(chance: random.Random) -> str:
    """30 % alternatives, 20 % several clauses at once, 10 % exceptions, else one clause."""
    draw = chance.random()
    if draw < 0.3:
        return f"{{ any = [{experience(chance)}, {experience(chance)}] }}"
    if draw < 0.5:
        return f"{{ all = [{experience(chance)}, {experience(chance)}] }}"
    return experience(chance)


def graduation_tree(chance: random.Random) -> str:
    if chance.random() < 0.3:
        return f"{{ unless = {{ rule = {graduation(chance)}, exception = {experience(chance)} }} }}"
    return graduation(chance)


def exams(chance: random.Random) -> str:
    return chance.choice(
        [
            f'{{ exam_passed = {{ exam = "step_2_ck", score = {chance.randint(210, 250)} }} }}',
            f"{{ exam_attempts = {{ failures = {chance.randint(0, 2)} }} }}",
            '{ exam_passed = { exam = "step_1" } }',
        ]
    )


def sponsorship(chance: random.Random) -> str:
    visas = chance.choice(['["j1"]', '["j1"]', '["j1", "h1b"]', "[]"])
    return f"{{ sponsorship = {{ visas = {visas} }} }}"


CLAUSES: tuple[tuple[str, str, float, Callable[[random.Random], str]], ...] = (
    ("experience", "apply", 0.8, experience_tree),
    ("graduation", "apply", 0.8, graduation_tree),
    ("sponsorship", "apply", 0.75, sponsorship),
    ("exams", "apply", 0.7, exams),
    ("letters", "apply", 0.6, letters),
    ("certification", "rank", 0.5, lambda _: "{ ecfmg_certified = {} }"),
    ("exams", "interview", 0.3, exams),
    ("experience", "apply", 0.2, experience),
)


def program(chance: random.Random, number: int) -> str:
    """A fictional program as TOML; each clause is there with its share, some only preferred."""
    lines = [
        f'[[program]]\nid = "generated-{number}"\nname = "Generated program {number} (fictional)"',
        f'specialty = "{chance.choice(SPECIALTIES)}"\nstate = "NY"',
        f'source = "https://example.org/{number}"\nvia = "live page"\nread_on = "2026-11"',
        f'as_of = "{chance.choice(["2027-2028"] * 8 + ["2018", "2025-2026"])}"',
    ]
    for position, (topic, stage, share, rule) in enumerate(CLAUSES):
        if chance.random() < share:
            modality = "required" if chance.random() < 0.8 else "preferred"
            lines.append(
                f'[[program.requirement]]\nid = "r{position}"\ntopic = "{topic}"\n'
                f'modality = "{modality}"\nstage = "{stage}"\nrule = {rule(chance)}'
            )
    return "\n".join(lines)


def generated() -> tuple[Program, ...]:
    chance = random.Random(SEED)
    text = "\n".join(program(chance, number) for number in range(PROGRAMS))
    return read_programs(text, "generated.toml")


def run(facts: ApplicantFacts, programs: tuple[Program, ...]) -> tuple[Assessment, ...]:
    """The measured job: every finding, and the sentences that closed a door."""
    assessments = assess(facts, programs, SEASON)
    for assessment in assessments:
        if assessment.door is Door.CLOSED:
            for finding in assessment.decisive:
                len(finding.sentence)
    return assessments


def naive(facts: ApplicantFacts, programs: tuple[Program, ...]) -> tuple[Assessment, ...]:
    """The same without any memory: each program is assessed alone."""
    return tuple(one for program in programs for one in run(facts, (program,)))


def timed(
    job: Callable[[], tuple[Assessment, ...]], times: int
) -> tuple[list[float], list[float], str]:
    """Milliseconds by the clock and of the processor, and the doors found."""
    milliseconds, processor, doors = [], [], ""
    for _ in range(times):
        began, began_cpu = time.perf_counter(), time.process_time()
        assessments = job()
        milliseconds.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - began_cpu) * 1000)
        doors = ", ".join(
            f"{count} {door.value}"
            for door, count in sorted(Counter(one.door for one in assessments).items())
        )
    return milliseconds, processor, doors


def yardstick() -> float:
    """Milliseconds of the processor for a loop of a million additions: how fast is it now?"""
    began, total = time.process_time(), 0
    for number in range(1_000_000):
        total += number
    return (time.process_time() - began) * 1000


def machine() -> str:
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--instance", help="not used: the programs are generated")
    told = parser.parse_args()
    facts, programs = person(), generated()
    ours, ours_cpu, doors = timed(lambda: run(facts, programs), ROUNDS)
    theirs, theirs_cpu, naive_doors = timed(lambda: naive(facts, programs), 3)
    if doors != naive_doors:
        sys.exit(f"the twin disagrees: {doors} against {naive_doors}")
    median, twin = statistics.median(ours), statistics.median(theirs)
    requirements = sum(len(one.requirements) for one in programs)
    trees = len({id(r.rule) for one in programs for r in one.requirements})
    rows = [
        {"what": "programs", "value": PROGRAMS},
        {"what": "requirements", "value": requirements},
        {"what": "different trees", "value": trees},
        {"what": "doors", "value": doors},
        {"what": "assess, median of 9, ms", "value": round(median, 1)},
        {"what": "assess, worst of 9, ms", "value": round(max(ours), 1)},
        {"what": "assess, processor median, ms", "value": round(statistics.median(ours_cpu), 1)},
        {"what": "a million additions, ms", "value": round(yardstick(), 1)},
        {"what": "naive twin, median of 3, ms", "value": round(twin, 1)},
        {
            "what": "twin : ours, processor",
            "value": round(statistics.median(theirs_cpu) / statistics.median(ours_cpu), 2),
        },
    ]
    target = {
        "name": f"one person, {PROGRAMS:,} programs, findings and sentences (median ms)",
        "value": round(median, 1),
        "target": TARGET_MS,
        "ok": median < TARGET_MS,
    }
    for row in rows:
        print(f"{row['what']:<32} {row['value']}")
    print(f"{target['name']}: {target['value']} (target {TARGET_MS})")
    if told.json:
        print(
            json.dumps({"name": "assess", "machine": machine(), "rows": rows, "targets": [target]})
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The older real layer against the records it restates, which are not part of the project."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rounds.core.eligibility.program_file import read_programs
from rounds.core.vocabulary import Coverage
from rounds.data import shipped_names, shipped_text

NAMES = shipped_names("programs/older")
TEXTS = {Path(name).stem: shipped_text(name) for name in NAMES}
RAW: dict[str, dict[str, Any]] = {key: tomllib.loads(text) for key, text in TEXTS.items()}
PROGRAMS = {
    program.id: program for name in NAMES for program in read_programs(shipped_text(name), name)
}
ARTICLE = "drew-psychiatry"  # its source tells of the program; the program's page was not read
PAIR = ("broadlawns-family-medicine", "broadlawns-transitional-year")  # one page, two programs


@pytest.fixture(scope="module")
def records(shared_data: Path) -> dict[str, dict[str, Any]]:
    """Record by program id, joined on the address; the double record serves two programs."""
    path = shared_data / "data" / "programs" / "program_requirements.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    by_source = {row["source"]: row for row in rows}
    found = {key: by_source[raw["source"]] for key, raw in RAW.items()}
    assert len(by_source) == len(rows) == 36
    return found


def test_every_record_but_the_institution_and_the_forum_became_a_program(records):
    assert len({row["source"] for row in records.values()}) == 34
    assert {row["source_type"] for row in records.values()} == {
        "program_site",
        "aggregator_article",
    }
    assert records[PAIR[0]] is records[PAIR[1]]


def test_specialty_state_code_and_year_are_as_read(records):
    for key, row in records.items():
        raw = RAW[key]
        if key not in PAIR:
            assert raw["specialty"] == row["specialty"].lower()
        assert (raw["state"], raw.get("nrmp_code")) == (row["state"], row.get("nrmp_code"))
        stated = str(row["as_of"] or "").removeprefix("c.")
        assert raw.get("as_of", "") == (stated if re.fullmatch(r"[0-9-]+", stated) else "")


def test_six_words_in_a_row_of_what_was_read_appear_nowhere(records):
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"[a-z0-9]+", text.lower())
        return {tuple(words[i : i + 6]) for i in range(len(words) - 5)}

    read = set().union(*(runs(row["requirements_text"]) for row in records.values()))

    assert [(key, run) for key, text in TEXTS.items() for run in sorted(runs(text) & read)] == []


def test_silence_is_not_stated_on_a_page_seen_whole_and_not_read_on_a_part(records):
    for key, row in records.items():
        in_part = row["excerpt_truncated"] or key == ARTICLE
        never = Coverage.NOT_STATED if in_part else Coverage.NOT_READ
        assert never not in {coverage for _, coverage in PROGRAMS[key].coverage}, key


def leaves_of(tree: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """Every test of one criterion in a rule tree as written."""
    for key, value in tree.items():
        if key == name:
            yield value
        elif isinstance(value, dict):
            yield from leaves_of(value, name)
        elif isinstance(value, list):
            for part in value:
                if isinstance(part, dict):
                    yield from leaves_of(part, name)


def asked(key: str, name: str) -> list[dict[str, Any]]:
    return [test for part in RAW[key]["requirement"] for test in leaves_of(part["rule"], name)]


def weeks(test: dict[str, Any]) -> int | None:
    """The record's convention: a month is 4 weeks, a year 48."""
    months = test.get("months", 12 * test.get("years", 0))
    return test.get("weeks") or 4 * months or None


def test_lengths_of_experience_agree(records):
    for key, row in records.items():
        lengths = {weeks(test) for test in asked(key, "clinical_experience")}
        lengths |= {weeks(test) for test in asked(key, "residency_training")}
        told = row["min_usce_weeks"]
        if key == "boston-combined-pediatrics":  # its 4 weeks are the reader's assumption
            told = None
        assert told in lengths if told else lengths <= {None}, key


def test_graduation_limits_and_their_anchors_agree(records):
    anchors = {
        None: "not_stated",
        "matriculation date": "start",
        "start of training": "start",
        "application date": "apply",
    }
    for key, row in records.items():
        limits = asked(key, "graduated_within")
        years = [test.get("fuzzy_years", test["years"]) for test in limits]
        assert years == ([row["yog_cutoff_years"]] if row["yog_cutoff_years"] else []), key
        if limits and key not in PAIR:  # told in its text: up to the application
            assert limits[0]["to"] == anchors[row["yog_reference"]], key


# What the columns cannot say.
VISAS_BESIDE_THE_COLUMN = {
    "musc-psychiatry": {"j1", "h1b"},  # an H-1 already held may go on
    "southern-illinois-pediatrics": {"j1"},  # J-1 is not spoken of: a branch nobody can test
    "ut-southwestern-radiation-oncology": set(),  # a status held today, not a sponsorship
    "jps-psychiatry": set(),  # the same
}


def test_visas_agree_and_none_is_not_the_same_as_nothing_said(records):
    for key, row in records.items():
        leaves = asked(key, "sponsorship")
        named = {visa for leaf in leaves for visa in leaf["visas"]}
        column = {visa.lower().replace("-", "") for visa in row["visas"] or ()}
        assert named == VISAS_BESIDE_THE_COLUMN.get(key, column), key
        if row["visas"] == []:
            assert leaves == [{"visas": []}], key
        elif row["visas"] is None and key not in VISAS_BESIDE_THE_COLUMN:
            assert leaves == [], key


def test_numbers_of_letters_agree(records):
    for key, row in records.items():
        letters = asked(key, "letters")
        in_all = max((t["at_least"] for t in letters if "us_physician" not in t), default=None)
        by_us = max((t["at_least"] for t in letters if "us_physician" in t), default=None)
        if key == "grand-strand-internal-medicine":
            in_all += 1  # the dean's letter is the fourth and no letter of recommendation
        if key == "southern-illinois-pediatrics":
            by_us = 0  # named as not required
        if key == "allegheny-internal-medicine":
            by_us = None  # encouraged, without a number
        if key == "boston-combined-pediatrics":
            in_all = None  # two or more: the column leaves it out
        if key == "st-marys-internal-medicine":
            assert in_all == 3
        assert (in_all, by_us) == (row["total_lors"], row["us_lors"]), key


ATTEMPTS = {  # the column's words: the limits they mean
    None: set(),
    "Step 1 on first attempt": {("attempts", 1)},
    "each exam on first attempt (expected)": {("attempts", 1)},
    "<=1 fail on Step 1 (interview); 0 fails on Step 2 CK (ranking)": {
        ("attempts", 1),  # and first attempts as a wish
        ("failures", 1),
        ("failures", 0),
    },
    "3 failures of any part excludes": {("failures", 2)},
    "multiple fails usually preclude interview": {("attempts", 1)},  # a wish; the rest is odds
    ">2 attempts unlikely": {("attempts", 2)},
    "<=1 failed attempt": {("failures", 1)},
    "pass within 2 attempts": {("attempts", 2)},
    "score threshold applies to first attempt": {("attempts", 1)},
    "no limit": set(),
    "by second attempt preferred": {("attempts", 2)},
    "<=1 failed attempt (preferred)": {("failures", 1)},
    "first attempt encouraged": {("attempts", 1)},
    "first attempt": {("attempts", 1)},
    "<=3 attempts (state licensure)": {("attempts", 3)},
    "within first two attempts": {("attempts", 2)},
}


def test_limits_on_attempts_and_failures_agree(records):
    for key, row in records.items():
        found = {
            (unit, test[unit])
            for test in asked(key, "exam_attempts")
            for unit in ("attempts", "failures")
            if unit in test
        }
        assert found == ATTEMPTS[row["attempts"]], key


def test_scores_agree_where_above_means_one_more(records):
    above = {"ohio-state-internal-medicine", "mayo-jacksonville-family-medicine"}
    for key, row in records.items():
        for exam, column in (("step_1", "min_step1"), ("step_2_ck", "min_step2ck")):
            scores = {
                t["score"] for t in asked(key, "exam_passed") if t["exam"] == exam and "score" in t
            }
            expected = {row[column] + (key in above)} if row[column] else set()
            if key == "boston-combined-pediatrics":
                expected = {211, 231}  # above 210; above 230 as a wish
            assert scores == expected, key


def test_certificates_are_asked_for_exactly_where_they_were_read(records):
    for key, row in records.items():
        told = row["ecfmg_cert_required"] is not None
        certification = {
            part["topic"] for part in RAW[key]["requirement"] if part["topic"] == "certification"
        }
        assert bool(certification) == told, key


MODALITIES = {
    "required": "required",
    "required_or_alternative": "required",
    "required_unless_us_experience": "required",
    "required_unless_active_practice": "required",
    "required_or_recent_patient_care": "required",
    "conditional (2-3 years unless significant clinical experience)": "required",
    "strongly_preferred": "strongly_preferred",
    "strongly_encouraged": "strongly_preferred",
    "preferred": "preferred",
    "recommended": "preferred",
    "implied_by_letter": "unknown",
}


def modalities(key: str, topic: str) -> list[str]:
    return [part["modality"] for part in RAW[key]["requirement"] if part["topic"] == topic]


def test_how_binding_a_clause_is_agrees(records):
    for key, row in records.items():
        word = row["yog_modality"]
        graduation = modalities(key, "graduation")
        if key == "south-alabama-internal-medicine":
            assert graduation == ["unknown"]  # "should" is not "must"
        elif word in (None, "no_cutoff"):
            assert "required" not in graduation, key
        else:
            assert graduation == [MODALITIES[word]], key
        use = row["usce_modality"]
        experience = modalities(key, "experience")
        if use in ("unstated", "encouraged"):  # encouraged: by way of letters alone
            assert "required" not in experience, key
        else:
            assert experience[0] == MODALITIES[use], key

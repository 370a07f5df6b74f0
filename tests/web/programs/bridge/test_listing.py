from datetime import date

import pytest

from rounds.core.vocabulary import Door
from rounds.web.dossier.bridge import season_of
from rounds.web.programs.actions.doors import current_doors
from rounds.web.programs.bridge.listing import Wanted, find, freshness
from rounds.web.programs.bridge.shelf import shelf
from tests.web.programs.makers import NOW, RULES, make_bare_program, make_program
from tests.web.programs.people import tell, work

pytestmark = pytest.mark.django_db
SEASON = season_of(2028, today=date(2026, 11, 27))
VISA = """
[[program.requirement]]
id = "visa"
topic = "sponsorship"
modality = "required"
rule = {{ sponsorship = {{ visas = {visas} }} }}
"""
TO_START = """
[[program.requirement]]
id = "certificate"
topic = "certification"
modality = "{modality}"
stage = "start"
rule = {{ ecfmg_certified = {{}} }}
"""


def codes(text="", *, verdicts=None, weights=None, mine=False, sort="", **chosen):
    wanted = Wanted(
        text=text,
        chosen={name: frozenset(values) for name, values in chosen.items()},
        only_weighed=mine,
        sort=sort,
    )
    found = find(wanted, season=SEASON, verdicts=verdicts, weights=weights)
    return [one.row.code for one in found.programs]


def facets(**chosen):
    wanted = Wanted(chosen={name: frozenset(values) for name, values in chosen.items()})
    return find(wanted, season=SEASON).facets


def test_every_word_must_be_in_name_town_specialty_or_code():
    make_program("a", name="Hôpital Gable", specialty="urology")
    make_program("b", name="Gable Two", state="TX")

    assert codes("hopital") == ["a"]
    assert codes("gable") == ["b", "a"]
    assert codes("gable tx") == ["b"]
    assert codes("nothing") == []


def test_filters_of_one_kind_add_up_and_those_of_different_kinds_narrow():
    make_program("a", name="a", specialty="urology", state="NY")
    make_program("b", name="b", specialty="urology", state="TX")
    make_program("c", name="c", specialty="pathology", state="TX")

    assert codes(specialty=["urology", "pathology"]) == ["a", "b", "c"]
    assert codes(specialty=["urology"], state=["TX"]) == ["b"]


def test_a_facet_counts_with_all_other_filters_applied():
    make_program("a", specialty="urology", state="NY")
    make_program("b", specialty="urology", state="TX")
    make_program("c", specialty="pathology", state="TX")

    found = facets(specialty=["urology"])
    assert found["specialty"] == {"urology": 2, "pathology": 1}
    assert found["state"] == {"NY": 1, "TX": 1}


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (VISA.format(visas='["j1"]'), {"j1": 1}),
        (VISA.format(visas='["j1", "h1b"]'), {"j1": 1, "h1b": 1}),
        (VISA.format(visas="[]"), {"none": 1}),
        (TO_START.format(modality="required"), {"not_stated": 1}),
    ],
)
def test_sponsorship_is_what_the_program_says_and_never_guessed(rules, said):
    make_program(rules=rules)

    assert facets()["sponsors"] == said


@pytest.mark.parametrize(("modality", "found"), [("required", {"start": 1}), ("preferred", {})])
def test_a_stage_counts_when_something_is_required_there(modality, found):
    make_program(rules=RULES + TO_START.format(modality=modality))

    assert facets()["stage"] == found


def test_rules_are_current_older_or_nobodys():
    make_program("current", name="a")
    make_program("older", name="b", as_of="2018")
    make_bare_program(code="bare", name="c")

    assert [freshness(one, SEASON) for one in shelf().programs] == ["current", "older", "none"]
    assert facets()["rules"] == {"current": 1, "older": 1, "none": 1}


@pytest.fixture
def doors(applicant):
    tell(applicant)
    work(applicant)
    make_program("closed", name="a", rules=RULES.replace("weeks = 4", "weeks = 40"))
    make_program("stale", name="b", as_of="2018")
    make_program("open", name="c", rules=COVERED + RULES + TO_START.format(modality="required"))
    return current_doors(user=applicant, season=SEASON, at=NOW).by_program


COVERED = 'coverage = { graduation = "expressly_none" }'


def test_open_doors_come_first_unless_names_are_asked_for(doors):
    assert codes(verdicts=doors) == ["open", "stale", "closed"]
    assert codes(verdicts=doors, sort="name") == ["closed", "stale", "open"]


def test_among_equal_doors_the_heavier_comes_first(doors, applicant):
    make_program("second", name="z")
    verdicts = current_doors(user=applicant, season=SEASON, at=NOW).by_program
    second = next(pk for pk in verdicts if pk not in doors)

    assert codes(verdicts=verdicts)[:2] == ["open", "second"]
    assert codes(verdicts=verdicts, weights={second: 3})[:2] == ["second", "open"]
    assert codes(verdicts=verdicts, weights={second: 3}, mine=True) == ["second"]


def test_doors_causes_and_what_is_left_to_do_filter(doors):
    assert codes(verdicts=doors, door=[Door.OPEN]) == ["open"]
    assert codes(verdicts=doors, cause=["stale"]) == ["stale"]
    assert codes(verdicts=doors, stage=["start"]) == ["open"]


def test_for_a_stranger_nothing_personal_filters(doors):
    assert codes(door=["open"]) == ["closed", "stale", "open"]
    assert "door" not in facets()

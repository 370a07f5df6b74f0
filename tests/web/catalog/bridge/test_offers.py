from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rounds.core.planner.offers import PriceLine
from rounds.core.vocabulary import Kind, LetterPolicy, Mode, Role, Setting
from rounds.demo.installation import fill
from rounds.demo.world import world
from rounds.web.catalog.bridge.offers import terms_offered
from rounds.web.catalog.queries.offered import offered
from tests.web.catalog.makers import make_preceptor, make_rotation, make_site, make_term

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)


def named(rotation):
    return rotation.preceptor.full_name


def read(name_of=named):
    return terms_offered(offered(on=TODAY), name_of=name_of)


def test_a_term_carries_everything_a_plan_needs():
    site = make_site(
        housing_cents_a_week=20_000, travel_cents=30_000, is_medical_school_hospital=True,
        medical_school_source="https://a.example", medical_school_read_on=TODAY,
    )  # fmt: skip
    rotation = make_rotation(
        site=site, kind="externship", role="hands_on", entry='{ standing = { is = "graduate" } }',
        is_supervised_by_faculty=True,
    )  # fmt: skip
    row = make_term(rotation, seats=3, taken=1)
    (term,) = read()

    assert (term.code, term.rotation, term.author) == (
        row.code, rotation.title, rotation.preceptor.full_name,
    )  # fmt: skip
    assert (term.kind, term.role, term.mode) == (Kind.EXTERNSHIP, Role.HANDS_ON, Mode.IN_PERSON)
    assert (term.span.first, term.span.last, term.weeks) == (row.first, row.last, 4)
    assert term.seats == 2
    assert term.hours == ((Setting.INPATIENT, 30), (Setting.OFFICE, 10))
    assert term.price == (PriceLine("tuition", 100_000), PriceLine("malpractice", 20_000))
    assert (term.letter_policy, term.turnaround_days) == (LetterPolicy.WRITES, 21)
    assert term.entry is not None
    assert (term.supervised_by_faculty, term.is_part_of_degree) == (True, None)
    assert (term.site.id, term.site.town) == (site.slug, "Gable Falls, NY")
    assert (term.site.housing_cents_a_week, term.site.travel_cents) == (20_000, 30_000)
    assert term.site.is_medical_school_hospital is True


def test_what_nobody_states_stays_unknown_and_what_is_optional_is_left_out():
    make_term(make_rotation(lines=[("tuition", None, "term")]), code="A")
    bare = make_term(code="B")
    bare.rotation.price_lines.all().delete()
    optional = make_term(code="C")
    optional.rotation.price_lines.filter(label="malpractice").update(is_optional=True)

    assert [term.price for term in read()] == [
        (PriceLine("tuition", None),),
        (PriceLine("price", None),),
        (PriceLine("tuition", 100_000),),
    ]


def test_equal_conditions_become_one_tree():
    for _ in range(2):
        make_term(make_rotation(entry='{ standing = { is = "graduate" } }'))

    one, two = read()
    assert one.entry is two.entry


def test_a_name_that_is_not_told_is_said_by_its_place_and_is_nobody_elses():
    preceptor = make_preceptor()
    first, second = (make_rotation(preceptor=preceptor) for _ in range(2))
    for code, rotation in zip("ABC", (first, second, make_rotation()), strict=True):
        make_term(rotation, code=code)
    one, two, other = read(lambda _: "")

    assert one.author == two.author == f"the attending of {first.title}, {first.site.name}"
    assert other.author != one.author
    shown = read(lambda rotation: "Ada" if rotation == second else "")
    assert [term.author for term in shown][:2] == ["Ada", "Ada"]
    assert sorted(term.author for term in read(lambda _: "Ada")) == ["Ada", "Ada", "Ada (2)"]


def test_a_cost_paid_once_has_the_largest_amount_stated_and_says_that_it_is_an_estimate():
    for code, cents in (("A", 5_000), ("B", 7_000)):
        rotation = make_rotation(site=make_site(travel_cents=cents))
        rotation.price_lines.filter(label="malpractice").update(
            once_key="visa", cents=cents, per="term"
        )
        make_term(rotation, code=code)
    lower, higher = read()

    assert lower.price[1] == PriceLine("malpractice", 7_000, "visa", is_estimate=True)
    assert higher.price[1] == PriceLine("malpractice", 7_000, "visa")
    assert (lower.site.travel_cents, higher.site.travel_cents) == (7_000, 7_000)


def test_the_demo_site_offers_what_the_exported_world_offers():
    fill(at=datetime(2026, 11, 27, 9, tzinfo=UTC))
    of_world = {term.code: term for term in world(on=TODAY).terms}
    found = read()

    assert [term.code for term in found] == sorted(of_world)
    for term in found:
        known = of_world[term.code]
        assert term.author == known.author.removeprefix("Dr. ") + ", MD"
        same = replace(term, author=known.author, affiliation=known.affiliation)
        site = replace(term.site, id=known.site.id)
        if term.mode is Mode.VIRTUAL:  # nobody lives or travels there: not stated, or nothing
            site = replace(site, housing_cents_a_week=0, travel_cents=0)
        assert replace(same, site=site) == known

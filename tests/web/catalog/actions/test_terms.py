from datetime import date

import pytest

from rounds.core.values import DateSpan
from rounds.web.catalog.actions.terms import (
    MOST_TERMS_A_ROTATION,
    SeriesPlan,
    clashes,
    create_series,
    edit_term,
    free_codes,
    last_day,
    refuse_impossible,
    series_drafts,
    spans_of,
)
from rounds.web.catalog.models import Term
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.keepers import AT, ON, make_draft_term, make_keeper, told_of
from tests.web.catalog.keepers import make_whole_rotation as make_rotation
from tests.web.catalog.makers import make_term
from tests.web.conftest import make_user


def plan(**over):
    told = {"first_start": date(2027, 1, 4), "weeks": 4, "every_weeks": 4, "count": 3, "seats": 2}
    return SeriesPlan(**{**told, **over})


def test_a_block_from_monday_ends_on_the_friday_of_its_last_week():
    assert last_day(date(2027, 1, 4), 4) == date(2027, 1, 29)
    assert last_day(date(2027, 1, 4), 1) == date(2027, 1, 8)


def test_a_series_starts_every_so_many_weeks():
    assert [str(span) for span in spans_of(plan(every_weeks=6))] == [
        "Jan 4, 2027 to Jan 29, 2027",
        "Feb 15, 2027 to Mar 12, 2027",
        "Mar 29, 2027 to Apr 23, 2027",
    ]


def test_a_start_on_another_day_keeps_the_length():
    assert spans_of(plan(first_start=date(2027, 1, 6), count=1)) == [
        DateSpan(date(2027, 1, 6), date(2027, 1, 31))
    ]


def test_a_series_denser_than_its_length_overlaps_itself():
    found = clashes(spans_of(plan(every_weeks=2)), [])
    assert found == [
        "Jan 4, 2027 to Jan 29, 2027 and Jan 18, 2027 to Feb 12, 2027 of this series overlap.",
        "Jan 18, 2027 to Feb 12, 2027 and Feb 1, 2027 to Feb 26, 2027 of this series overlap.",
    ]


@pytest.mark.parametrize(
    ("over", "says"),
    [
        ({"count": 20_000}, "Make between 1 and 60 terms at a time."),
        ({"count": 0}, "Make between 1 and 60 terms at a time."),
        ({"weeks": 53}, "A term certifies between 1 and 52 weeks."),
        ({"every_weeks": 0}, "The next start is between 1 and 52 weeks later."),
        ({"seats": 0}, "A term has between 1 and 500 seats."),
        ({"first_start": ON}, "The first start day lies in the future."),
        ({"every_weeks": 52, "count": 10}, "The last term may start at most 5 years from now."),
    ],
)
def test_a_number_that_cannot_be_meant_is_refused(over, says):
    with pytest.raises(Refusal) as refused:
        refuse_impossible(plan(**over), on=ON)
    assert refused.value.params["sentences"] == [says]


def test_all_impossible_numbers_are_told_at_once():
    with pytest.raises(Refusal) as refused:
        refuse_impossible(plan(count=0, weeks=0, every_weeks=0, seats=0), on=ON)
    assert len(refused.value.params["sentences"]) == 4


@pytest.mark.django_db
class TestSeries:
    def make(self, rotation, **over):
        return create_series(rotation=rotation, plan=plan(**over), by=make_keeper(), at=AT, on=ON)

    def test_a_series_makes_drafts_with_readable_codes(self):
        rotation = make_rotation(slug="sleep-lakeside")
        self.make(rotation)

        rows = rotation.terms.order_by("first").values_list("code", "state", "weeks", "seats")
        assert list(rows) == [
            ("sleep-lakeside-2027-01-04", "draft", 4, 2),
            ("sleep-lakeside-2027-02-01", "draft", 4, 2),
            ("sleep-lakeside-2027-03-01", "draft", 4, 2),
        ]
        assert rotation.series.get().terms.count() == 3
        ((verb, told),) = told_of(rotation)
        assert (verb, told["terms"]) == ("series_created", [row[0] for row in rows])

    def test_a_taken_code_gets_a_number(self):
        rotation = make_rotation(slug="sleep")
        make_term(code="sleep-2027-01-04")
        make_term(code="sleep-2027-01-04-2")
        span = DateSpan(date(2027, 1, 4), date(2027, 1, 29))
        assert free_codes(rotation, [span]) == ["sleep-2027-01-04-3"]

    def test_every_overlap_with_other_terms_is_listed_and_nothing_is_made(self):
        rotation = make_rotation()
        make_term(rotation, first=date(2027, 1, 25), weeks=2, code="T-a")
        make_draft_term(rotation, first=date(2027, 3, 8), weeks=1, code="T-b")

        with pytest.raises(Refusal) as refused:
            self.make(rotation)
        assert refused.value.params["sentences"] == [
            "Jan 4, 2027 to Jan 29, 2027 overlaps T-a (Jan 25, 2027 to Feb 5, 2027).",
            "Feb 1, 2027 to Feb 26, 2027 overlaps T-a (Jan 25, 2027 to Feb 5, 2027).",
            "Mar 1, 2027 to Mar 26, 2027 overlaps T-b (Mar 8, 2027 to Mar 12, 2027).",
        ]
        assert (rotation.terms.count(), rotation.series.count()) == (2, 0)

    def test_a_withdrawn_term_gives_its_days_free_unless_they_are_the_very_same(self):
        rotation = make_rotation()
        make_term(rotation, first=date(2027, 1, 11), state="withdrawn")
        assert len(self.make(rotation)) == 3

        other = make_rotation(preceptor=rotation.preceptor)
        make_term(other, first=date(2027, 1, 4), state="withdrawn", code="T-c")
        with pytest.raises(Refusal) as refused:
            series_drafts(rotation=other, plan=plan(), on=ON)
        assert refused.value.params["sentences"] == [
            "T-c has just these days and is withdrawn; publish it again."
        ]

    def test_a_rotation_has_an_end_of_terms(self):
        rotation = make_rotation()
        Term.objects.bulk_create(
            Term(
                rotation=rotation, code=f"T-{year}", first=date(year, 1, 1),
                last=date(year, 1, 5), weeks=1, seats=1,
            )
            for year in range(1500, 1500 + MOST_TERMS_A_ROTATION)
        )  # fmt: skip
        with pytest.raises(Refusal, match="at most 400 terms"):
            series_drafts(rotation=rotation, plan=plan(count=1), on=ON)


@pytest.mark.django_db
class TestTerm:
    def edit(self, term, **values):
        keeper = make_keeper()
        return edit_term(term=term, values=values, version=term.version, by=keeper, at=AT, on=ON)

    def test_seats_change_and_history_tells(self):
        term = make_term(make_rotation(), seats=2)
        self.edit(term, seats=5)

        term.refresh_from_db()
        assert term.seats == 5
        change = {"seats": {"before": 2, "after": 5}}
        assert told_of(term) == [("changed", {"version": 2, "changes": change})]

    def test_seats_never_fall_below_what_is_taken(self):
        term = make_term(make_rotation(), seats=4, taken=3)
        self.edit(term, seats=3)
        term.refresh_from_db()

        with pytest.raises(Refusal) as refused:
            edit_term(
                term=term,
                values={"seats": 2},
                version=2,
                by=make_user("other@agency.example"),
                at=AT,
                on=ON,
            )
        assert refused.value.params == {"field": "seats", "taken": 3}
        assert refused.value.sentence == f"3 seats of {term.code} are taken; 2 would be too few."

    def test_days_stay_while_seats_are_taken(self):
        with pytest.raises(Refusal, match="taken for these days"):
            self.edit(make_term(make_rotation(), taken=1), first=date(2027, 1, 5))

    def test_new_days_may_not_overlap_another_term(self):
        rotation = make_rotation()
        make_term(rotation, first=date(2027, 2, 8), code="T-d")
        with pytest.raises(Refusal, match="overlaps T-d"):
            self.edit(make_draft_term(rotation), last=date(2027, 2, 8))

    def test_an_open_term_moves_only_where_the_gate_lets_it(self):
        rotation = make_rotation()
        with pytest.raises(Refusal, match="outside every agreement"):
            self.edit(make_term(rotation), first=date(2031, 1, 6), last=date(2031, 1, 31))

    def test_a_draft_moves_freely(self):
        term = make_draft_term(make_rotation())
        self.edit(term, first=date(2031, 1, 6), last=date(2031, 1, 31))
        term.refresh_from_db()
        assert term.first == date(2031, 1, 6)

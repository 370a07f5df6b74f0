"""The agency's own tables: out, changed, in again."""

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest

from rounds.web.catalog.models import License, Preceptor, PriceLine, Rotation, Term
from rounds.web.desk.forms.imports.cells import guarded, unguarded
from rounds.web.desk.forms.imports.kinds import IMPORT_KINDS, import_kind
from rounds.web.desk.forms.imports.sheets import (
    LICENSES,
    PRECEPTORS,
    PRICES,
    ROTATIONS,
    SHEETS,
    TERMS,
)
from rounds.web.desk.forms.imports.upload import UploadForm
from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.makers import make_agreement, make_preceptor, make_rotation, make_term

pytestmark = pytest.mark.django_db
ENTRY = '{ all = [{ standing = { is = "student" } }] }'
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(NOW)


@pytest.fixture
def world():
    """Two rotations with everything a table can say, odd letters and line breaks included."""
    first = make_rotation(
        title="=Sleep, “month”", may_do="Watches.\nAsks.", languages=["en", "es"],
        is_supervised_by_faculty=True, is_on_letterhead=False, entry=ENTRY,
        letter_policy="writes", turnaround_days=21, preceptor=make_preceptor(npi="1234567893"),
    )  # fmt: skip
    make_agreement(first.site)
    make_term(first, first=date(2027, 1, 4))
    second = make_rotation(
        title="شهر", preceptor=make_preceptor(last_name="-Moss, (fictional)", npi="1245319599")
    )
    make_agreement(second.site)
    return first, second


def out(sheet):
    return [
        dict(zip(head, row, strict=True)) for head, *rows in [list(sheet.table())] for row in rows
    ]


def file_of(rows):
    buffer = StringIO()
    writer = csv.DictWriter(buffer, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


def look(sheet, rows, by):
    return sheet.look(file_of(rows), by=by, at=NOW)


def take(sheet, rows, by):
    return sheet.apply(file_of(rows), by=by, at=NOW)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_a_table_brought_back_unchanged_changes_nothing(sheet, world, coordinator):
    rows = out(sheet)
    before = Entry.objects.count()

    report = take(sheet, rows, coordinator)
    assert rows
    assert (report.rows, report.same, report.lines) == (len(rows), len(rows), ())
    assert Entry.objects.count() == before


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_taking_a_table_out_asks_the_same_however_many_rows(
    sheet, world, django_assert_max_num_queries
):
    with django_assert_max_num_queries(3):
        list(sheet.table())


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_looking_at_unchanged_rows_asks_the_same_however_many(
    sheet, world, coordinator, django_assert_max_num_queries
):
    rows = out(sheet)
    with django_assert_max_num_queries(6):
        look(sheet, rows, coordinator)


def test_a_changed_cell_changes_that_value_alone(world, coordinator):
    first, second = world
    rows = out(ROTATIONS)
    changed = next(row for row in rows if row["rotation"] == first.slug)
    changed["hours_inpatient"], changed["turnaround_days"] = "20", "30"

    report = take(ROTATIONS, rows, coordinator)
    (line,) = report.lines
    assert {(one.name, one.before, one.after) for one in line.changes} == {
        ("hours_inpatient", "30", "20"), ("turnaround_days", "21", "30")
    }  # fmt: skip
    row = Rotation.objects.get(pk=first.pk)
    assert (row.turnaround_days, row.may_do, row.title) == (30, "Watches.\nAsks.", first.title)
    assert row.version == first.version + 1
    assert Rotation.objects.get(pk=second.pk).version == second.version


def test_looking_foretells_what_applying_does_and_writes_nothing(world, coordinator):
    rows = [*out(PRECEPTORS), {**dict.fromkeys(PRECEPTORS.columns(), ""), "first_name": "New",
            "last_name": "Person (fictional)", "specialty": "neurology"}]  # fmt: skip
    entries = Entry.objects.count()

    looked = look(PRECEPTORS, rows, coordinator)
    assert (Preceptor.objects.count(), Entry.objects.count()) == (2, entries)
    assert take(PRECEPTORS, rows, coordinator).digest() == looked.digest()
    assert Preceptor.objects.get(first_name="New").state == "draft"
    assert looked.counts["new"] == 1


def test_every_wrong_row_is_told_with_every_wrong_column_and_nothing_is_done(world, coordinator):
    rows = out(PRECEPTORS)
    rows[0] |= {"first_name": "Changed"}
    rows[1] |= {"specialty": "wizardry", "npi": "123", "is_board_certified": "maybe"}

    report = look(PRECEPTORS, rows, coordinator)
    (bad,) = [line for line in report.lines if line.outcome == "refused"]
    assert bad.line == 3
    for column in ("specialty:", "npi:", "is_board_certified:"):
        assert column in bad.reason
    assert report.is_blocked
    with pytest.raises(Refusal):
        take(PRECEPTORS, rows, coordinator)
    assert not Preceptor.objects.filter(first_name="Changed").exists()


def test_a_row_that_somebody_changed_meanwhile_is_refused(world, coordinator):
    rows = out(PRECEPTORS)
    rows[0]["board"] = "ABIM"
    Preceptor.objects.update(version=7)

    (line,) = look(PRECEPTORS, rows, coordinator).lines
    assert "Take it out again" in line.reason


def test_two_rows_about_the_same_are_told_apart(world, coordinator):
    rows = out(PRECEPTORS)

    (line,) = look(PRECEPTORS, [rows[0], rows[1], rows[0]], coordinator).lines
    assert (line.line, line.reason) == (4, "Line 2 is about the same. Keep one of the two.")


def test_an_unknown_name_is_said(world, coordinator):
    rows = out(ROTATIONS)
    rows[0] |= {"site": "nowhere"}
    rows[1] |= {"rotation": "no-such"}

    reasons = [line.reason for line in look(ROTATIONS, rows, coordinator).lines]
    assert "site: No site of this name can be chosen." in reasons
    assert "No rotation is called “no-such”." in reasons


def test_a_column_left_out_takes_nothing_away(world, coordinator):
    first, _ = world
    take(ROTATIONS, [{"rotation": first.slug, "learner_cap": "5"}], coordinator)

    row = Rotation.objects.get(pk=first.pk)
    assert (row.learner_cap, row.may_do) == (5, "Watches.\nAsks.")


def test_a_column_that_nobody_knows_is_refused(world, coordinator):
    first, _ = world
    with pytest.raises(Refusal, match=r"learner_cup.*is it “learner_cap”"):
        take(ROTATIONS, [{"rotation": first.slug, "learner_cup": "5"}], coordinator)


def test_licenses_of_one_preceptor_may_all_change_in_one_table(world, coordinator):
    first, _ = world
    owner = first.preceptor
    row = next(one for one in out(LICENSES) if one["preceptor"] == owner.slug)
    renewed = {**row, "expires_on": "2031-01-01"}
    more = {**row, "state_code": "NJ", "number": "J-1"}

    report = take(LICENSES, [renewed, more], coordinator)
    assert (report.counts["changed"], report.counts["new"]) == (1, 1)
    assert set(License.objects.filter(preceptor=owner).values_list("state_code", "expires_on")) == {
        ("NY", date(2031, 1, 1)), ("NJ", date.fromisoformat(row["expires_on"])),
    }  # fmt: skip


def test_prices_are_dollars_in_the_table_and_cents_in_the_catalog(world, coordinator):
    first, _ = world
    line = first.price_lines.first()
    rows = [one for one in out(PRICES) if one["rotation"] == first.slug]
    assert rows[0]["cents"] == "1000"
    rows[0] |= {"cents": "1,250.50", "is_optional": "no"}
    rows.append({**rows[0], "label": "Visa letter", "cents": "75", "is_optional": "yes"})

    take(PRICES, rows, coordinator)
    line.refresh_from_db()
    assert line.cents == 125_050
    added = PriceLine.objects.get(rotation=first, label="Visa letter")
    assert (added.cents, added.is_optional) == (7500, True)


def test_a_box_is_yes_or_no_and_nothing_else(world, coordinator):
    rows = out(PRICES)
    rows[0]["is_optional"] = "perhaps"

    (line,) = look(PRICES, rows, coordinator).lines
    assert line.reason == "is_optional: write yes or no."


def test_terms_are_added_moved_and_kept_within_what_is_taken(world, coordinator):
    first, second = world
    rows = out(TERMS)
    rows[0] |= {"seats": "5"}
    rows.append(
        {"term": "", "rotation": second.slug, "version": "", "first": "2027-03-01",
         "last": "2027-03-24", "weeks": "4", "seats": "1"}
    )  # fmt: skip

    report = take(TERMS, rows, coordinator)
    assert (report.counts["changed"], report.counts["new"]) == (1, 1)
    made = Term.objects.get(rotation=second)
    assert (made.first, made.last, made.state) == (date(2027, 3, 1), date(2027, 3, 24), "draft")
    Term.objects.filter(rotation=first).update(taken=3)
    (line,) = look(TERMS, [{**out(TERMS)[0], "seats": "2"}], coordinator).lines
    assert "3 seats" in line.reason


def test_overlapping_terms_of_a_table_are_refused(world, coordinator):
    _, second = world
    new = {"term": "", "rotation": second.slug, "first": "2027-03-01", "last": "2027-03-26",
           "weeks": "4", "seats": "1"}  # fmt: skip

    report = look(TERMS, [new, {**new, "first": "2027-03-08", "last": "2027-04-02"}], coordinator)
    assert [line.outcome for line in report.lines] == ["new", "refused"]
    assert "overlaps" in report.lines[1].reason


def test_a_term_of_another_rotation_is_not_found(world, coordinator):
    first, second = world
    code = first.terms.get().code

    (line,) = look(
        TERMS, [{"term": code, "rotation": second.slug, "seats": "2"}], coordinator
    ).lines
    assert line.outcome == "refused"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-Moss", "@x", "plain", "'quoted", "", "'"])
def test_a_spreadsheet_finds_no_formula_and_nothing_is_lost(cell):
    assert not guarded(cell).startswith(("=", "+", "-", "@"))
    assert unguarded(guarded(cell)) == cell


def test_the_kinds_of_files_have_names_of_their_own():
    assert len({kind.key for kind in IMPORT_KINDS}) == len(IMPORT_KINDS) == 8
    assert import_kind("hospitals") is IMPORT_KINDS[0]
    assert import_kind("poems") is None


def test_a_form_asks_only_what_its_kind_needs():
    asked = {kind.key: list(UploadForm(kind=kind).fields) for kind in IMPORT_KINDS}

    assert asked["hospitals"] == ["file", "read_on"]
    assert asked["listings"] == ["file", "read_on", "source"]
    assert asked["terms"] == ["file"]

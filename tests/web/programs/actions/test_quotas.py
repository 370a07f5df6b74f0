from datetime import date

import pytest

from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.quotas import import_quotas, join_code, preview_quotas
from rounds.web.programs.importers.quotas import read_quotas
from rounds.web.programs.models import NrmpProgram, Quota
from rounds.web.programs.queries.quotas import quotas_of
from tests.web.programs.makers import NOW, make_bare_program

pytestmark = pytest.mark.django_db
HEAD = "state,institution,city,program,code,year,quota,matched\n"


def row(code="3082120C0", year=2020, name="Gable Outreach", quota=8, matched=7):
    return f"NEW YORK,{name},Gable Falls,Family Medicine,{code},{year},{quota},{matched}\n"


def file(*rows):
    return read_quotas((HEAD + "".join(rows)).encode())


def bring(*rows):
    return import_quotas(
        file=file(*rows), source="NRMP", read_on=date(2026, 11, 1), by="user:1", at=NOW
    )


def test_codes_and_years_are_taken_in_and_names_that_drift_stay_one_code():
    report = bring(row(year=2019, name="Gable Oureach"), row(year=2020))

    one = NrmpProgram.objects.get()
    assert one.names == ["Gable Outreach", "Gable Oureach"]
    assert list(Quota.objects.values_list("year", "offered", "filled")) == [
        (2019, 8, 7), (2020, 8, 7),
    ]  # fmt: skip
    assert (report.rows, report.counts["new"], report.same) == (2, 1, 0)
    assert Entry.objects.get(verb="quotas_imported").payload["source"] == "NRMP"


def test_the_same_file_twice_changes_nothing():
    bring(row())
    report = bring(row())

    assert (report.same, report.lines) == (1, ())


def test_a_corrected_year_follows_the_file_and_says_what_it_was():
    bring(row())
    report = bring(row(matched=8))

    (line,) = report.lines
    assert [(one.name, one.before, one.after) for one in line.changes] == [
        ("2020", "7 of 8", "8 of 8")
    ]
    assert Quota.objects.get().filled == 8


def test_an_older_file_adds_a_name_and_takes_none_over():
    bring(row(year=2020, name="New Name"))
    bring(row(year=2014, name="Old Name"))

    assert NrmpProgram.objects.get().names == ["New Name", "Old Name"]


def test_a_look_writes_nothing():
    report = preview_quotas(file=file(row(), row(code="x")))

    assert (report.counts["new"], report.counts["refused"]) == (1, 1)
    assert NrmpProgram.objects.count() == 0


def test_quotas_reach_a_program_by_its_code_alone():
    bring(row(year=2019), row(year=2020))
    named_alike = make_bare_program(name="Gable Outreach")
    joined = make_bare_program(name="Something else", nrmp_code="3082120C0")

    assert [one.year for one in quotas_of(joined)] == [2020, 2019]
    assert quotas_of(named_alike) == []


def test_a_person_joins_a_code_and_history_says_so(coordinator):
    bring(row())
    program = make_bare_program()
    joined = join_code(program=program, code="3082120C0", version=1, by=coordinator, at=NOW)

    assert (joined.nrmp_code, joined.version) == ("3082120C0", 2)
    assert Entry.objects.get(object=program.ref).payload["changes"] == {
        "nrmp_code": {"before": "", "after": "3082120C0"}
    }


@pytest.mark.parametrize(
    ("code", "version", "refused_as"),
    [("9999999C9", 1, "no_code"), ("3082120C0", 9, "changed_meanwhile"), ("3082120C0", 1, "taken")],
)
def test_a_code_is_not_joined_blindly(coordinator, code, version, refused_as):
    bring(row())
    make_bare_program(nrmp_code="3082120C0" if refused_as == "taken" else "")
    with pytest.raises(Refusal) as refused:
        join_code(program=make_bare_program(), code=code, version=version, by=coordinator, at=NOW)

    assert refused.value.code == refused_as

from datetime import date

import pytest

from rounds.web.dossier.bridge import season_of
from rounds.web.programs.actions.doors import current_doors
from rounds.web.programs.queries.doors import moved_doors
from tests.web.programs.makers import NOW, make_program
from tests.web.programs.people import tell, work

pytestmark = pytest.mark.django_db
SEASON = season_of(2028, today=date(2026, 11, 27))


def test_only_doors_that_were_otherwise_before_have_moved(applicant, other_applicant):
    moved, still = make_program("a"), make_program("b", specialty="urology", rules="")
    tell(applicant)
    current_doors(user=applicant, season=SEASON, at=NOW)
    work(applicant)
    current_doors(user=applicant, season=SEASON, at=NOW)
    numbers = [moved.pk, still.pk]

    found = moved_doors(applicant, season_year=2028, programs=numbers)
    assert {number: row.was for number, row in found.items()} == {moved.pk: "closed"}
    assert moved_doors(applicant, season_year=2028, programs=[still.pk]) == {}
    assert moved_doors(applicant, season_year=2029, programs=numbers) == {}
    assert moved_doors(other_applicant, season_year=2028, programs=numbers) == {}

import pytest

from rounds.web.catalog.models import ShelfMark
from rounds.web.planner.queries.marks import Marks, marks_now
from rounds.web.programs.models import RuleMark

pytestmark = pytest.mark.django_db


def test_a_change_of_rules_or_of_the_catalog_leaves_its_mark():
    assert marks_now() == Marks(rules=0, shelf=0)
    RuleMark.objects.create(number=7)
    ShelfMark.objects.create(number=9)

    assert marks_now() == Marks(rules=7, shelf=9)

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from rounds.web.catalog.models import SavedSearch, TermChange
from tests.web.catalog.makers import make_rotation, make_term

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def test_one_search_once_a_person(applicant):
    told = {"user": applicant, "name": "A", "query": "q=a", "made_at": NOW, "seen_at": NOW}
    assert str(SavedSearch.objects.create(**told)) == "A"
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedSearch.objects.create(**told)


def test_a_change_is_one_of_those_we_know():
    term = make_term(make_rotation())
    with pytest.raises(IntegrityError), transaction.atomic():
        TermChange.objects.create(term=term, what="odd", seen_at=NOW)
    assert str(TermChange(term=term, what="freed")) == f"A seat is free again: term {term.pk}"

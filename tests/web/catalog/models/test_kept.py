import pytest

from rounds.core.vocabulary import Kind
from rounds.web.catalog.models import (
    Agreement,
    Preceptor,
    Rotation,
    Site,
    Term,
)
from rounds.web.catalog.models.kept import choices_of
from tests.web.catalog.makers import (
    is_refused,
    make_agreement,
    make_term,
)

pytestmark = pytest.mark.django_db


def test_words_of_the_core_become_choices():
    assert choices_of(Kind)[3] == ("sub_internship", "Sub internship")


@pytest.mark.parametrize("model", [Site, Preceptor, Rotation, Agreement, Term])
def test_whatever_is_kept_is_a_draft_published_or_withdrawn(model):
    make_agreement(make_term().rotation.site)

    assert is_refused(lambda: model.objects.update(state="odd"))
    assert model.objects.update(state="withdrawn") == 1

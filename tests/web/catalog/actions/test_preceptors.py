import pytest

from rounds.web.catalog.actions.preceptors import (
    copy_preceptor,
    create_preceptor,
    edit_preceptor,
)
from rounds.web.catalog.models import Affiliation
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.keepers import AT, NPI, ON, make_keeper, make_whole_preceptor, told_of
from tests.web.catalog.makers import TODAY, make_preceptor

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return make_keeper()


def edit(preceptor, keeper, **values):
    return edit_preceptor(
        preceptor=preceptor, values=values, version=preceptor.version, by=keeper, at=AT, on=ON
    )


def test_a_preceptor_begins_as_a_draft_under_any_script(keeper):
    values = {"first_name": "ליאור", "last_name": "כהן", "specialty": "neurology"}
    preceptor = create_preceptor(values=values, by=keeper, at=AT)

    preceptor.refresh_from_db()
    assert (preceptor.full_name, preceptor.slug, preceptor.state) == (
        "ליאור כהן", "preceptor", "draft",
    )  # fmt: skip


def test_an_npi_is_had_once(keeper):
    make_preceptor(npi=NPI)
    with pytest.raises(Refusal, match="Another preceptor"):
        create_preceptor(
            values={"last_name": "Twin", "npi": NPI, "specialty": "neurology"}, by=keeper, at=AT
        )
    with pytest.raises(Refusal, match="Another preceptor"):
        edit(make_preceptor(), keeper, npi=NPI)


def test_a_published_preceptor_keeps_what_the_gate_asked(keeper):
    preceptor = make_whole_preceptor()
    edit(preceptor, keeper, cap_a_week=5)
    preceptor.refresh_from_db()
    assert preceptor.cap_a_week == 5

    with pytest.raises(Refusal, match="how many learners"):
        edit(preceptor, keeper, cap_a_week=None)


def test_a_copy_is_a_colleague_not_a_second_self(keeper):
    preceptor = make_whole_preceptor(board="Board of Medicine", about="Kind.")
    Affiliation.objects.create(
        preceptor=preceptor,
        institution="Lakeside",
        source="https://lakeside.example",
        read_on=TODAY,
    )
    copy = copy_preceptor(preceptor=preceptor, by=keeper, at=AT)

    assert (copy.state, copy.npi, copy.named_since, copy.about) == ("draft", None, None, "")
    assert (copy.board, copy.specialty) == ("Board of Medicine", "internal medicine")
    assert copy.licenses.count() == 0
    assert [(one.institution, one.is_evidenced) for one in copy.affiliations.all()] == [
        ("Lakeside", False)
    ]
    assert told_of(copy)[0][0] == "copied"

"""The certificate is due at different stages and may have a stand-in."""

from rounds.core.vocabulary import Coverage, Stage
from rounds.demo.clauses.certification import certification_page
from tests.demo.drawing import clauses, leaf_names, pages, share

DRAWN = pages(certification_page)


def test_the_certificate_is_due_at_every_stage_somewhere():
    assert {clause.stage for clause in clauses(DRAWN)} == set(Stage)


def test_a_license_may_stand_in_its_place():
    assert leaf_names(DRAWN) == {"ecfmg_certified", "credential"}


def test_a_fifth_of_the_pages_say_nothing():
    silent = (Coverage.NOT_STATED, Coverage.NOT_READ)

    assert 0.1 < share(DRAWN, lambda page: page.coverage in silent) < 0.3

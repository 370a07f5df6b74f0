import pytest

from rounds.web.catalog.models import PriceLine, Site, Term
from rounds.web.planner.bridge.following import fingerprint_of
from tests.web.catalog.makers import make_term
from tests.web.planner.makers import TODAY

pytestmark = pytest.mark.django_db


def test_a_fingerprint_changes_with_what_a_person_would_notice(applicant):
    term = make_term(code="LAMP")
    make_term(term.rotation, code="OTHER", first=TODAY)

    def now(*codes):
        return fingerprint_of(codes or ("LAMP",), user=applicant, today=TODAY)

    first = now()
    assert now() == first
    assert now("LAMP", "OTHER") == now("OTHER", "LAMP") != first
    Term.objects.filter(pk=term.pk).update(taken=2)
    assert now() == first
    PriceLine.objects.filter(label="tuition").update(cents=1)
    cheaper = now()
    assert cheaper != first
    Site.objects.update(travel_cents=5)
    assert now() != cheaper

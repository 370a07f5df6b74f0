from datetime import date

import pytest

from rounds.web.catalog.models import (
    Site,
    SitePhoto,
)
from tests.web.catalog.makers import (
    is_refused,
    make_site,
)

pytestmark = pytest.mark.django_db
EARLY, LATE = date(2027, 1, 4), date(2027, 1, 29)


def test_a_fact_about_a_school_needs_its_evidence():
    site = make_site()
    told = {"is_medical_school_hospital": True, "medical_school_source": "https://a.example"}

    for missing in ({"is_medical_school_hospital": False}, told):
        assert is_refused(lambda missing=missing: Site.objects.update(**missing))
    assert Site.objects.filter(pk=site.pk).update(**told, medical_school_read_on=EARLY) == 1


def test_a_site_has_a_town_and_an_address():
    site = make_site(slug="gable", name="Gable", city="Gable Falls", state_code="NY")

    assert (site.town, site.address, str(site)) == ("Gable Falls, NY", "/sites/gable/", "Gable")
    assert str(SitePhoto(words="The entrance")) == "The entrance"

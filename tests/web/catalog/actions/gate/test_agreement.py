from rounds.web.catalog.actions.gate import missing_of_agreement
from rounds.web.catalog.models import Agreement


def fields_missing(**told):
    return [one.field for one in missing_of_agreement(Agreement(**told))]


def test_an_agreement_needs_a_reference_and_who_signed():
    assert fields_missing(reference="A-1", signed_with="Lakeside") == []
    assert fields_missing() == ["reference", "signed_with"]

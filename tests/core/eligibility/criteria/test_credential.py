from dataclasses import replace

from rounds.core.eligibility.rules import judge
from rounds.core.eligibility.verdict import Evidence
from rounds.core.vocabulary import Complete, Credential, Origin, UnknownCause, Verdict
from tests.core.eligibility.makers import COMPLETE, NOBODY, case, rule, verdict

EITHER = rule('credential = { any_of = ["us_license", "fifth_pathway"] }')
LICENSE = rule('credential = { any_of = ["us_license"] }')


def holding(*credentials, complete=Complete.UNKNOWN):
    return replace(NOBODY, credentials=frozenset(credentials), credentials_complete=complete)


def test_one_of_the_named_credentials_is_enough():
    assert verdict(EITHER, holding(Credential.FIFTH_PATHWAY)) is Verdict.MET
    assert [e.text for e in judge(EITHER, case(holding(*Credential))).evidence] == [
        "a full US medical license",
        "a Fifth Pathway certificate",
    ]


def test_another_credential_is_none_of_those_named():
    assert verdict(LICENSE, holding(Credential.FIFTH_PATHWAY, complete=Complete.YES)) is (
        Verdict.UNMET
    )


def test_without_a_complete_list_nobody_knows():
    found = judge(EITHER, case(holding(complete=Complete.NO)))

    assert found.causes == {UnknownCause.NOT_TOLD}
    assert found.missing == (
        "whether you hold a full US medical license or a Fifth Pathway certificate",
    )
    assert judge(LICENSE, case(COMPLETE)).missing == ("a full US medical license",)


def test_the_evidence_is_the_applicants_word():
    (told,) = judge(LICENSE, case(holding(Credential.US_LICENSE))).evidence

    assert told == Evidence("us_license", "a full US medical license", Origin.OWN_WORD)

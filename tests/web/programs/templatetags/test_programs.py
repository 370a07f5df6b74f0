from rounds.core.values import Source
from rounds.core.vocabulary import UnknownCause
from rounds.web.programs.templatetags.programs import (
    CAUSES,
    cause_words,
    fresh,
    source_words,
    stage_words,
    verdict,
)


def test_every_cause_has_words():
    assert set(CAUSES) == set(UnknownCause)
    assert cause_words("not_told,stale") == (
        "you have not told a fact; its rules are of an older season"
    )


def test_stages_verdicts_and_ages_have_words():
    assert stage_words("rank,start") == "to be ranked, to start training"
    assert stage_words("") == ""
    assert verdict("wish")["said"] == "Not met, closes no door"
    assert fresh("older")["said"] == "Rules of an older season"


def test_a_source_says_how_when_and_for_which_cycle():
    assert source_words(Source("u", "live page", "2026-11", "2027-2028")) == (
        "live page, read 2026-11, for 2027-2028"
    )
    assert source_words(Source("u", "archived copy", "2026-11")) == (
        "archived copy, read 2026-11, year not stated"
    )

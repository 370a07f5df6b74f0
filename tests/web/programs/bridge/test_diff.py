from rounds.web.programs.bridge.diff import Difference, differences
from rounds.web.programs.models import RequirementVersion

VISA = {
    "id": "visa", "topic": "sponsorship", "modality": "required",
    "rule": {"sponsorship": {"visas": ["j1"]}},
}  # fmt: skip
SAYS = "The program requires a right to train without visa sponsorship, or on J-1."


def version(*clauses, coverage=None, **told):
    return RequirementVersion(
        content={"requirement": list(clauses), "coverage": coverage or {}}, **told
    )


def test_equal_versions_do_not_differ():
    assert differences(version(VISA), version(VISA)) == []


def test_a_clause_that_came_went_or_changed_is_told_in_words():
    preferred = {**VISA, "modality": "preferred"}

    assert differences(version(), version(VISA)) == [Difference("Clause “visa”", "nothing", SAYS)]
    assert differences(version(VISA), version()) == [Difference("Clause “visa”", SAYS, "nothing")]
    assert differences(version(VISA), version(preferred)) == [
        Difference("Clause “visa”", SAYS, SAYS.replace("requires", "prefers"))
    ]


def test_what_a_sentence_does_not_say_is_told_beside_it():
    noted = {**VISA, "says": "J-1 only.", "topic": "other"}
    (found,) = differences(version(VISA), version(noted))

    assert found.before == f"{SAYS} (about: sponsorship; note: nothing)"
    assert found.after == f"{SAYS} (about: other; note: J-1 only.)"


def test_source_and_silence_are_compared_too():
    before = version(read_on="2026-10", coverage={"letters": "not_stated"})
    after = version(read_on="2026-11", coverage={"letters": "expressly_none"})

    assert differences(before, after) == [
        Difference("Read in", "2026-10", "2026-11"),
        Difference("About letters", "not stated", "expressly none"),
    ]


def test_the_first_version_differs_from_nothing_by_all_it_says():
    assert [one.label for one in differences(None, version(VISA, as_of="2027"))] == [
        "Speaks of",
        "Clause “visa”",
    ]

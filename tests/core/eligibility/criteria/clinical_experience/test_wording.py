import pytest

from tests.core.eligibility.makers import rule


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("", "some clinical experience"),
        ("weeks = 1", "at least 1 week of clinical experience"),
        ("years = 1", "at least 1 year of clinical experience"),
        ("years = 2", "at least 2 years of clinical experience"),
        ("months = 3", "at least 3 months of clinical experience"),
        (
            'weeks = 8, roles = ["hands_on"], countries = ["US"]',
            "at least 8 weeks of hands-on clinical experience in the US",
        ),
        (
            'roles = ["observing", "hands_on"], modes = ["in_person"]',
            "some hands-on or observing clinical experience in person",
        ),
        (
            'kinds = ["elective", "observership"], specialties = ["pediatrics", "neurology"]',
            "some clinical experience as an observership or an elective in neurology or pediatrics",
        ),
        (
            'settings = ["operating_room", "clinic"], countries = ["english_speaking"]',
            (
                "some clinical experience (setting: clinic or operating room) "
                "in an English-speaking country"
            ),
        ),
        (
            'counted = "one_rotation", within = { years = 2, to = "apply" }',
            "some clinical experience in one rotation within 2 years before applying",
        ),
        ('since = "graduation"', "some clinical experience after graduation"),
        ("since = 2025-07-01", "some clinical experience since Jul 1, 2025"),
        ("hours_a_week = 36", "some clinical experience at 36 hours a week or more"),
        ("hours_a_week = 20", "some clinical experience"),
        (
            'not_counting = ["observership", "research"]',
            "some clinical experience (observerships and research do not count)",
        ),
        ('not_counting = ["research"]', "some clinical experience (research does not count)"),
        ('not_counting = ["elective"]', "some clinical experience (electives do not count)"),
    ],
)
def test_the_clause_reads_as_plain_words(clause, words):
    assert rule(f"clinical_experience = {{ {clause} }}").describe() == words

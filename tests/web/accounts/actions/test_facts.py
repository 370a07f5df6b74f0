from datetime import UTC, datetime

import pytest

from rounds.web.accounts.actions.facts import MOST_ITEMS, remove_item, save_item, save_profile
from rounds.web.accounts.models import KnownLanguage, LetterFact, Profile
from rounds.web.history.models import Entry
from rounds.web.history.queries import lines_of
from rounds.web.kit.refusal import Refusal

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def test_only_the_named_fields_are_kept(applicant):
    profile = save_profile(profile=Profile(user=applicant), fields=["school_name"], at=NOW)
    stale = Profile.objects.get(pk=profile.pk)
    profile.school_name = "New"
    save_profile(profile=profile, fields=["school_name"], at=NOW)
    stale.eras_given = "Ana"
    save_profile(profile=stale, fields=["eras_given"], at=NOW)

    kept = Profile.objects.get()
    assert (kept.school_name, kept.eras_given) == ("New", "Ana")


def test_history_names_the_list_and_not_the_entry(applicant):
    item = save_item(
        item=LetterFact(user=applicant, author="Dr. Secret", ready_on=NOW.date()),
        user=applicant,
        at=NOW,
    )
    remove_item(item=item, user=applicant, at=NOW)

    assert "letterfact" not in str(list(Entry.objects.values()))
    assert [(one.verb, one.payload) for one in lines_of(Entry.objects.order_by("pk"))] == [
        ("saved_fact", {"list": "letterfact"}), ("removed_fact", {"list": "letterfact"}),
    ]  # fmt: skip


def test_a_list_has_a_length_that_people_can_read(applicant):
    KnownLanguage.objects.bulk_create(
        KnownLanguage(user=applicant, code=f"{n:03d}", level="basic") for n in range(MOST_ITEMS)
    )
    one_more = KnownLanguage(user=applicant, code="es", level="basic")

    with pytest.raises(Refusal) as refused:
        save_item(item=one_more, user=applicant, at=NOW)
    assert refused.value.sentence == "A list holds at most 200 entries."
    assert KnownLanguage.objects.count() == MOST_ITEMS

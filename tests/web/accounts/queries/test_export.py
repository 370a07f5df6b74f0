from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile
from django.db import transaction

from rounds.web.accounts.models import Consent, Profile
from rounds.web.accounts.queries.export import everything_about, history_about
from rounds.web.history.actions import record

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def told_about(user):
    return {table.name: list(table.rows) for table in everything_about(user=user)}


def test_every_table_that_points_to_a_person_is_found_without_being_named(owner, applicant):
    Profile.objects.create(user=owner)
    Profile.objects.create(user=applicant)
    Consent.objects.create(user=owner, what="share_facts", version="1", given_at=NOW)

    found = told_about(owner)
    assert sorted(found) == [
        "accounts.consent", "accounts.profile", "accounts.staffmember", "accounts.user",
        "mfa.authenticator",
    ]  # fmt: skip
    assert [row["user_id"] for row in found["accounts.profile"]] == [owner.pk]


def test_secrets_stay_out(owner):
    found = told_about(owner)

    assert "password" not in found["accounts.user"][0]
    assert "data" not in found["mfa.authenticator"][0]


def test_what_history_tells_of_a_person_is_opened_for_that_person(applicant, other_applicant):
    for user, word in ((applicant, "mine"), (other_applicant, "theirs")):
        with transaction.atomic():
            record(actor=user.ref, verb="saved", object="profile:1", at=NOW,
                   payload={"word": word}, subject=user.ref)  # fmt: skip

    assert [row["payload"] for row in history_about(user=applicant)] == [{"word": "mine"}]


def test_a_table_without_files_names_none(applicant):
    assert [name for table in everything_about(user=applicant) for name, _ in table.files] == []


def test_files_of_a_row_go_along_under_a_name_of_their_own(applicant, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    from rounds.web.accounts.queries import export  # noqa: PLC0415 -- the module itself
    from rounds.web.catalog.models import SitePhoto  # noqa: PLC0415 -- a table with a file
    from tests.web.catalog.makers import make_site  # noqa: PLC0415 -- as above

    photo = SitePhoto(site=make_site(), words="A", width=1, height=1)
    photo.file.save("door.webp", ContentFile(b"picture"), save=True)

    ((name, kept),) = export._files(SitePhoto.objects.all())
    with kept.open("rb") as file:
        assert file.read() == b"picture"
    assert name == f"files/catalog.sitephoto/{photo.pk}-door.webp"
    photo.file.close()

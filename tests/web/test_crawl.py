"""Every address tried by everybody: who sees it, who is asked to sign in, who finds nothing."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, resolve

from rounds.web.accounts.actions.invitations import invite_staff, issue_token
from rounds.web.accounts.models import KnownLanguage, Payer, StaffRole
from rounds.web.catalog.models import AgencyDecision, SavedSearch, SitePhoto
from rounds.web.catalog.queries.saved_searches import stop_token
from rounds.web.desk.models import ImportRun
from rounds.web.outbox.models import Job
from rounds.web.planner.actions.sharing import digest_of
from rounds.web.planner.models import Share
from rounds.web.programs.actions.drafts import start_draft
from rounds.web.programs.actions.reports import report_change
from rounds.web.programs.models import ResidentShare
from tests.web.catalog.makers import make_agreement, make_rotation, make_term
from tests.web.conftest import client_of, make_staff
from tests.web.planner.makers import make_plan
from tests.web.programs.makers import NOW, make_program

WHO = ("anonymous", "applicant", "other", "reader", "finance", "coordinator", "owner")
EVERYBODY, NOBODY = (200,) * 7, (404,) * 7
SIGNED_IN = (302, *[200] * 6)
APPLICANT_ALONE = (302, 200, *[404] * 5)
ALL_STAFF = (302, 404, 404, *[200] * 4)
KEEPERS = (302, 404, 404, 403, 403, 200, 200)
OWNERS = (302, 404, 404, 403, 403, 403, 200)
POSTED = (405,) * 7
SIGN_IN_PAGES = (200, *[302] * 6)

# Addresses of sign-in follow a person through steps that begin nowhere here; allauth's own tests
# hold them, and tests/web/accounts/test_adapter.py walks them.
STEPS_OF_SIGN_IN = {
    "account_confirm_login_code", "account_email_verification_sent", "mfa_authenticate",
    "account_reauthenticate", "account_request_reauthentication_code", "mfa_reauthenticate",
    "account_confirm_reauthentication_code", "mfa_activate_totp", "mfa_deactivate_totp",
    "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
    "account_inactive", "account_reset_password", "account_logout",
}  # fmt: skip

PAGES = {
    "/": EVERYBODY,
    "/healthz": EVERYBODY,
    "/demo/": EVERYBODY,
    "/method/": EVERYBODY,
    "/sources/": EVERYBODY,
    "/style/": EVERYBODY,
    "/mailbox/": EVERYBODY,
    "/may-i/": EVERYBODY,
    "/rotations/": EVERYBODY,
    "/rotations/compare/": EVERYBODY,
    "/rotations/{rotation}/": EVERYBODY,
    "/rotations/{draft}/": NOBODY,
    "/sites/{site}/": EVERYBODY,
    "/programs/": EVERYBODY,
    "/programs/{program}/": EVERYBODY,
    "/programs/nothing/": NOBODY,
    "/programs/{program}/weight/": POSTED,
    "/programs/{program}/report/": SIGNED_IN,
    "/desk/programs/": ALL_STAFF,
    "/desk/programs/new/": KEEPERS,
    "/desk/programs/reports/": ALL_STAFF,
    "/desk/programs/reports/{report}/": KEEPERS,
    "/desk/programs/{programpk}/": ALL_STAFF,
    "/desk/programs/{programpk}/edit/": KEEPERS,
    "/desk/programs/{programpk}/history/": (302, 404, 404, 403, 200, 200, 200),
    "/desk/programs/{programpk}/versions/1/": ALL_STAFF,
    "/desk/programs/{programpk}/versions/1/withdraw/": KEEPERS,
    "/desk/programs/{programpk}/codes/": KEEPERS,
    "/desk/programs/{programpk}/shares/add/": KEEPERS,
    "/desk/programs/{programpk}/draft/": ALL_STAFF,
    "/desk/programs/{programpk}/draft/source/": KEEPERS,
    "/desk/programs/{programpk}/draft/clauses/add/": KEEPERS,
    "/desk/programs/{programpk}/draft/clauses/0/": KEEPERS,
    "/desk/programs/{programpk}/draft/clauses/0/frame/": KEEPERS,
    "/desk/programs/{programpk}/draft/clauses/0/test/": KEEPERS,
    "/desk/programs/{programpk}/draft/clauses/0/test/standing/": KEEPERS,
    "/accounts/login/": SIGN_IN_PAGES,
    "/accounts/login/code/": SIGN_IN_PAGES,
    "/accounts/signup/": SIGN_IN_PAGES,
    "/accounts/2fa/": SIGNED_IN,
    "/accounts/sessions/": SIGNED_IN,
    "/me/": SIGNED_IN,
    "/me/export/": SIGNED_IN,
    "/me/delete/": SIGNED_IN,
    "/me/searches/": SIGNED_IN,
    "/me/searches/{search}/": APPLICANT_ALONE,
    "/me/searches/{search}/drop/": POSTED,
    "/me/searches/save/": POSTED,
    "/searches/stop/{stop}/": EVERYBODY,
    "/me/name/": SIGNED_IN,
    "/me/consents/": SIGNED_IN,
    "/me/payers/": SIGNED_IN,
    "/me/payers/add/": SIGNED_IN,
    "/me/payers/{payer}/": APPLICANT_ALONE,
    "/me/payers/{payer}/remove/": POSTED,
    "/join/{token}/": EVERYBODY,
    "/me/known/": SIGNED_IN,
    "/plans/": SIGNED_IN,
    "/plans/new/": SIGNED_IN,
    "/plans/compare/": SIGNED_IN,
    "/plans/{plan}/": APPLICANT_ALONE,
    "/plans/{plan}/share/": APPLICANT_ALONE,
    "/plans/{plan}/share/{share}/revoke/": POSTED,
    "/plans/{plan}/calendar.ics": (302, *[404] * 6),
    "/plans/{plan}/plan.json": (302, *[404] * 6),
    "/plans/{plan}/adjust/": POSTED,
    "/plans/{plan}/seen/": POSTED,
    "/shared/{link}/": (410,) * 7,
    "/shared/guessed/": NOBODY,
    "/plans/{plan}/save/": POSTED,
    "/plans/{plan}/again/": POSTED,
    "/plans/{plan}/delete/": POSTED,
    "/me/facts/": SIGNED_IN,
    "/me/facts/school/": SIGNED_IN,
    "/me/facts/languages/": SIGNED_IN,
    "/me/facts/languages/add/": SIGNED_IN,
    "/me/facts/languages/{language}/": APPLICANT_ALONE,
    "/me/facts/languages/{language}/remove/": POSTED,
    "/demo/1/enter/": POSTED,
    "/desk/": ALL_STAFF,
    "/desk/decisions/": ALL_STAFF,
    "/desk/decisions/new/": OWNERS,
    "/desk/sites/": ALL_STAFF,
    "/desk/preceptors/": ALL_STAFF,
    "/desk/rotations/": ALL_STAFF,
    "/desk/agreements/": ALL_STAFF,
    "/desk/rotations/{pk}/": ALL_STAFF,
    "/desk/rotations/{pk}/history/": (302, 404, 404, 403, 200, 200, 200),
    "/desk/rotations/{pk}/preview/": ALL_STAFF,
    "/desk/rotations/999999/": (302, *[404] * 6),
    "/desk/rotations/new/": KEEPERS,
    "/desk/sites/new/": KEEPERS,
    "/desk/work/": KEEPERS,
    "/desk/staff/": OWNERS,
    "/desk/staff/{member}/": OWNERS,
    "/desk/imports/": ALL_STAFF,
    "/desk/imports/hospitals/new/": KEEPERS,
    "/desk/imports/{run}/": ALL_STAFF,
    "/desk/tables/terms.csv": KEEPERS,
    "/desk/rotations/{pk}/edit/facts/": KEEPERS,
    "/desk/rotations/{pk}/series/": KEEPERS,
    "/desk/preceptors/{preceptor}/licenses/add/": KEEPERS,
    "/desk/preceptors/{preceptor}/licenses/{license}/": KEEPERS,
}


@pytest.fixture
def things(db, time_machine, applicant):
    time_machine.move_to(NOW)
    program = make_program("gable")
    start_draft(program=program, like=program.versions.get(), by=applicant, at=NOW)
    report = report_change(
        program=program, url="https://a.example", words="A", by=applicant, at=NOW
    )
    term = make_term(make_rotation())
    rotation = term.rotation
    make_agreement(rotation.site)
    photo = SitePhoto.objects.create(
        site=rotation.site, file="sites/none.webp", words="A", width=1, height=1
    )
    decision = AgencyDecision.objects.create(
        code="a", allows=True, states=["NY"], kinds=["externship"], statuses=["us_citizen"],
        decided_by="A", counsel="B", reason="C", decided_on=date(2026, 1, 1),
        until=date(2028, 1, 1),
    )  # fmt: skip
    run = ImportRun.objects.create(
        kind="hospitals", file_name="a.csv", content=b"", read_on=date(2026, 11, 1), rows=0,
        same=0, counts={}, lines=[], is_blocked=False, made_at=datetime(2026, 11, 1, tzinfo=UTC),
    )  # fmt: skip
    member = make_staff(StaffRole.READER, email="second.reader@agency.example").staff_member
    invitation = invite_staff(
        email="new@agency.example", role=StaffRole.READER, site="x", by="user:1",
        at=datetime(2026, 11, 27, 9, tzinfo=UTC),
    )  # fmt: skip
    search = SavedSearch.objects.create(
        user=applicant, name="A", query="", made_at=datetime(2026, 11, 1, tzinfo=UTC),
        seen_at=datetime(2026, 11, 1, tzinfo=UTC),
    )  # fmt: skip
    plan, now = make_plan(applicant), datetime(2026, 11, 27, 9, tzinfo=UTC)
    share = Share.objects.create(
        plan=plan, digest=digest_of("a-token"), sealed="", made_at=now, revoked_at=now,
        expires_at=datetime(2027, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    return {
        "job": Job.objects.get(task="accounts.send_invitation").pk,
        "search": search.pk, "stop": stop_token(search),
        "member": member.pk, "invitation": invitation.pk,
        "payer": Payer.objects.create(
            user=applicant, name="Mira", email="m@b.example", relation="family"
        ).pk,
        "token": issue_token(
            invitation=invitation, at=datetime(2026, 11, 27, 9, tzinfo=UTC)
        ),
        "run": run.pk,
        "rotation": rotation.slug, "pk": rotation.pk, "site": rotation.site.slug,
        "draft": make_rotation(state="draft").slug, "preceptor": rotation.preceptor.pk,
        "license": rotation.preceptor.licenses.get().pk, "decision": decision.pk,
        "photo": photo.pk, "sitepk": rotation.site.pk, "term": term.pk,
        "program": program.code, "programpk": program.pk, "report": report.pk,
        "resident_share": ResidentShare.objects.create(
            program=program, share_of="img", count=1, residents=2, as_of=date(2026, 1, 1),
            source_name="A", source_url="https://a.example", made_at=NOW,
        ).pk,
        "plan": plan.pk, "share": share.pk, "link": "a-token",
        "language": KnownLanguage.objects.create(user=applicant, code="es", level="basic").pk,
    }  # fmt: skip


@pytest.fixture
def cast(applicant, other_applicant, reader, finance, coordinator, owner):
    people = (applicant, other_applicant, reader, finance, coordinator, owner)
    return [Client(), *map(client_of, people)]


@pytest.mark.parametrize("address", PAGES)
def test_everybody_gets_the_answer_meant_for_them(address, things, cast):
    address, expected = address.format(**things), PAGES[address]
    found = {who: client.get(address).status_code for who, client in zip(WHO, cast, strict=True)}

    assert found == dict(zip(WHO, expected, strict=True))


CHANGES = {
    "/desk/programs/{programpk}/shares/{resident_share}/drop/",
    "/desk/programs/{programpk}/draft/start/",
    "/desk/programs/{programpk}/draft/publish/",
    "/desk/programs/{programpk}/draft/discard/",
    "/desk/programs/{programpk}/draft/clauses/0/remove/",
    "/desk/programs/{programpk}/draft/clauses/0/tree/",
    "/desk/rotations/{pk}/publish/",
    "/desk/rotations/{pk}/withdraw/",
    "/desk/rotations/{pk}/undo/",
    "/desk/rotations/{pk}/copy/",
    "/desk/rotations/{pk}/terms/open/",
    "/desk/terms/{term}/withdraw/",
    "/desk/sites/{sitepk}/photos/add/",
    "/desk/sites/{sitepk}/photos/{photo}/remove/",
    "/desk/preceptors/{preceptor}/licenses/{license}/remove/",
    "/desk/decisions/{decision}/withdraw/",
    "/desk/work/{job}/retry/",
    "/desk/work/{job}/drop/",
    "/desk/staff/{member}/end/",
    "/desk/staff/invitations/{invitation}/again/",
    "/desk/staff/invitations/{invitation}/back/",
    "/desk/imports/{run}/apply/",
    "/desk/imports/{run}/drop/",
}


@pytest.mark.parametrize("address", sorted(CHANGES))
def test_nobody_without_the_right_changes_anything(address, things, cast):
    """Posted by everybody who may not: nobody's answer is a page or a way on."""
    address = address.format(**things)
    may = ("owner",) if "decisions" in address or "staff" in address else ("coordinator", "owner")
    for who, client in zip(WHO, cast, strict=True):
        if who in may:
            continue
        response = client.post(address)
        expected = {"anonymous": 302, "applicant": 404, "other": 404}.get(who, 403)
        assert response.status_code == expected, who
        assert who != "anonymous" or response.url.startswith("/accounts/login/")


def patterns(resolver: URLResolver):
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one)
        else:
            yield one


def test_no_address_is_left_out_of_this_crawl(things):
    crawled = {resolve(address.format(**things)).func for address in (*PAGES, *CHANGES)}
    crawled |= {resolve(f"/pictures/{things['photo']}/").func}
    left = [
        one.name
        for one in patterns(get_resolver())
        if one.callback not in crawled and one.name not in STEPS_OF_SIGN_IN
    ]

    assert left == []

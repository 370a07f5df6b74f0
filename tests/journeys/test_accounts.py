"""A new applicant signs up with a code and tells the facts; one of the demo's people sees more."""

import re
import time
from uuid import uuid4

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.journeys.test_catalog import is_fine
from tests.journeys.test_desk import enter

CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")
JOIN = re.compile(r"http://[\w.:]+/join/[\w-]+/")


def code_sent_to(page, site, address):
    return mail_to(page, site, address, CODE)


def mail_to(page, site, address, wanted):
    """The mail arrives in the demo's mailbox by a worker, within seconds."""
    for _ in range(60):
        text = page.request.get(f"{site}mailbox/").text()
        for letter in text.split("<article")[1:]:
            if address in letter and (found := wanted.search(letter)):
                return found[0]
        page.wait_for_timeout(250)
    raise AssertionError(f"no such mail for {address} arrived")


def sign_up(page, site, violations):
    address = f"ana-{uuid4().hex[:8]}@applicant.example"
    page.goto(f"{site}accounts/signup/")
    is_fine(page, violations)
    page.get_by_label("Email").fill(address)
    page.get_by_role("button", name="Send me a code").click()
    is_fine(page, violations)
    page.get_by_label("Code").fill(code_sent_to(page, site, address))
    page.get_by_role("button", name="Go on").click()


def test_a_new_applicant_signs_up_and_tells_the_facts(page, site, violations):
    sign_up(page, site, violations)
    page.get_by_role("link", name="My facts").click()
    assert page.get_by_text("Not told", exact=True).count() >= 10
    is_fine(page, violations)

    page.get_by_role("link", name="Medical school and degree").click()
    is_fine(page, violations)
    page.get_by_label("Day of the medical degree").fill("2023-06-15")
    page.get_by_label("Country of the school").select_option(label="India")
    page.get_by_role("button", name="Save").click()
    assert page.get_by_text("Medical school and degree: saved.").count() == 1

    page.get_by_role("link", name="Immigration statuses").click()
    page.get_by_role("link", name="Add an entry").click()
    page.get_by_label("Status").select_option(label="B-2")
    page.get_by_role("button", name="Save").click()
    is_fine(page, violations)
    page.get_by_label("Yes, this is all").check()
    page.get_by_role("button", name="Save and go on").click()
    assert page.get_by_text("Complete", exact=True).count() == 1

    page.goto(f"{site}me/facts/experience/add/")
    page.get_by_role("button", name="Save").click()
    assert page.get_by_role("alert").get_by_role("link").count() >= 4
    is_fine(page, violations)


def test_what_was_told_decides_on_the_rotations_page(page, site, violations):
    page.goto(f"{site}demo/")
    is_fine(page, violations)
    page.get_by_role("button", name="Enter as Amara").click()
    page.goto(f"{site}rotations/?kind=externship&mode=in_person")
    page.get_by_role("article").first.get_by_role("link").first.click()

    assert page.get_by_text("Not allowed", exact=True).count() >= 1
    assert page.get_by_role("heading", name="What the host asks for").count() == 1
    is_fine(page, violations)


def test_the_account_can_be_taken_along_and_left(page, site, violations):
    sign_up(page, site, violations)
    page.goto(f"{site}me/")
    is_fine(page, violations)
    page.get_by_role("link", name="Where I am signed in").click()
    is_fine(page, violations)
    page.goto(f"{site}accounts/2fa/")
    is_fine(page, violations)
    page.goto(f"{site}me/delete/")
    page.get_by_label("Type your e-mail address").fill("somebody@else.example")
    page.get_by_role("button", name="Delete for good").click()
    assert page.get_by_text("This is not the address of this account.").count() >= 1
    is_fine(page, violations)


def test_an_owner_invites_a_coordinator_who_sets_up_a_second_factor(page, site, violations):
    address = f"nia-{uuid4().hex[:8]}@lantern-bridge.example"
    enter(page, site, "Vera")
    page.get_by_role("link", name="Staff").click()
    is_fine(page, violations)
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Coordinator").check()
    page.get_by_role("button", name="Invite", exact=True).click()
    assert page.get_by_text("Invited. The link goes out by mail").count() == 1
    is_fine(page, violations)
    page.locator("summary", has_text="Account").click()
    page.get_by_role("button", name="Sign out").click()

    link = mail_to(page, site, address, JOIN)
    page.goto(site + link.split("/", 3)[3])
    is_fine(page, violations)
    page.get_by_role("button", name="Accept").click()
    page.get_by_label("E-mail address").fill(address)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill(code_sent_to(page, site, address))
    page.get_by_role("button", name="Go on").click()
    assert page.url.endswith("/accounts/2fa/")  # nothing else is open to staff without one
    is_fine(page, violations)
    page.goto(f"{site}accounts/2fa/totp/activate/")
    is_fine(page, violations)
    page.get_by_label("code", exact=False).last.fill(app_code(page.locator("code").inner_text()))
    page.get_by_role("button", name="Turn it on").click()
    page.goto(f"{site}desk/")
    assert page.get_by_role("heading", level=1).inner_text() == "What needs you today"
    assert page.get_by_role("link", name="Staff").count() == 0
    is_fine(page, violations)


def app_code(secret):
    """The six digits that an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))

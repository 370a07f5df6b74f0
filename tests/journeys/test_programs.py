"""Doors as an applicant reads them, and a curator whose change of a rule moves one."""

import time

from tests.journeys.test_catalog import is_fine
from tests.journeys.test_desk import enter, fill, save

WHO = "Teodor"


def test_an_applicant_sees_doors_and_why_and_stars_one(page, site, violations):
    enter(page, site, WHO)
    page.goto(f"{site}programs/")
    is_fine(page, violations)
    assert page.get_by_role("heading", level=1).inner_text().startswith("Your doors for ")
    closed = page.locator("article", has_text="Closed")
    page.goto(f"{site}programs/?door=closed&specialty=psychiatry")
    is_fine(page, violations)
    name = closed.first.get_by_role("heading").inner_text()
    assert closed.first.get_by_role("listitem").count() >= 1

    closed.first.get_by_role("link").first.click()
    is_fine(page, violations)
    assert page.get_by_text("What would change it").count() >= 1
    assert page.get_by_text("Source:").count() >= 1
    assert page.get_by_text("Fictional.").count() == 1
    page.get_by_label("In my plans this program").select_option("5")
    page.get_by_role("button", name="Keep").click()
    page.goto(f"{site}programs/?mine=on")
    is_fine(page, violations)
    assert page.get_by_role("heading", name=name).count() == 1
    assert page.get_by_text("Counts 5 times").count() >= 1

    page.get_by_role("link", name=name).click()
    page.get_by_label("In my plans this program").select_option("1")
    page.get_by_role("button", name="Keep").click()


def test_a_strangers_page_asks_nobody_to_sign_in_before_reading(page, site, violations):
    page.goto(f"{site}programs/?rules=older")
    is_fine(page, violations)
    page.locator("article").first.get_by_role("link").first.click()
    is_fine(page, violations)
    assert page.get_by_text("These rules are not of season").count() == 1


def an_open_program(page, site):
    """The address of a program whose door stands open, made to count for the applicant."""
    enter(page, site, WHO)
    page.goto(f"{site}programs/?door=open&sort=name")
    page.locator("article").first.get_by_role("link").first.click()
    page.get_by_label("In my plans this program").select_option("3")
    page.get_by_role("button", name="Keep").click()
    return page.url, page.get_by_role("heading", level=1).inner_text()


def test_a_curator_changes_a_rule_and_a_door_moves_and_the_person_is_told(page, site, violations):
    address, name = an_open_program(page, site)
    enter(page, site, "Noor")
    page.goto(f"{site}desk/programs/?q={'+'.join(name.replace(':', '').split())}")
    is_fine(page, violations)
    page.get_by_role("link", name=name).click()
    is_fine(page, violations)
    home = page.url
    page.get_by_role("button", name="Change the rules").click()
    is_fine(page, violations)
    page.get_by_role("link", name="Name the source").or_(
        page.get_by_role("link", name="Change source and date")
    ).first.click()
    is_fine(page, violations)
    fill(page, source_name="Fictional page of the program")
    save(page)

    page.get_by_role("link", name="Add a clause").click()
    is_fine(page, violations)
    fill(page, topic="other")
    page.get_by_label("Required: who does not meet it is not considered").check()
    save(page)
    page.get_by_role("link", name="Add a test").click()
    is_fine(page, violations)
    page.get_by_role("link", name="Student or graduate").click()
    is_fine(page, violations)
    save(page)
    is_fine(page, violations)
    assert page.get_by_role("alert").count() == 1
    page.get_by_label("Student", exact=True).check()
    save(page)
    is_fine(page, violations)
    assert page.get_by_text("The program requires").filter(has_text="student").count() >= 1
    page.get_by_role("link", name="Back to the draft").click()
    is_fine(page, violations)
    page.get_by_role("button", name="Publish").click()
    is_fine(page, violations)

    enter(page, site, WHO)
    page.goto(address)
    is_fine(page, violations)
    assert page.get_by_text("you do not meet a rule it states for applying").count() == 1
    page.goto(f"{site}programs/?mine=on")
    assert page.locator("article", has_text=name).get_by_text("Open until").count() == 1
    wait_for_mail(page, site, f"A door is closed now: {name}")

    go_back(page, site, home, violations)
    enter(page, site, WHO)
    page.goto(address)
    assert page.get_by_text("you meet every rule it states for applying").count() == 1
    page.get_by_label("In my plans this program").select_option("1")
    page.get_by_role("button", name="Keep").click()


def wait_for_mail(page, site, subject):
    for _ in range(40):
        page.goto(f"{site}mailbox/")
        if page.get_by_text(subject).count():
            return
        time.sleep(0.5)
    raise AssertionError(f"no mail says: {subject}")


def go_back(page, site, home, violations):
    """To the newest version that was superseded: the one before."""
    enter(page, site, "Noor")
    page.goto(home)
    superseded = page.locator("section[aria-labelledby=versions] li", has_text="Superseded")
    superseded.first.get_by_role("link").click()
    is_fine(page, violations)
    page.get_by_role("link", name="Go back to this version").click()
    is_fine(page, violations)
    fill(page, why="It was right.")
    save(page)
    is_fine(page, violations)
    assert page.get_by_text("is published again, as a new version").count() == 1

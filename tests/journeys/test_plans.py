"""An applicant plans: the form, the plan, why, save, compare, share; then the world changes."""

import re

from playwright.sync_api import expect

from tests.journeys.test_catalog import is_fine

LONG = 180_000  # milliseconds: two searches may share one slow machine


def enter(page, site, name):
    page.context.clear_cookies()
    page.goto(f"{site}demo/")
    page.get_by_role("button", name=name).first.click()


def answered(page):
    """The page asks again by itself; the whole answer is there when it no longer does."""
    expect(page.get_by_role("link", name="All data (JSON)")).to_be_visible(timeout=LONG)


def ask(page, site, dollars):
    page.goto(f"{site}plans/new/")
    page.get_by_label("What may everything cost, in dollars?").fill(dollars)
    page.get_by_role("button", name="Find the best plan").click()


def test_an_applicant_plans_understands_saves_compares_and_shares(page, site, violations):
    enter(page, site, "Jordan")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Plans").click()
    is_fine(page, violations)
    page.get_by_role("link", name="Make a plan").first.click()
    is_fine(page, violations)
    page.get_by_label("What may everything cost, in dollars?").fill("much")
    page.get_by_role("button", name="Find the best plan").click()
    expect(page.get_by_role("alert")).to_contain_text("Write dollars, such as 4,500")
    is_fine(page, violations)

    ask(page, site, "1,500")
    page.get_by_role("link", name="Stop that").click()
    is_fine(page, violations)
    page.get_by_role("link", name="Look again").click()
    answered(page)
    headline = page.get_by_role("heading", level=1).inner_text()
    assert re.match(r"With (this one rotation|these \w+ rotations), \$[\d,.]+ in all, ", headline)
    is_fine(page, violations)

    page.get_by_text(re.compile("^Why (it opens|they open)$")).first.click()
    expect(page.get_by_text(re.compile("Now met with rotation")).first).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("Doors against dollars"))).to_be_visible()
    page.get_by_label("Its name").fill("A small plan")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="This plan is saved")).to_be_visible()

    page.get_by_role("button", name=re.compile("^Plan again without it")).first.click()
    answered(page)
    page.get_by_label("Its name").fill("Without the first")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="My plans").click()
    is_fine(page, violations)
    page.get_by_role("link", name="Compare two plans").click()
    assert page.get_by_role("columnheader").count() == 3
    is_fine(page, violations)

    page.get_by_role("table").get_by_role("link", name="A small plan").click()
    page.get_by_role("link", name="Share", exact=True).click()
    is_fine(page, violations)
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_role("link", name="/shared/").get_attribute("href")
    cookies = page.context.cookies()
    page.context.clear_cookies()
    page.goto(f"{site.rstrip('/')}{link}")
    assert page.get_by_role("heading", level=1).inner_text() == headline
    assert page.get_by_text("Jordan").count() == 0
    is_fine(page, violations)

    page.context.add_cookies(cookies)
    page.go_back()
    page.get_by_role("button", name=re.compile("^Take back")).click()
    is_fine(page, violations)


def test_a_rotation_says_what_it_does_in_the_plan(page, site, violations):
    enter(page, site, "Jordan")
    page.goto(f"{site}plans/")
    if page.get_by_role("link", name="A small plan").count() == 0:
        ask(page, site, "1,500")
        answered(page)
    else:
        page.get_by_role("link", name="A small plan").first.click()
    page.get_by_role("heading", level=3).get_by_role("link").first.click()

    expect(page.get_by_role("heading", name="What it does for you")).to_be_visible()
    is_fine(page, violations)

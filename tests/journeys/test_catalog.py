"""A visitor without an account: searches, reads, compares, asks what may be done."""

from tests.journeys.test_home import width_beyond_the_window


def is_fine(page, violations):
    """One heading, nothing wider than the window, nothing that axe finds wrong."""
    assert page.get_by_role("heading", level=1).count() == 1
    assert width_beyond_the_window(page) <= 0
    assert violations(page) == []


def test_a_visitor_searches_reads_and_compares(page, site, violations):
    page.goto(f"{site}rotations/")
    is_fine(page, violations)
    page.get_by_label("Words").fill("neurology")
    page.get_by_role("button", name="Show rotations").click()
    results = page.get_by_role("article")
    assert results.count() > 1
    is_fine(page, violations)

    first = results.first.get_by_role("link").first
    title = first.inner_text()
    first.click()
    assert page.get_by_role("heading", level=1).inner_text() == title
    assert page.get_by_role("heading", name="Price", exact=True).count() == 1
    assert page.get_by_role("link", name="Ask without an account").count() == 1
    is_fine(page, violations)

    page.go_back()
    for number in (0, 1):
        page.get_by_role("article").nth(number).get_by_role("checkbox").check()
    page.get_by_role("button", name="Compare the chosen ones").click()
    assert page.get_by_role("columnheader").count() == 2
    is_fine(page, violations)


def test_a_search_that_finds_nothing_says_what_to_drop(page, site, violations):
    page.goto(f"{site}rotations/?specialty=neurology&state=GA")
    page.get_by_role("link", name="without “State”").click()

    assert page.get_by_role("article").count() > 0
    page.goto(f"{site}rotations/?q=neurolgy")
    page.get_by_role("link", name="neurology", exact=True).click()
    assert page.get_by_role("article").count() > 0


def test_the_calendar_and_bad_filters_are_designed_states(page, site, violations):
    page.goto(f"{site}rotations/?view=calendar")
    is_fine(page, violations)
    page.goto(f"{site}rotations/?zip=99&price=-1")
    assert page.get_by_role("alert").get_by_role("link").count() == 2
    is_fine(page, violations)


def test_three_answers_say_what_a_visitor_may_do(page, site, violations):
    page.goto(f"{site}may-i/")
    is_fine(page, violations)
    page.get_by_role("button", name="Show what the law says").click()
    page.get_by_role("alert").get_by_role("link").first.click()
    page.get_by_label("Which status will you have").select_option(label="B-2")
    page.get_by_label("In which state?").select_option(label="New York")
    page.get_by_label("I have the degree").check()
    page.get_by_role("button", name="Show what the law says").click()

    assert page.get_by_role("article").count() == 5
    assert page.get_by_text("Not allowed", exact=True).count() == 2
    assert page.get_by_text("This is not legal advice").count() == 1
    is_fine(page, violations)


def test_a_site_has_a_page_of_its_own(page, site, violations):
    page.goto(f"{site}rotations/")
    page.get_by_role("article").first.get_by_role("link").nth(1).click()

    assert page.get_by_role("heading", name="Rotations here").count() == 1
    is_fine(page, violations)


def test_a_kept_search_is_renamed_paused_and_dropped(page, site, violations):
    page.goto(f"{site}demo/")
    page.get_by_role("button", name="Enter as Amara").click()
    page.goto(f"{site}rotations/?specialty=neurology")
    page.get_by_role("button", name="Keep this search").click()
    is_fine(page, violations)
    page.get_by_role("link", name="Change Neurology").click()
    is_fine(page, violations)
    page.get_by_label("Name").fill("Brains")
    page.get_by_label("Send no mails about it for now").check()
    page.get_by_role("button", name="Save").click()
    assert page.get_by_text("No mails for now").count() == 1
    page.get_by_role("button", name="Drop Brains").click()
    assert page.get_by_text("You keep no search yet").count() == 1
    is_fine(page, violations)

import pytest


def width_beyond_the_window(page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@pytest.mark.parametrize("address", ["", "method/", "sources/", "style/"])
def test_a_page_about_rounds_is_accessible_and_fits_the_window(page, site, violations, address):
    page.goto(f"{site}{address}")

    assert page.get_by_role("heading", level=1).count() == 1
    assert violations(page) == []
    assert width_beyond_the_window(page) <= 0


def test_home_has_its_own_fonts_and_style(page, site):
    page.goto(site)

    family = page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].filter("
        "font => font.status === 'loaded').map(font => font.family.replaceAll('\"', '')).sort())"
    )
    assert family == ["Source Sans 3", "Source Serif 4"]


def test_a_keyboard_reaches_the_content_first(page, site):
    page.goto(site)
    page.keyboard.press("Tab")

    skip = page.get_by_role("link", name="Skip to content")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.bounding_box()["x"] >= 0


def test_every_link_of_home_leads_somewhere(page, site):
    page.goto(site)
    addresses = {link.get_attribute("href") for link in page.get_by_role("link").all()}
    answers = {
        to: page.request.get(f"{site}{to.lstrip('/')}").status for to in addresses - {"#main"}
    }

    assert set(answers.values()) == {200}
    assert {"/", "/rotations/", "/may-i/", "/accounts/login/"} <= set(answers)
    assert page.locator("#main").count() == 1


def test_an_applicant_reads_what_to_do_now(page, site, violations):
    page.goto(f"{site}demo/")
    page.get_by_role("button", name="Enter as Amara").click()
    page.goto(site)

    assert page.get_by_role("heading", level=1).inner_text() == "What should I do now?"
    assert page.get_by_role("heading", name="Your doors", exact=True).count() == 1
    assert violations(page) == []
    assert width_beyond_the_window(page) <= 0

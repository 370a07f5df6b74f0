"""A coordinator from nothing: site, agreement, preceptor, rotation, the gate, a series, open."""

from datetime import UTC, datetime, timedelta
from random import randrange
from uuid import uuid4

from rounds.web.catalog.actions.gate import is_npi
from tests.journeys.test_catalog import is_fine


def enter(page, site, name):
    page.goto(f"{site}demo/")
    page.get_by_role("button", name=f"Enter as {name}").click()


def fill(page, **fields):
    for label, value in fields.items():
        field = page.locator(f"[name={label}]").first
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def save(page):
    page.locator("main form button:not(.button-second)").last.click()


def test_from_nothing_to_an_open_date(page, site, violations):
    mark = uuid4().hex[:6]
    enter(page, site, "Noor")
    is_fine(page, violations)
    page.goto(f"{site}desk/sites/new/")
    is_fine(page, violations)
    fill(page, name=f"Gable {mark} (fictional)", street="1 Lantern Road", city="Gable Falls",
         state_code="NY", zip_code="10001", time_zone="America/New_York")  # fmt: skip
    save(page)
    is_fine(page, violations)
    site_pk = page.url.rstrip("/").split("/")[-1]
    page.get_by_role("button", name="Publish").click()

    page.goto(f"{site}desk/agreements/new/?site={site_pk}")
    fill(page, reference=f"LBR-{mark}", signed_with="Gable", first="2026-01-01", last="2031-12-31")
    save(page)
    page.get_by_role("button", name="Put in force").click()

    page.goto(f"{site}desk/preceptors/new/")
    fill(page, first_name="Ada", last_name=f"Moss {mark} (fictional)", cap_a_week="2",
         specialty="internal medicine", named_since="2026-01-01", npi=an_npi())  # fmt: skip
    save(page)
    preceptor_pk = page.url.rstrip("/").split("/")[-1]
    is_fine(page, violations)

    page.goto(f"{site}desk/rotations/new/?site={site_pk}&preceptor={preceptor_pk}")
    fill(page, title=f"Sleep month {mark}", kind="observership", role="observing",
         specialty="internal medicine")  # fmt: skip
    save(page)
    page.get_by_role("button", name="Publish").click()
    stopped = page.get_by_role("alert")
    assert stopped.get_by_role("listitem").count() >= 6
    is_fine(page, violations)

    rotation = page.url.split("?")[0].split("publish")[0]
    mend(page, site, rotation, preceptor_pk, mark)
    page.goto(rotation)
    page.get_by_role("button", name="Publish").click()
    assert page.get_by_role("alert").count() == 0
    is_fine(page, violations)
    open_a_series(page, violations)

    page.goto(f"{site}rotations/?q={mark}")
    page.get_by_role("link", name=f"Sleep month {mark}").click()
    assert page.get_by_text("Will write a letter").count() >= 1
    assert page.get_by_text("2 of 2").count() == 3
    is_fine(page, violations)


def mend(page, site, rotation, preceptor_pk, mark):
    """What the gate asked for, page by page; then the preceptor is published too."""
    page.goto(f"{site}desk/preceptors/{preceptor_pk}/licenses/add/")
    fill(page, state_code="NY", number=f"N{mark}", expires_on="2031-12-31")
    save(page)
    page.goto(f"{site}desk/preceptors/{preceptor_pk}/")
    page.get_by_role("button", name="Publish").click()
    page.goto(f"{rotation}edit/facts/")
    fill(page, may_do="Watches the sleep clinic.", learner_cap="2", emr_access="none",
         hours_office="36")  # fmt: skip
    save(page)
    page.goto(f"{rotation}price/add/")
    fill(page, label="Four weeks", cents="1200")
    save(page)
    page.goto(f"{rotation}edit/price/")
    fill(page, cancellation="All comes back until 30 days before the first day.")
    save(page)
    page.goto(f"{rotation}edit/letters/")
    page.locator("[name=letter_policy][value=writes]").check()
    fill(page, turnaround_days="21")
    save(page)


def open_a_series(page, violations):
    """Three terms of four weeks, looked at before they are made, then opened together."""
    page.get_by_role("link", name="Make its terms: a series of start days").click()
    today = datetime.now(tz=UTC).date()
    first = next(day for n in range(60, 67) if (day := today + timedelta(n)).weekday() == 0)
    fill(page, first_start=first.isoformat(), count="3", seats="2")
    page.get_by_role("button", name="Show the days").click()
    is_fine(page, violations)
    page.get_by_role("button", name="Make 3 draft terms").click()
    page.get_by_role("button", name="Open").first.click()
    assert page.get_by_text("Published").count() >= 3
    is_fine(page, violations)


def an_npi():
    """Ten digits with the check digit of NPIs, other ones at every call."""
    nine = f"1{randrange(10**8):08d}"
    return next(f"{nine}{digit}" for digit in range(10) if is_npi(f"{nine}{digit}"))


def test_the_desk_shows_every_list_and_every_tab(page, site, violations):
    enter(page, site, "Vera")
    for address in ("", "sites/", "preceptors/", "rotations/", "agreements/", "decisions/",
                    "rotations/1/", "rotations/1/terms/", "rotations/1/price/",
                    "rotations/1/letters/", "rotations/1/history/", "rotations/1/series/",
                    "decisions/new/"):  # fmt: skip
        page.goto(f"{site}desk/{address}")
        is_fine(page, violations)


def test_a_reader_is_offered_nothing_to_change(page, site, violations):
    enter(page, site, "Ida")
    page.goto(f"{site}desk/rotations/1/")

    assert page.get_by_role("button", name="Withdraw").count() == 0
    is_fine(page, violations)

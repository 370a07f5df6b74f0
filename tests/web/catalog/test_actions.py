"""The verbs of the catalog: versions, gates, series, rows, agreements, decisions, pictures."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image

from rounds.web.catalog.actions.agreements import create_agreement, edit_agreement
from rounds.web.catalog.actions.decisions import take_decision, withdraw_decision
from rounds.web.catalog.actions.photos import add_photo, draw_anew, remove_photo
from rounds.web.catalog.actions.preceptors import copy_preceptor, create_preceptor, edit_preceptor
from rounds.web.catalog.actions.publishing import (
    publish,
    publish_terms,
    undo_withdrawal,
    withdraw,
)
from rounds.web.catalog.actions.rotations import copy_rotation, create_rotation, edit_rotation
from rounds.web.catalog.actions.rows import add_row, change_row, remove_row
from rounds.web.catalog.actions.sites import copy_site, create_site, edit_site
from rounds.web.catalog.actions.standing import missing_in, missing_of
from rounds.web.catalog.actions.terms import SeriesPlan, create_series, edit_term
from rounds.web.catalog.models import (
    License,
    PriceLine,
    Publication,
    Rotation,
    RotationText,
    Site,
    SitePhoto,
    Term,
)
from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.makers import (
    TODAY,
    make_agreement,
    make_preceptor,
    make_rotation,
    make_site,
    make_term,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
NPI = "1234567893"
MONDAY = date(2027, 1, 4)


@pytest.fixture
def how(coordinator):
    return {"by": coordinator, "at": NOW}


def refusal(verb, **told):
    with pytest.raises(Refusal) as refused:
        verb(**told)
    return refused.value


def verbs():
    return list(Entry.objects.order_by("id").values_list("verb", flat=True))


def ready():
    """A draft rotation that lacks nothing, with its agreement."""
    preceptor = make_preceptor(npi=NPI)
    rotation = make_rotation(
        state="draft", preceptor=preceptor, letterhead="Lantern Hospital (fictional)"
    )
    make_agreement(rotation.site)
    return rotation


# ── sites and preceptors ─────────────────────────────────────────────────────────────────────


def test_a_site_may_begin_half_empty_and_is_told_what_it_lacks(how):
    site = create_site(values={"name": "مستشفى Gable"}, **how)

    assert (site.state, site.slug, site.version) == ("draft", "gable", 1)
    assert [one.field for one in missing_of(site, on=TODAY)] == [
        "city", "time_zone", "street", "zip_code", "state_code",
    ]  # fmt: skip
    assert refusal(publish, thing=site, version=1, on=TODAY, **how).code == "incomplete"
    assert verbs() == ["created"]


def test_a_zip_code_brings_its_point_and_an_unknown_one_none(how):
    site = create_site(values={"name": "A", "zip_code": "10001"}, **how)
    assert (round(site.latitude), round(site.longitude)) == (41, -74)

    values = {"zip_code": "00000"}
    edited = edit_site(site=site, values=values, version=1, on=TODAY, **how)
    assert (edited.latitude, edited.longitude) == (None, None)


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(how):
    site = make_site(phone="1")
    edit_site(site=site, values={"phone": "2"}, version=1, on=TODAY, **how)
    late = refusal(edit_site, site=site, values={"phone": "3"}, version=1, on=TODAY, **how)

    assert (late.code, late.params) == ("changed_meanwhile", {"since": 1})
    assert Site.objects.get(pk=site.pk).phone == "2"


def test_an_edit_that_changes_nothing_leaves_no_trace(how):
    site = make_site(phone="1")
    edit_site(site=site, values={"phone": "1"}, version=1, on=TODAY, **how)

    assert (Site.objects.get(pk=site.pk).version, verbs()) == (1, [])


def test_history_keeps_before_and_after(how):
    edit_site(site=make_site(phone="1"), values={"phone": "2"}, version=1, on=TODAY, **how)

    assert Entry.objects.get().payload == {
        "version": 2, "changes": {"phone": {"before": "1", "after": "2"}},
    }  # fmt: skip


def test_two_sites_share_no_cms_number(how):
    make_site(ccn="010001")

    assert refusal(create_site, values={"name": "A", "ccn": "010001"}, **how).code == "taken"
    site = make_site()
    edit = {"site": site, "values": {"ccn": "010001"}, "version": 1, "on": TODAY}
    assert refusal(edit_site, **edit, **how).code == "taken"


def test_copies_are_drafts_of_their_own(how):
    site = copy_site(site=make_site(name="Gable", ccn="010001", slug="gable"), **how)
    assert (site.name, site.ccn, site.state, site.slug) == (
        "Copy of Gable", None, "draft", "copy-of-gable-gable-falls",
    )  # fmt: skip
    preceptor = copy_preceptor(preceptor=make_preceptor(npi="9000000007"), **how)
    assert (preceptor.state, preceptor.npi) == ("draft", None)
    original = ready()
    rotation = copy_rotation(rotation=original, **how)
    assert (rotation.state, rotation.hours.count(), rotation.price_lines.count()) == ("draft", 2, 2)
    assert (rotation.terms.count(), rotation.title) == (0, f"Copy of {original.title}")


def test_what_is_published_cannot_lose_what_the_gate_asked_for(how):
    site = make_site()
    told = {"site": site, "values": {"city": ""}, "version": 1, "on": TODAY}

    assert refusal(edit_site, **told, **how).code == "incomplete"
    assert Site.objects.get(pk=site.pk).city == "Gable Falls"


@pytest.mark.parametrize(("npi", "is_right"), [(NPI, True), ("1234567890", False), ("12", False)])
def test_an_npi_has_a_check_digit(npi, is_right, how):
    preceptor = create_preceptor(values={"first_name": "A", "last_name": "B", "npi": npi}, **how)

    wrong = [one for one in missing_of(preceptor, on=TODAY) if one.field == "npi"]
    assert (wrong == []) is is_right


def test_one_npi_belongs_to_one_preceptor(how):
    make_preceptor(npi=NPI)
    other = make_preceptor()
    edit = {"preceptor": other, "values": {"npi": NPI}, "version": 1, "on": TODAY}

    assert refusal(edit_preceptor, **edit, **how).code == "taken"


# ── the publish gate ─────────────────────────────────────────────────────────────────────────


def test_a_rotation_from_nothing_is_told_everything_at_once(how):
    values = {
        "site": make_site(state="draft"), "preceptor": make_preceptor(state="draft"),
        "title": "", "kind": "externship", "role": "observing", "specialty": "",
    }  # fmt: skip
    rotation = create_rotation(values=values, **how)
    found = missing_of(rotation, on=TODAY)

    assert {one.part for one in found} == {"site", "preceptor", "facts", "price", "letters"}
    assert {one.field for one in found if one.part == "facts"} == {
        "title", "specialty", "may_do", "learner_cap", "role", "emr_access", "hours_inpatient",
    }  # fmt: skip
    told = refusal(publish, thing=rotation, version=1, on=TODAY, **how)
    assert len(missing_in(told)) == len(found)


def test_a_complete_rotation_is_published_and_found(how):
    rotation = ready()
    published = publish(thing=rotation, version=1, on=TODAY, **how)

    assert (published.state, published.version, verbs()) == ("published", 2, ["published"])
    assert RotationText.objects.count() == 1
    assert refusal(publish, thing=rotation, version=2, on=TODAY, **how).code == "not_a_draft"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "observership", "role": "hands_on"}, "role"),
        ({"mode": "virtual", "kind": "externship", "role": "hands_on"}, "mode"),
        ({"emr_access": "orders"}, "emr_access"),
        ({"letter_policy": "conditional", "letter_condition": ""}, "letter_condition"),
        ({"turnaround_days": None}, "turnaround_days"),
        ({"letterhead": ""}, "letterhead"),
        ({"cancellation": " "}, "cancellation"),
        ({"entry": "{ moon = {} }"}, "entry"),
    ],
)
def test_each_thing_that_does_not_hold_is_named_with_its_field(change, field):
    rotation = ready()
    for name, value in change.items():
        setattr(rotation, name, value)

    assert [one.field for one in missing_of(rotation, on=TODAY)] == [field]


def test_an_unstated_price_and_a_license_that_ends_too_soon_are_named():
    rotation = ready()
    rotation.price_lines.update(cents=None)
    rotation.preceptor.licenses.update(expires_on=TODAY - timedelta(days=1))
    rotation.preceptor.named_since = None

    assert [one.part for one in missing_of(rotation, on=TODAY)] == [
        "licenses", "facts", "price", "price",
    ]  # fmt: skip


def test_a_withdrawal_names_what_it_hides_and_can_be_undone_through_the_gate(how):
    rotation = ready()
    publish(thing=rotation, version=1, on=TODAY, **how)
    term = make_term(rotation)
    withdraw(thing=rotation, version=2, why="Roof", on=TODAY, **how)

    entry = Entry.objects.get(verb="withdrawn")
    assert (entry.payload["why"], entry.payload["hides"]) == ("Roof", [term.code])
    assert RotationText.objects.count() == 0
    Rotation.objects.filter(pk=rotation.pk).update(may_do="")
    told = {"thing": rotation, "version": 3, "on": TODAY}
    assert refusal(undo_withdrawal, **told, **how).code == "incomplete"
    Rotation.objects.filter(pk=rotation.pk).update(may_do="Watches.")
    assert undo_withdrawal(**told, **how).state == Publication.PUBLISHED
    assert refusal(undo_withdrawal, thing=rotation, version=4, on=TODAY, **how).code == (
        "not_withdrawn"
    )


# ── terms ────────────────────────────────────────────────────────────────────────────────────


def plan(**over):
    return SeriesPlan(**{
        "first_start": MONDAY, "weeks": 4, "every_weeks": 4, "count": 3, "seats": 2, **over,
    })  # fmt: skip


def series(rotation, how, **over):
    return create_series(rotation=rotation, plan=plan(**over), on=TODAY, **how)


def test_a_series_makes_drafts_that_end_on_fridays(how):
    terms = series(ready(), how)

    assert [(one.first, one.last, one.weeks, one.seats) for one in terms] == [
        (MONDAY, date(2027, 1, 29), 4, 2),
        (date(2027, 2, 1), date(2027, 2, 26), 4, 2),
        (date(2027, 3, 1), date(2027, 3, 26), 4, 2),
    ]  # fmt: skip
    assert {one.state for one in terms} == {"draft"}
    assert len({one.code for one in terms}) == 3


def test_overlaps_within_a_series_and_with_what_is_there_are_all_named(how):
    rotation = ready()
    assert refusal(series, rotation=rotation, how=how, every_weeks=2).code == "overlap"
    series(rotation, how)

    again = refusal(series, rotation=rotation, how=how, first_start=MONDAY + timedelta(days=7))
    assert again.sentence.count("overlaps") >= 3
    assert Term.objects.count() == 3


@pytest.mark.parametrize(
    "wrong", [{"weeks": 0}, {"count": 0}, {"count": 1000}, {"seats": 0}, {"weeks": 60}]
)
def test_impossible_numbers_are_refused(how, wrong):
    with pytest.raises(Refusal):
        series(ready(), how, **wrong)
    assert Term.objects.count() == 0


def test_terms_open_all_or_none_inside_agreement_license_and_free_days(how):
    rotation = ready()
    publish(thing=rotation, version=1, on=TODAY, **how)
    terms = series(rotation, how)
    rotation.preceptor.licenses.update(expires_on=date(2027, 3, 25))
    rotation.preceptor.blackouts.create(first=date(2027, 2, 3), last=date(2027, 2, 4))

    no = refusal(publish_terms, rotation=rotation, terms=terms, on=TODAY, **how)
    assert {one.part for one in missing_in(no)} == {"licenses", "blackouts"}
    assert Term.objects.filter(state="published").count() == 0
    (opened,) = publish_terms(rotation=rotation, terms=terms[:1], on=TODAY, **how)
    assert opened.state == "published"
    assert refusal(publish_terms, rotation=rotation, terms=[], on=TODAY, **how).code == "no_terms"


def test_a_term_in_the_past_or_outside_every_agreement_does_not_open(how):
    rotation = ready()
    rotation.site.agreements.update(state="draft")
    past = make_term(rotation, first=date(2026, 11, 2), state="draft")

    assert {one.part for one in missing_of(past, on=TODAY)} == {"terms", "agreements"}


def test_seats_never_fall_below_what_is_taken_and_taken_seats_hold_the_days(how):
    rotation = ready()
    term = make_term(rotation, seats=3, taken=2)
    edit = {"term": term, "version": 1, "on": TODAY}

    few = refusal(edit_term, values={"seats": 1}, **edit, **how)
    assert few.sentence == f"2 seats of {term.code} are taken; 1 would be too few."
    moved = {"first": MONDAY + timedelta(days=7), "last": term.last + timedelta(days=7)}
    assert refusal(edit_term, values=moved, **edit, **how).code != ""
    assert edit_term(values={"seats": 2}, **edit, **how).left == 0


# ── what belongs to a thing ──────────────────────────────────────────────────────────────────


def test_rows_grow_the_owners_version_and_stand_once(how):
    rotation = ready()
    line = PriceLine(rotation=rotation, label="visa", cents=18_500)
    add_row(row=line, version=1, on=TODAY, **how)
    twin = PriceLine(rotation=rotation, label="visa", cents=1)
    assert refusal(add_row, row=twin, version=2, on=TODAY, **how).code == "taken"

    change_row(row=line, values={"cents": 20_000}, version=2, on=TODAY, **how)
    assert Rotation.objects.get(pk=rotation.pk).version == 3
    late = refusal(remove_row, row=line, version=2, on=TODAY, **how)
    assert late.code == "changed_meanwhile"
    remove_row(row=line, version=3, on=TODAY, **how)
    assert verbs() == ["priceline_added", "priceline_changed", "priceline_removed"]


def test_the_last_license_of_a_published_preceptor_stays(how):
    preceptor = make_preceptor(npi=NPI)
    license_ = preceptor.licenses.get()

    assert refusal(remove_row, row=license_, version=1, on=TODAY, **how).code == "incomplete"
    assert License.objects.count() == 1


def test_hours_are_changed_with_their_rotation(how):
    rotation = ready()
    values = {"hours": {"office": 40}}
    edit_rotation(rotation=rotation, values=values, version=1, on=TODAY, **how)

    assert list(rotation.hours.values_list("setting", "hours")) == [("office", 40)]
    unreadable = {"rotation": rotation, "values": {"entry": "{ x"}, "version": 2, "on": TODAY}
    assert refusal(edit_rotation, **unreadable, **how).code == "unreadable_entry"


def test_a_rotation_with_taken_seats_keeps_its_site(how):
    rotation = ready()
    make_term(rotation, seats=2, taken=1)
    told = {"rotation": rotation, "values": {"site": make_site()}, "version": 1, "on": TODAY}

    assert refusal(edit_rotation, **told, **how).code == "seats_taken"


# ── agreements and decisions ─────────────────────────────────────────────────────────────────


def test_an_agreement_in_force_holds_its_open_terms(how):
    rotation = ready()
    agreement = rotation.site.agreements.get()
    publish(thing=rotation, version=1, on=TODAY, **how)
    make_term(rotation)
    shorter = {"agreement": agreement, "values": {"last": MONDAY}, "version": 1, "on": TODAY}

    assert refusal(edit_agreement, **shorter, **how).code == "terms_outside"
    away = {"thing": agreement, "version": 1, "why": "x", "on": TODAY}
    assert refusal(withdraw, **away, **how).code == "terms_outside"
    values = {"site": rotation.site, "reference": agreement.reference, "signed_with": "A",
              "first": TODAY, "last": MONDAY}  # fmt: skip
    assert refusal(create_agreement, values=values, **how).code == "taken"


DECISION = {
    "allows": True, "states": ["OH"], "kinds": ["externship"], "statuses": ["us_citizen"],
    "roles": [], "modes": [], "decided_by": "A. Owner", "counsel": "Memo 7", "reason": "Because.",
    "decided_on": TODAY, "until": date(2028, 1, 1),
}  # fmt: skip


def test_a_decision_is_taken_and_withdrawn_and_stays_to_be_read(how):
    decision = take_decision(values=DECISION, on=TODAY, **how)
    assert decision.code == "oh-externship-us-citizen-2026"
    assert take_decision(values=DECISION, on=TODAY, **how).code.endswith("-2026-2")

    withdraw_decision(decision=decision, why="New law", **how)
    decision.refresh_from_db()
    assert decision.withdrawn_at == NOW
    again = refusal(withdraw_decision, decision=decision, why="x", **how)
    assert again.code == "withdrawn_before"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"decided_on": TODAY + timedelta(days=1)}, "decided_in_future"),
        ({"decided_on": date(2025, 1, 1), "until": date(2026, 1, 1)}, "decision_over"),
    ],
)
def test_a_decision_is_of_today_or_before_and_not_over(how, change, code):
    assert refusal(take_decision, values=DECISION | change, on=TODAY, **how).code == code


# ── pictures ─────────────────────────────────────────────────────────────────────────────────


def picture(kind="PNG", size=(40, 20)):
    out = BytesIO()
    Image.new("RGB", size, "navy").save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_drawn_anew(kind):
    drawn = draw_anew(picture(kind))

    assert (drawn.width, drawn.height, drawn.content[8:12]) == (40, 20, b"WEBP")


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", b"", b"GIF89a",
        b"\x89PNG\r\n\x1a\n<script>", picture()[:60],
    ],
)  # fmt: skip
def test_a_script_that_calls_itself_a_picture_is_none(content):
    assert refusal(draw_anew, content=content).code == "not_a_picture"


def test_a_picture_has_bounds():
    assert refusal(draw_anew, content=b"x" * 6_000_000).code == "picture_too_large"
    assert refusal(draw_anew, content=picture(size=(9000, 9000))).code == "picture_too_many_pixels"


def test_a_picture_is_kept_with_its_words_and_taken_away(how, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    site = make_site()
    photo = add_photo(site=site, content=picture(), words="The entrance", version=1, **how)

    assert (photo.words, photo.width, photo.file.name.endswith(".webp")) == (
        "The entrance", 40, True,
    )  # fmt: skip
    remove_photo(photo=photo, version=2, **how)
    assert SitePhoto.objects.count() == 0
    assert verbs() == ["photo_added", "photo_removed"]

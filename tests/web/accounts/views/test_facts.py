import pytest

from rounds.web.accounts.models import ExamSitting, Experience, KnownLanguage, Profile
from rounds.web.accounts.views.facts import TOPICS
from rounds.web.history.models import Entry
from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db
LISTS = [topic for topic in TOPICS if topic.rows]
ROTATION = {
    "place": "Lakeside", "country": "US", "state_code": "NY", "first": "2026-01-05",
    "last": "2026-01-30", "weeks": "4", "hours_office": "30",
}  # fmt: skip


def text(response):
    return response.content.decode()


@pytest.fixture
def ana(applicant):
    return client_of(applicant)


@pytest.mark.parametrize("topic", [topic.key for topic in TOPICS])
def test_every_topic_says_why_it_is_asked_and_asks_strangers_to_sign_in(ana, client, topic):
    page = ana.get(f"/me/facts/{topic}/")

    assert page.status_code == 200
    assert "Why we ask" in text(page)
    assert client.get(f"/me/facts/{topic}/").status_code == 302


def test_the_task_list_says_how_far_each_topic_is_told(ana, applicant):
    Profile.objects.create(user=applicant, school_name="School", letters_complete="yes")
    page = text(ana.get("/me/facts/"))

    assert page.count("Not told") == 8
    assert page.count("Partly told") == 1
    assert "Complete: none" in page


def test_a_topic_is_saved_on_its_own_and_history_keeps_no_value(ana, applicant):
    response = ana.post("/me/facts/school/", {"school_name": "ABC", "school_country": "IN"})

    assert (response.status_code, response.url) == (302, "/me/facts/")
    profile = Profile.objects.get(user=applicant)
    assert (profile.school_name, profile.school_country, profile.degree_on) == ("ABC", "IN", None)
    (entry,) = Entry.objects.all()
    assert (entry.actor, entry.verb) == (applicant.ref, "saved_facts")
    assert "ABC" not in str(entry.payload)


def test_a_later_topic_leaves_the_earlier_one_alone(ana, applicant):
    ana.post("/me/facts/school/", {"school_name": "ABC"})
    ana.post("/me/facts/visas/", {"needs_sponsorship": "True", "visas": ["j1", "h1b"]})
    ana.post("/me/facts/names/", {"passport_given": "آنا", "passport_family": "O'Neil-李"})

    profile = Profile.objects.get(user=applicant)
    assert (profile.school_name, profile.needs_sponsorship, profile.visas) == (
        "ABC", True, ["j1", "h1b"],
    )  # fmt: skip
    assert (profile.passport_given, profile.passport_family) == ("آنا", "O'Neil-李")


def test_i_do_not_know_is_an_answer_and_no_is_another(ana, applicant):
    ana.post("/me/facts/visas/", {"needs_sponsorship": "False"})
    assert Profile.objects.get(user=applicant).needs_sponsorship is False
    ana.post("/me/facts/visas/", {"needs_sponsorship": ""})
    assert Profile.objects.get(user=applicant).needs_sponsorship is None


@pytest.mark.parametrize(
    ("topic", "answers", "says"),
    [
        ("school", {"clinical_first": "2027-02-01", "clinical_last": "2027-01-01"}, "end before"),
        ("school", {"clinical_first": "2027-02-01"}, "or neither"),
        ("ecfmg", {"ecfmg_certified": "False", "ecfmg_certified_on": "2026-01-01"}, "empty"),
        ("school", {"degree_on": "2027-02-30"}, "Enter a valid date"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_not_saved(ana, topic, answers, says):
    response = ana.post(f"/me/facts/{topic}/", answers)

    assert response.status_code == 400
    assert says in text(response)
    assert Profile.objects.count() == 0


def test_a_rotation_is_added_changed_and_removed(ana, applicant):
    assert ana.post("/me/facts/experience/add/", ROTATION).url == "/me/facts/experience/"
    (done,) = Experience.objects.all()
    assert (done.user, done.weeks, done.hours) == (applicant, 4, {"office": 30})

    ana.post(f"/me/facts/experience/{done.pk}/", ROTATION | {"weeks": "3", "hours_office": ""})
    done.refresh_from_db()
    assert (done.weeks, done.hours) == (3, {})

    assert "Lakeside" in text(ana.get("/me/facts/experience/"))
    ana.post(f"/me/facts/experience/{done.pk}/remove/")
    assert Experience.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"last": "2026-01-01"}, "ends before it begins"),
        ({"weeks": "6"}, "touch only 4 calendar weeks"),
        ({"hours_office": "90", "hours_inpatient": "20"}, "More than 100 hours"),
        ({"hours_office": "-1"}, "greater than or equal to 0"),
        ({"country": "ZZ"}, "Select a valid choice"),
    ],
)
def test_an_impossible_rotation_is_refused_in_words(ana, change, says):
    response = ana.post("/me/facts/experience/add/", ROTATION | change)

    assert response.status_code == 400
    assert says in text(response)
    assert Experience.objects.count() == 0


def test_an_exam_with_a_wrong_score_is_refused_and_a_pending_one_has_none(ana):
    sitting = {"exam": "step_1", "taken_on": "2026-01-05", "result": "passed", "score": "400"}

    assert "between 1 and 300" in text(ana.post("/me/facts/exams/add/", sitting))
    pending = sitting | {"score": "200", "result": "pending"}
    assert "no score yet" in text(ana.post("/me/facts/exams/add/", pending))
    assert ExamSitting.objects.count() == 0


def test_a_language_is_told_once(ana):
    ana.post("/me/facts/languages/add/", {"code": "es", "level": "native"})
    again = ana.post("/me/facts/languages/add/", {"code": "es", "level": "basic"})

    assert "You have told this language already." in text(again)
    assert KnownLanguage.objects.count() == 1


def test_a_list_can_be_said_to_be_all(ana, applicant):
    ana.post("/me/facts/exams/", {"complete": "yes"})

    assert Profile.objects.get(user=applicant).exams_complete == "yes"
    assert ana.post("/me/facts/exams/", {"complete": "maybe"}).status_code == 400


def test_facts_that_contradict_each_other_are_shown(ana):
    for status in ("b2", "permanent_resident"):
        ana.post("/me/facts/statuses/add/", {"status": status})

    assert "Some facts contradict each other" in text(ana.get("/me/facts/"))


def test_nobody_reaches_the_rows_of_another_person(ana, applicant, other_applicant):
    ana.post("/me/facts/experience/add/", ROTATION)
    pk = Experience.objects.get().pk
    other = client_of(other_applicant)

    assert other.get(f"/me/facts/experience/{pk}/").status_code == 404
    assert other.post(f"/me/facts/experience/{pk}/", ROTATION).status_code == 404
    assert other.post(f"/me/facts/experience/{pk}/remove/").status_code == 404
    assert Experience.objects.get().user == applicant


@pytest.mark.parametrize(
    "address", ["zzz/", "zzz/add/", "school/add/", "school/1/remove/", "exams/999/"]
)
def test_what_is_no_topic_and_no_row_is_not_found(ana, address):
    ask = ana.post if address.endswith("remove/") else ana.get

    assert ask(f"/me/facts/{address}").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_asks_the_database_as_often_for_many_rows(
    ana, applicant, count, django_assert_num_queries
):
    for code in ("es", "fr", "de")[:count]:
        KnownLanguage.objects.create(user=applicant, code=code, level="basic")

    with django_assert_num_queries(5):
        ana.get("/me/facts/languages/")

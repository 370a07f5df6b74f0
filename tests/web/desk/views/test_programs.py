"""The desk's pages of programs: from an empty draft to doors that move."""

import pytest

from rounds.web.outbox.worker import do_next
from rounds.web.programs.actions.drafts import change_clauses, start_draft
from rounds.web.programs.actions.reports import report_change
from rounds.web.programs.models import (
    ChangeReport,
    DoorVerdict,
    NrmpProgram,
    Program,
    Quota,
    RequirementVersion,
)
from tests.web.conftest import client_of
from tests.web.programs.makers import NOW, make_bare_program, make_program
from tests.web.programs.people import tell, work

pytestmark = pytest.mark.django_db
SOURCE = {
    "source_url": "https://gable.example/rules", "source_name": "Gable, eligibility",
    "via": "live page", "read_on": "2026-11", "as_of": "2027-2028",
    "about_graduation": "expressly_none", "about_experience": "expressly_none",
}  # fmt: skip
FRAME = {"topic": "sponsorship", "modality": "required", "stage": "apply"}


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def desk(coordinator):
    return client_of(coordinator)


def text_of(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def said(response):
    return " ".join(response.content.decode().split())


def draft_of(program):
    return RequirementVersion.objects.get(program=program, state="draft")


def sent(program, **told):
    return {"version": draft_of(program).version, **told}


def begun(program, desk):
    desk.post(f"/desk/programs/{program.pk}/draft/start/")
    return f"/desk/programs/{program.pk}/draft/"


def test_rules_are_written_without_a_programmer_and_open_a_door(desk, applicant):
    tell(applicant)
    desk.post("/desk/programs/new/", {"name": "Gable", "specialty": "urology", "state_code": "NY"})
    program = Program.objects.get()
    draft = begun(program, desk)
    assert "Before it can be published" in text_of(desk, draft)

    desk.post(f"{draft}source/", sent(program, **SOURCE))
    desk.post(f"{draft}clauses/add/", sent(program, **FRAME))
    assert "It asks for nothing yet; add a test." in text_of(desk, draft)

    desk.post(f"{draft}clauses/0/test/sponsorship/?at=root&how=all", sent(program, visas=["j1"]))
    page = text_of(desk, draft)
    assert "The program requires a right to train without visa sponsorship, or on J-1." in page
    assert "Before it can be published" not in page

    response = desk.post(f"{draft}publish/", sent(program), follow=True)
    assert "Everybody’s doors are judged by these rules now." in said(response)
    client_of(applicant).get("/programs/")
    assert DoorVerdict.objects.get().door == "open"


def test_a_changed_rule_moves_a_door_through_the_outbox(desk, applicant):
    program = make_program("gable")
    tell(applicant)
    work(applicant)
    client_of(applicant).get("/programs/")
    assert DoorVerdict.objects.get().door == "open"

    draft = begun(program, desk)
    desk.post(
        f"{draft}clauses/0/test/clinical_experience/?at=root&how=replace",
        sent(program, weeks="40"),
    )
    desk.post(f"{draft}source/", sent(program, **SOURCE | {"about_experience": ""}))
    desk.post(f"{draft}publish/", sent(program))
    while do_next(now=NOW):
        pass

    verdict = DoorVerdict.objects.get()
    assert (verdict.door, verdict.was) == ("closed", "open")


def test_a_draft_tells_what_publishing_would_change(desk):
    program = make_program("gable")
    draft = begun(program, desk)
    assert "Nothing: this is what is published now." in text_of(desk, draft)
    desk.post(f"{draft}clauses/1/remove/", sent(program))

    page = text_of(desk, draft)
    assert "Clause “visa”" in page
    assert "<bdi>nothing</bdi>" in page


def test_a_draft_that_is_not_ready_is_refused_with_all_that_is_missing(desk):
    program = make_bare_program()
    draft = begun(program, desk)
    response = desk.post(f"{draft}publish/", sent(program))

    assert response.status_code == 409
    page = said(response)
    for words in ("Give the address of the page", "Name the source", "Add a clause"):
        assert words in page
    assert draft_of(program).state == "draft"


def test_a_warning_names_topics_without_which_no_door_opens(desk):
    program = make_bare_program()
    draft = begun(program, desk)

    assert "Nothing is said about experience and about graduation and about sponsorship" in (
        text_of(desk, draft)
    )


def test_two_editors_of_a_draft_lose_nothing(desk, coordinator):
    program = make_program("gable")
    draft = begun(program, desk)
    seen = sent(program, **FRAME | {"says": "Mine."})
    change_clauses(
        draft=draft_of(program), change=lambda one: [{**one[0], "says": "Theirs."}, *one[1:]],
        version=1, by=coordinator, at=NOW,
    )  # fmt: skip
    response = desk.post(f"{draft}clauses/0/frame/", seen)

    assert response.status_code == 409
    page = said(response)
    assert "Somebody else changed this while you had it open." in page
    assert "Theirs." in page
    assert "Mine." in page
    again = desk.post(f"{draft}clauses/0/frame/", {**seen, "version": "2"})
    assert again.status_code == 302
    assert draft_of(program).content["requirement"][0]["says"] == "Mine."


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("source/", SOURCE),
        ("clauses/add/", FRAME),
        ("clauses/0/test/standing/?at=root&how=all", {"is": "student"}),
    ],
)
def test_each_form_of_a_draft_tells_the_second_editor(desk, coordinator, page, told):
    program = make_program("gable")
    draft = begun(program, desk)
    change_clauses(
        draft=draft_of(program), change=lambda one: one[:1], version=1, by=coordinator, at=NOW
    )
    response = desk.post(f"{draft}{page}", {"version": "1", **told})

    assert response.status_code == 409
    assert "Save mine over the current values" in said(response)


@pytest.mark.parametrize("what", ["clauses/0/remove/", "clauses/0/tree/", "discard/", "publish/"])
def test_a_button_pressed_on_an_older_page_changes_nothing(desk, coordinator, what):
    program = make_program("gable")
    draft = begun(program, desk)
    change_clauses(
        draft=draft_of(program), change=lambda one: one[:1], version=1, by=coordinator, at=NOW
    )
    told = {"version": "1", "do": "remove", "at": "root"}
    response = desk.post(f"{draft}{what}", told, follow=True)

    assert "Somebody else has changed this since you opened it." in said(response)
    assert len(draft_of(program).content["requirement"]) == 1


def test_a_draft_gone_meanwhile_is_said_and_not_written(desk, coordinator):
    program = make_program("gable")
    draft = begun(program, desk)
    told = sent(program, **FRAME)
    desk.post(f"{draft}discard/", sent(program))

    assert desk.post(f"{draft}clauses/0/frame/", told).status_code == 404
    assert desk.get(draft).status_code == 404


def test_a_tree_grows_turns_and_shrinks(desk):
    program = make_program("gable")
    clause = f"{begun(program, desk)}clauses/1/"

    def rule():
        return draft_of(program).content["requirement"][1].get("rule")

    desk.post(f"{clause}test/standing/?at=root&how=any", sent(program, **{"is": "student"}))
    assert rule() == {"any": [{"sponsorship": {"visas": ["j1"]}}, {"standing": {"is": "student"}}]}
    page = text_of(desk, clause)
    assert "One of these" in page
    assert "Must not be" in page

    desk.post(f"{clause}tree/", sent(program, do="negate", at="any-1"))
    assert rule()["any"][1] == {"none": [{"standing": {"is": "student"}}]}
    desk.post(f"{clause}tree/", sent(program, do="remove", at="any-0"))
    assert rule() == {"none": [{"standing": {"is": "student"}}]}
    desk.post(f"{clause}tree/", sent(program, do="remove", at="root"))
    assert rule() is None
    assert "Add a test" in text_of(desk, clause)


@pytest.mark.parametrize(
    "address",
    [
        "clauses/9/", "clauses/9/frame/", "clauses/0/test/?at=any-7&how=all",
        "clauses/0/test/?at=root&how=sideways", "clauses/0/test/sorcery/?at=root&how=all",
    ],
)  # fmt: skip
def test_what_a_draft_does_not_have_is_no_page(desk, address):
    draft = begun(make_program("gable"), desk)

    assert desk.get(f"{draft}{address}").status_code == 404


@pytest.mark.parametrize("told", [{"do": "burn", "at": "root"}, {"do": "remove", "at": "any-3"}])
def test_an_odd_step_on_a_tree_is_refused(desk, told):
    program = make_program("gable")
    draft = begun(program, desk)

    assert desk.post(f"{draft}clauses/0/tree/", sent(program, **told)).status_code == 404


def test_a_wrong_test_is_said_beside_its_field_and_not_kept(desk):
    program = make_program("gable")
    draft = begun(program, desk)
    response = desk.post(
        f"{draft}clauses/0/test/graduated_within/?at=root&how=all", sent(program, years="99")
    )

    assert response.status_code == 400
    assert "Ensure this value is less than or equal to 30." in said(response)
    assert draft_of(program).version == 1


def test_a_second_draft_is_not_begun(desk):
    program = make_program("gable")
    begun(program, desk)
    response = desk.post(f"/desk/programs/{program.pk}/draft/start/", follow=True)

    assert "There is a draft already" in said(response)
    assert program.versions.count() == 2


def test_a_draft_can_be_like_any_version(desk):
    program = make_program("gable")
    start = f"/desk/programs/{program.pk}/draft/start/"
    desk.post(start, {"like": "1"})

    assert draft_of(program).content == program.versions.get(number=1).content
    assert desk.post(start, {"like": "x"}).status_code == 404
    assert desk.post(start, {"like": "7"}).status_code == 404


# ── versions ─────────────────────────────────────────────────────────────────────────────────


def test_versions_are_compared_withdrawn_and_gone_back_to(desk):
    program = make_program("gable")
    draft = begun(program, desk)
    desk.post(f"{draft}clauses/1/remove/", sent(program))
    desk.post(f"{draft}source/", sent(program, **SOURCE | {"about_experience": ""}))
    desk.post(f"{draft}publish/", sent(program))
    home = f"/desk/programs/{program.pk}/"

    page = text_of(desk, f"{home}versions/2/")
    assert "From version 1 to version 2" in page
    assert "Clause “visa”" in page
    assert "From version 2 to version 1" in text_of(desk, f"{home}versions/1/?against=2")

    assert desk.post(f"{home}versions/2/withdraw/", {"why": ""}).status_code == 400
    desk.post(f"{home}versions/2/withdraw/", {"why": "Misread."})
    response = desk.post(f"{home}versions/1/back/", {"why": "It was right."}, follow=True)
    assert "What version 1 said is published again" in said(response)
    states = program.versions.order_by("number").values_list("state", flat=True)
    assert list(states) == ["superseded", "withdrawn", "published"]

    lines = text_of(desk, f"{home}history/")
    assert "withdrew version 2 of the rules: Misread." in lines
    assert "went back to version 1, as version 3: It was right." in lines


@pytest.mark.parametrize("address", ["versions/1/back/", "versions/2/withdraw/", "versions/9/"])
def test_what_cannot_be_done_to_a_version_is_no_page(desk, address):
    program = make_program("gable")
    begun(program, desk)

    assert desk.get(f"/desk/programs/{program.pk}/{address}").status_code == 404


# ── the list, names, reports ─────────────────────────────────────────────────────────────────


def test_the_list_shows_what_is_stale_and_what_nobody_has_read(desk):
    make_program("current", name="Current")
    make_program("older", name="Older", as_of="2018")
    make_bare_program(name="Bare")

    everything = text_of(desk, "/desk/programs/")
    assert "1 with current rules" in everything
    assert "1 with rules of an older season" in everything
    assert "3 found" in everything
    stale = text_of(desk, "/desk/programs/?show=older")
    assert "1 found" in stale
    assert "Older" in stale
    assert "0 found" in text_of(desk, "/desk/programs/?show=draft")
    assert "1 found" in text_of(desk, "/desk/programs/?q=bare&show=none")


def test_the_list_asks_the_same_of_one_program_and_of_three(desk, django_assert_num_queries):
    for number in range(3):
        make_program(f"p-{number}")
        desk.get("/desk/programs/")
        with django_assert_num_queries(8):
            desk.get("/desk/programs/")


def test_names_are_changed_and_the_second_editor_is_told(desk):
    program = make_program("gable")
    address = f"/desk/programs/{program.pk}/edit/"
    told = {"name": "Gable Two", "specialty": "urology", "state_code": "TX", "version": "1"}
    desk.post(address, told)
    response = desk.post(address, {**told, "name": "Gable Three"})

    assert response.status_code == 409
    page = said(response)
    assert "As it is kept now: <bdi>Gable Two</bdi>" in page
    assert 'value="Gable Three"' in page
    assert desk.post(address, {**told, "name": "Gable Three", "version": "2"}).status_code == 302
    assert Program.objects.get().name == "Gable Three"


def test_a_code_another_program_has_is_told(desk):
    make_bare_program(nrmp_code="1062480C0", name="First")
    response = desk.post(
        "/desk/programs/new/",
        {"name": "B", "specialty": "urology", "state_code": "NY", "nrmp_code": "1062480C0"},
    )

    assert response.status_code == 400
    assert "Another program has this NRMP code; correct one of them." in said(response)


def test_a_report_is_shown_where_it_is_settled(desk, applicant):
    program = make_program("gable", name="Gable")
    report = report_change(
        program=program, url="https://a.example/now", words="H-1B too.", by=applicant, at=NOW
    )
    for address in ("/desk/", "/desk/programs/reports/", f"/desk/programs/{program.pk}/"):
        assert "H-1B too." in text_of(desk, address)
    address = f"/desk/programs/reports/{report.pk}/"
    assert desk.post(address, {"state": "taken"}).status_code == 400
    response = desk.post(address, {"state": "taken", "answer": "Kept."}, follow=True)
    assert "No report waits." in said(response)
    assert ChangeReport.objects.get().answer == "Kept."

    again = desk.post(address, {"state": "taken", "answer": "Kept."})
    assert again.status_code == 400
    assert "Somebody has settled this report already" in said(again)


def test_reports_ask_the_same_of_one_and_of_three(desk, applicant, django_assert_num_queries):
    for _ in range(3):
        report_change(
            program=make_program(), url="https://a.example", words="x", by=applicant, at=NOW
        )
        with django_assert_num_queries(5):
            desk.get("/desk/programs/reports/")


def test_a_reader_sees_everything_and_no_button(reader, coordinator):
    program = make_program("gable")
    start_draft(program=program, like=program.versions.get(), by=coordinator, at=NOW)
    client = client_of(reader)

    for address in ("", "draft/", "versions/1/"):
        page = text_of(client, f"/desk/programs/{program.pk}/{address}")
        assert 'action="/desk/' not in page
    assert client.get(f"/desk/programs/{program.pk}/history/").status_code == 403


# ── figures of others ────────────────────────────────────────────────────────────────────────


def nrmp(**over):
    return NrmpProgram.objects.create(
        **{
            "code": "1062480C0", "program": "Internal Medicine", "names": ["Gable Hosp-NY"],
            "state_code": "NY", "specialty": "internal medicine", **over,
        }
    )  # fmt: skip


def test_a_code_is_joined_by_a_persons_word_and_its_quotas_are_shown(desk):
    program = make_program("gable", name="Gable Hospital")
    Quota.objects.create(
        nrmp=nrmp(), year=2020, offered=8, filled=7, source="NRMP", read_on=NOW.date()
    )
    address = f"/desk/programs/{program.pk}/codes/"
    assert "Names 77% alike" in text_of(desk, address)
    assert "Places in the Match: unknown." in text_of(desk, "/programs/gable/")

    response = desk.post(address, {"code": "1062480C0", "version": "1"}, follow=True)
    assert "2020: 7 of 8 filled" in said(response)
    page = text_of(desk, "/programs/gable/")
    assert "Places in the Match, by the NRMP code 1062480C0" in page
    assert "NRMP, read Nov 27, 2026" in page


def test_a_code_somebody_else_holds_is_shown_as_theirs_and_not_joined(desk):
    nrmp()
    make_bare_program(name="Holder", nrmp_code="1062480C0")
    program = make_program("gable", name="Gable Hospital")
    address = f"/desk/programs/{program.pk}/codes/"

    assert "Held by Holder" in text_of(desk, address)
    response = desk.post(address, {"code": "1062480C0", "version": "1"})
    assert response.status_code == 409
    assert "Holder has this NRMP code" in said(response)


def test_without_a_code_of_like_name_the_page_says_what_to_do(desk):
    program = make_program("gable")

    assert "No code of the same state" in text_of(desk, f"/desk/programs/{program.pk}/codes/")


SHARE = {
    "share_of": "non_us_img", "count": "9", "residents": "24", "as_of": "2026-07-01",
    "source_name": "Residents", "source_url": "https://a.example/residents",
}  # fmt: skip


def test_a_share_is_shown_with_its_label_day_and_source_else_unknown(desk):
    program = make_program("gable")
    unknown = "Share of international medical graduates among its residents: unknown."
    assert unknown in text_of(desk, "/programs/gable/")

    desk.post(f"/desk/programs/{program.pk}/shares/add/", SHARE)
    page = text_of(desk, "/programs/gable/")
    assert (
        "9 of its 24 residents (38%) were international medical graduates who are no US citizens, "
        "as of Jul 1, 2026." in page
    )
    share = program.shares.get()
    desk.post(f"/desk/programs/{program.pk}/shares/{share.pk}/drop/")
    assert unknown in text_of(desk, "/programs/gable/")


@pytest.mark.parametrize(
    ("over", "says"),
    [
        ({"count": "25"}, "There cannot be more of them than residents in all."),
        ({"residents": "0"}, "A program without residents has no share."),
        ({"as_of": "2026-11-28"}, "The day is still to come."),
        ({"source_url": ""}, "This field is required."),
    ],
)
def test_a_share_without_sense_is_refused(desk, over, says):
    program = make_program("gable")
    response = desk.post(f"/desk/programs/{program.pk}/shares/add/", {**SHARE, **over})

    assert response.status_code == 400
    assert says in said(response)

from dataclasses import replace
from datetime import date

from rounds.core.facts import Ecfmg, Sitting, StatusSpan
from rounds.core.planner.report.dates import DOCUMENTS, Step, dated_steps, undated_steps
from rounds.core.vocabulary import Exam, ExamResult, LetterPolicy, SeasonStatus, Status


def with_facts(answer, **facts):
    problem = replace(answer.problem, facts=replace(answer.problem.facts, **facts))
    return replace(answer, problem=problem)


def bare(answer):
    return with_facts(answer, statuses=(), exams=(), ecfmg=Ecfmg())


def lines(answer):
    return [(one.on.isoformat(), one.step, one.number) for one in dated_steps(answer)]


def test_rotations_letters_and_the_season_stand_by_day(answer):
    assert lines(bare(answer)) == [
        ("2027-01-04", Step.BEGINS, 1),
        ("2027-01-29", Step.ENDS, 1),
        ("2027-02-08", Step.BEGINS, 2),
        ("2027-03-05", Step.ENDS, 2),
        ("2027-03-12", Step.LETTER, 1),
        ("2027-03-19", Step.LETTER, 2),
        ("2027-09-01", Step.APPLY, 0),
        ("2028-03-01", Step.RANK, 0),
        ("2028-06-29", Step.START, 0),
    ]


def test_projected_days_say_so(answer):
    words = [one.words for one in dated_steps(answer) if one.step is Step.APPLY]
    published = replace(answer.problem.season, status=SeasonStatus.PUBLISHED)
    sure = replace(answer, problem=replace(answer.problem, season=published))

    assert words == ["Applications open (projected); letters due"]
    assert [one.words for one in dated_steps(sure) if one.step is Step.APPLY] == [
        "Applications open; letters due"
    ]


def test_a_letter_says_who_gives_it_and_when_it_is_too_late(answer):
    first, second = answer.plan.terms
    terms = (
        replace(first, letter_policy=LetterPolicy.CONDITIONAL),
        replace(second, turnaround_days=300),
    )
    changed = replace(answer, plan=replace(answer.plan, terms=terms))

    found = [one.words for one in dated_steps(changed) if one.step is Step.LETTER]
    assert found == [
        f"Letter of {first.author} usually there, if the writer agrees",
        f"Letter of {second.author} usually there: too late to apply",
    ]
    silent = (replace(first, turnaround_days=None), second)
    unknown = replace(answer, plan=replace(answer.plan, terms=silent))
    assert [one.number for one in dated_steps(unknown) if one.step is Step.LETTER] == [2]


def test_what_the_person_expects_stands_among_the_dates(answer):
    told = with_facts(
        bare(answer),
        exams=(
            Sitting(Exam.STEP_2_CK, date(2027, 1, 2), ExamResult.PASSED),
            Sitting(Exam.STEP_1, date(2026, 1, 2), ExamResult.PASSED),
        ),
        ecfmg=Ecfmg(expected_on=date(2027, 6, 1)),
    )

    found = {one.step: (one.on, one.words) for one in dated_steps(told) if not one.number}
    assert found[Step.EXAM] == (date(2027, 1, 2), "Step 2 CK")
    assert found[Step.CERTIFICATE] == (
        date(2027, 6, 1), "ECFMG certificate expected, as you told",
    )  # fmt: skip


def test_a_visa_must_be_there_when_its_status_begins_and_its_end_is_told(answer):
    last = answer.plan.terms[-1].span.last
    told = with_facts(
        bare(answer),
        statuses=(
            StatusSpan(Status.ABROAD, None, date(2027, 1, 1)),
            StatusSpan(Status.B2, date(2027, 1, 2), last),
            StatusSpan(Status.PERMANENT_RESIDENT, date(2027, 3, 6)),
        ),
    )

    found = [
        (one.step, one.on, one.words)
        for one in dated_steps(told)
        if one.step in (Step.VISA, Step.STATUS_ENDS)
    ]
    assert found == [
        (Step.STATUS_ENDS, date(2027, 1, 1), "Status “outside the US” ends, as you told"),
        (Step.VISA, date(2027, 1, 2), "You tell B-2 from this day: the visa must be there"),
        (Step.STATUS_ENDS, last, "Status “B-2” ends, as you told"),
    ]


def test_what_has_passed_is_left_out(answer):
    later = replace(answer.problem.season, today=date(2027, 2, 1))
    moved = replace(bare(answer), problem=replace(bare(answer).problem, season=later))

    assert lines(moved)[0][0] == "2027-02-08"


def test_what_nobody_has_dated_is_told_too(answer, nothing_helps):
    first, second = answer.plan.terms
    silent = replace(second, turnaround_days=None)
    writes_none = replace(silent, letter_policy=LetterPolicy.DOES_NOT_WRITE)

    def told(*terms):
        return undated_steps(replace(answer, plan=replace(answer.plan, terms=terms)))

    assert told(first, second) == [DOCUMENTS]
    assert told(first, silent) == [
        f"Nobody has stated when the letter of {second.author} comes.",
        DOCUMENTS,
    ]
    assert told(first, writes_none) == [DOCUMENTS]
    assert undated_steps(nothing_helps) == []

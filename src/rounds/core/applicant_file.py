"""Read a person's facts from TOML."""

from rounds.core.facts import (
    WEEKLY_HOURS,
    ApplicantFacts,
    ClinicalExperience,
    Ecfmg,
    Letter,
    School,
    Sitting,
    StatusSpan,
    Training,
)
from rounds.core.reading import Section, read_toml
from rounds.core.values import DateSpan
from rounds.core.vocabulary import (
    SPECIALTIES,
    STATES,
    Complete,
    Credential,
    Exam,
    ExamResult,
    Kind,
    Mode,
    Origin,
    Role,
    Setting,
    Status,
    Visa,
)

COMPLETABLE = ("statuses", "exams", "credentials", "experience", "letters", "training")
MAX_SCORE = 500
MAX_WEEKS = 520
HOURS_IN_A_WEEK = 168


def read_applicant(text: str, file: str) -> ApplicantFacts:
    """Facts of one person; raises BadInput with every problem of the file."""
    root = read_toml(text, file)
    complete = _completeness(root)
    residency = root.table("residency")
    facts = ApplicantFacts(
        name=root.text("name") or "",
        degree_on=root.day("degree_on"),
        clinical_years=_clinical_years(root),
        school=_school(root),
        statuses=tuple(_statuses(root)),
        statuses_complete=complete["statuses"],
        needs_sponsorship=residency.flag("needs_sponsorship") if residency else None,
        sponsorship_visas=residency.choices("visas", Visa) if residency else None,
        exams=tuple(_sittings(root)),
        exams_complete=complete["exams"],
        ecfmg=_ecfmg(root),
        credentials=root.choices("credentials", Credential) or frozenset(),
        credentials_complete=complete["credentials"],
        experience=tuple(_experiences(root)),
        experience_complete=complete["experience"],
        letters=tuple(_letters(root)),
        letters_complete=complete["letters"],
        training=tuple(_trainings(root)),
        training_complete=complete["training"],
    )
    if residency:
        residency.close()
    root.close()
    root.report.raise_if_any()
    return facts


def _completeness(root: Section) -> dict[str, Complete]:
    section = root.table("complete")
    if section is None:
        return dict.fromkeys(COMPLETABLE, Complete.UNKNOWN)
    told = {name: section.choice(name, Complete) or Complete.UNKNOWN for name in COMPLETABLE}
    section.close()
    return told


def _clinical_years(root: Section) -> DateSpan | None:
    section = root.table("clinical_years")
    if section is None:
        return None
    span = section.span()
    section.close()
    return span


def _school(root: Section) -> School | None:
    section = root.table("school")
    if section is None:
        return None
    country = section.country(required=True)
    name = section.text("name") or ""
    section.close()
    return School(country, name) if country else None


def _statuses(root: Section) -> list[StatusSpan]:
    found = []
    for section in root.tables("status"):
        status = section.choice("status", Status, required=True)
        first, last = section.day("first"), section.day("last")
        section.close()
        if first and last and last < first:
            section.problem("last", f"'last' ({last}) is before 'first' ({first}).")
        elif status:
            found.append(StatusSpan(status, first, last))
    return found


def _sittings(root: Section) -> list[Sitting]:
    found = []
    for section in root.tables("exam"):
        exam = section.choice("exam", Exam, required=True)
        taken_on = section.day("taken_on", required=True)
        result = section.choice("result", ExamResult, required=True)
        score = section.integer("score", low=1, high=MAX_SCORE)
        section.close()
        if exam and taken_on and result:
            found.append(Sitting(exam, taken_on, result, score))
    return found


def _ecfmg(root: Section) -> Ecfmg:
    section = root.table("ecfmg")
    if section is None:
        return Ecfmg()
    told = Ecfmg(section.flag("certified"), section.day("certified_on"), section.day("expected_on"))
    section.close()
    return told


def _experiences(root: Section) -> list[ClinicalExperience]:
    sections = list(root.tables("experience"))
    found = [_experience(section, index) for index, section in enumerate(sections, start=1)]
    items = [item for item in found if item is not None]
    refs = [item.ref for item in items]
    for section, item in zip(sections, found, strict=True):
        if item is not None and refs.count(item.ref) > 1:
            section.problem("ref", f"the name {item.ref} is used for several experiences.")
    return items


def _experience(section: Section, index: int) -> ClinicalExperience | None:
    ref = section.text("ref") or f"experience {index}"
    span = section.span()
    weeks = section.integer("weeks", low=0, high=MAX_WEEKS, required=True)
    kind = section.choice("kind", Kind)
    role = section.choice("role", Role)
    mode = section.choice("mode", Mode)
    country = section.country()
    specialty = section.name("specialty", SPECIALTIES)
    hours = hours_of(section)
    state = section.name("state", STATES)
    place = section.text("place") or ""
    origin = section.choice("origin", Origin) or Origin.OWN_WORD
    section.close()
    if span is None or weeks is None:
        return None
    if weeks > len(span.calendar_weeks):
        section.problem(
            "weeks",
            f"{weeks} certified weeks do not fit between {span.first} and {span.last}, "
            f"which touch {len(span.calendar_weeks)} calendar weeks.",
        )
    return ClinicalExperience(
        ref=ref,
        span=span,
        weeks=weeks,
        kind=kind,
        role=role,
        mode=mode,
        country=country,
        specialty=specialty,
        hours=hours,
        state=state,
        place=place,
        origin=origin,
    )


def hours_of(parent: Section) -> WEEKLY_HOURS | None:
    """The table ``hours``: hours a week by setting."""
    section = parent.table("hours")
    if section is None:
        return None
    hours = [
        (setting, section.integer(setting.value, low=0, high=HOURS_IN_A_WEEK))
        for setting in Setting
        if setting.value in section
    ]
    section.close()
    told = tuple((setting, count) for setting, count in hours if count is not None)
    if sum(count for _, count in told) > HOURS_IN_A_WEEK:
        parent.problem("hours", f"the hours add up to more than {HOURS_IN_A_WEEK} a week.")
    return told


def _letters(root: Section) -> list[Letter]:
    letters = [_letter(section) for section in root.tables("letter")]
    return [letter for letter in letters if letter is not None]


def _letter(section: Section) -> Letter | None:
    author = section.text("author", required=True)
    ready_on = section.day("ready_on", required=True)
    specialty = section.name("specialty", SPECIALTIES)
    is_us_physician = section.flag("us_physician")
    role = section.choice("role", Role)
    on_letterhead = section.flag("letterhead")
    section.close()
    if author is None or ready_on is None:
        return None
    return Letter(author, specialty, is_us_physician, ready_on, role, on_letterhead)


def _trainings(root: Section) -> list[Training]:
    found = []
    for section in root.tables("training"):
        span, country = section.span(), section.country(required=True)
        specialty = section.name("specialty", SPECIALTIES)
        is_acgme = section.flag("acgme")
        section.close()
        if span and country:
            found.append(Training(span, country, specialty, is_acgme))
    return found

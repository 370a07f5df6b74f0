"""The words of the field, one meaning each. Glossary: docs/glossary.md."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of rotation it is."""

    OBSERVERSHIP = "observership"
    EXTERNSHIP = "externship"
    ELECTIVE = "elective"
    SUB_INTERNSHIP = "sub_internship"
    RESEARCH = "research"


class Role(StrEnum):
    """What the learner does with patients."""

    HANDS_ON = "hands_on"
    OBSERVING = "observing"
    NONE = "none"


class Mode(StrEnum):
    """Where the learner is."""

    IN_PERSON = "in_person"
    VIRTUAL = "virtual"


class Setting(StrEnum):
    """Where an hour is spent."""

    INPATIENT = "inpatient"
    EMERGENCY = "emergency"
    OPERATING_ROOM = "operating_room"
    HOSPITAL_OUTPATIENT = "hospital_outpatient"
    OFFICE = "office"
    DIDACTIC = "didactic"
    RESEARCH = "research"


HOSPITAL = frozenset(
    {Setting.INPATIENT, Setting.EMERGENCY, Setting.OPERATING_ROOM, Setting.HOSPITAL_OUTPATIENT}
)
CLINIC = frozenset({Setting.HOSPITAL_OUTPATIENT, Setting.OFFICE})
SETTING_GROUPS: dict[str, frozenset[Setting]] = {"hospital": HOSPITAL, "clinic": CLINIC}
CLINICAL_SETTINGS = HOSPITAL | CLINIC


class Status(StrEnum):
    """US immigration position on a day. Several can hold at once (a dependent with an EAD)."""

    US_CITIZEN = "us_citizen"
    PERMANENT_RESIDENT = "permanent_resident"
    EAD = "ead"
    J1 = "j1"
    H1B = "h1b"
    F1 = "f1"
    B1 = "b1"
    B2 = "b2"
    VISA_WAIVER_BUSINESS = "wb"
    VISA_WAIVER_TOURIST = "wt"
    OTHER = "other"
    ABROAD = "abroad"


STATUS_NAMES: dict[Status, str] = {
    Status.US_CITIZEN: "US citizen",
    Status.PERMANENT_RESIDENT: "permanent resident",
    Status.EAD: "work permit (EAD)",
    Status.J1: "J-1",
    Status.H1B: "H-1B",
    Status.F1: "F-1",
    Status.B1: "B-1",
    Status.B2: "B-2",
    Status.VISA_WAIVER_BUSINESS: "visa waiver for business (WB)",
    Status.VISA_WAIVER_TOURIST: "visa waiver for tourism (WT)",
    Status.OTHER: "another status",
    Status.ABROAD: "outside the US",
}


class Visa(StrEnum):
    """Visas a residency program may sponsor."""

    J1 = "j1"
    H1B = "h1b"


VISA_NAMES: dict[Visa, str] = {Visa.J1: "J-1", Visa.H1B: "H-1B"}


class Exam(StrEnum):
    """Examinations the rules speak of."""

    STEP_1 = "step_1"
    STEP_2_CK = "step_2_ck"
    STEP_3 = "step_3"
    OET_MEDICINE = "oet_medicine"


EXAM_NAMES: dict[Exam, str] = {
    Exam.STEP_1: "Step 1",
    Exam.STEP_2_CK: "Step 2 CK",
    Exam.STEP_3: "Step 3",
    Exam.OET_MEDICINE: "OET Medicine",
}
USMLE = (Exam.STEP_1, Exam.STEP_2_CK, Exam.STEP_3)


class ExamResult(StrEnum):
    """How one sitting ended. An incomplete sitting is an attempt and not a failure."""

    PASSED = "passed"
    FAILED = "failed"
    INCOMPLETE = "incomplete"
    PENDING = "pending"


class Credential(StrEnum):
    """Other proofs programs accept instead of the ECFMG certificate."""

    US_LICENSE = "us_license"
    FIFTH_PATHWAY = "fifth_pathway"


class Complete(StrEnum):
    """Is this list all there is?"""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Origin(StrEnum):
    """Who says a fact: a preceptor's attestation, the applicant, or a plan not yet done."""

    ATTESTED = "attested"
    OWN_WORD = "own_word"
    PLANNED = "planned"


class Topic(StrEnum):
    """What a requirement is about."""

    EXPERIENCE = "experience"
    EXAMS = "exams"
    GRADUATION = "graduation"
    CERTIFICATION = "certification"
    LETTERS = "letters"
    SPONSORSHIP = "sponsorship"
    SCHOOL = "school"
    OTHER = "other"


DOOR_TOPICS = (Topic.EXPERIENCE, Topic.GRADUATION, Topic.SPONSORSHIP)


class Modality(StrEnum):
    """How binding a requirement is. Only ``required`` can close a door."""

    REQUIRED = "required"
    STRONGLY_PREFERRED = "strongly_preferred"
    PREFERRED = "preferred"
    NOT_REQUIRED = "not_required"
    UNKNOWN = "unknown"


class Stage(StrEnum):
    """When a requirement is due."""

    APPLY = "apply"
    INTERVIEW = "interview"
    RANK = "rank"
    START = "start"


class Coverage(StrEnum):
    """What a program's page says about a topic."""

    STATED = "stated"
    EXPRESSLY_NONE = "expressly_none"
    NOT_STATED = "not_stated"
    NOT_READ = "not_read"


class Verdict(StrEnum):
    """The only three answers."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


class UnknownCause(StrEnum):
    """Why an answer is unknown, which says who can cure it."""

    NOT_TOLD = "not_told"
    NOT_STATED = "not_stated"
    NOT_TESTABLE = "not_testable"
    PENDING = "pending"
    STALE = "stale"


CURES: dict[UnknownCause, str] = {
    UnknownCause.NOT_TOLD: "tell Rounds this fact",
    UnknownCause.NOT_STATED: "ask the program",
    UnknownCause.NOT_TESTABLE: "have a person read this clause",
    UnknownCause.PENDING: "wait for the day this depends on",
    UnknownCause.STALE: "check the program's page for the planned season",
}


class Door(StrEnum):
    """A program as seen by one applicant for one season."""

    OPEN = "open"
    CLOSED = "closed"
    UNDECIDED = "undecided"


class Permission(StrEnum):
    """Legality's answer, from best to worst."""

    ALLOWED = "allowed"
    ALLOWED_BY_AGENCY_DECISION = "allowed_by_agency_decision"
    UNKNOWN = "unknown"
    NOT_ALLOWED = "not_allowed"


class SeasonStatus(StrEnum):
    """Where a season's dates come from."""

    PUBLISHED = "published"
    PROJECTED = "projected"
    USER = "user"


class LetterPolicy(StrEnum):
    """What a site says about letters before anybody pays."""

    WRITES = "writes"
    CONDITIONAL = "conditional"
    DOES_NOT_WRITE = "does_not_write"
    UNKNOWN = "unknown"


SPECIALTIES = (
    "anesthesiology",
    "child neurology",
    "dermatology",
    "diagnostic radiology",
    "emergency medicine",
    "family medicine",
    "general surgery",
    "internal medicine",
    "medicine-pediatrics",
    "neurology",
    "neurosurgery",
    "obstetrics and gynecology",
    "ophthalmology",
    "orthopedic surgery",
    "otolaryngology",
    "pathology",
    "pediatrics",
    "physical medicine and rehabilitation",
    "plastic surgery",
    "preliminary medicine",
    "preliminary surgery",
    "preventive medicine",
    "psychiatry",
    "radiation oncology",
    "thoracic surgery",
    "transitional year",
    "urology",
    "vascular surgery",
)

COUNTRY_CLASSES: dict[str, frozenset[str]] = {
    "us_or_canada": frozenset({"US", "CA"}),
    "english_speaking": frozenset({"US", "CA", "GB", "IE", "AU", "NZ"}),
}
STATE_CODES = """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM
    NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP
"""
STATES = frozenset(STATE_CODES.split())

# ISO 3166-1, two letters, and XK as commonly used for Kosovo. The US territories among STATES are
# left out: they are told as country US with their state.
COUNTRY_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ
    EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GW
    GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY
    KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MQ MR MS MT MU MV
    MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PS PT PW PY
    QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG
    TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VN VU WF WS YE YT ZA ZM
    XK ZW
"""
COUNTRIES = frozenset(COUNTRY_CODES.split())

from rounds.core.vocabulary import (
    CLINIC,
    CLINICAL_SETTINGS,
    COUNTRIES,
    COUNTRY_CLASSES,
    CURES,
    DOOR_TOPICS,
    EXAM_NAMES,
    HOSPITAL,
    SPECIALTIES,
    STATES,
    STATUS_NAMES,
    VISA_NAMES,
    Exam,
    Setting,
    Status,
    Topic,
    UnknownCause,
    Visa,
)


def test_every_cause_of_unknown_has_a_cure():
    assert list(CURES) == list(UnknownCause)


def test_every_status_exam_and_visa_has_a_name():
    assert list(STATUS_NAMES) == list(Status)
    assert list(EXAM_NAMES) == list(Exam)
    assert list(VISA_NAMES) == list(Visa)


def test_hospital_and_clinic_share_the_outpatient_department():
    assert {Setting.HOSPITAL_OUTPATIENT} == HOSPITAL & CLINIC
    assert set(Setting) - CLINICAL_SETTINGS == {Setting.DIDACTIC, Setting.RESEARCH}


def test_doors_depend_on_experience_graduation_and_sponsorship():
    assert DOOR_TOPICS == (Topic.EXPERIENCE, Topic.GRADUATION, Topic.SPONSORSHIP)


def test_states_are_the_fifty_the_district_and_five_territories():
    assert len(STATES) == 56
    assert {"DC", "PR", "GU", "VI", "AS", "MP"} < STATES


def test_countries_are_told_without_the_us_territories():
    assert len(COUNTRIES) == 245
    assert not {"PR", "GU", "VI", "AS", "MP", "UK"} & COUNTRIES
    assert frozenset().union(*COUNTRY_CLASSES.values()) < COUNTRIES


def test_specialties_are_sorted_and_named_once():
    assert list(SPECIALTIES) == sorted(set(SPECIALTIES))

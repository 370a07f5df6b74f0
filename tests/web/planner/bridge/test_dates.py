import pytest

from rounds.web.planner.bridge.dates import visa_line

VISA = {"step": "visa", "on": "2027-03-01", "words": "", "number": 0}


@pytest.mark.parametrize(
    ("steps", "rotations", "weeks", "says"),
    [
        ([], [1], 4, ""),
        ([VISA], [], 4, ""),
        ([VISA, {**VISA, "on": "2027-05-01"}], [1], None, "The visa must be there on Mar 1, 2027."),
        ([VISA], [1], 4, "apply for it by Feb 1, 2027."),
        ([VISA], [1], 0, "apply for it by Mar 1, 2027."),
    ],
)
def test_the_visa_stands_beside_the_dates_with_the_wait_the_person_told(
    steps, rotations, weeks, says
):
    line = visa_line({"steps": steps, "rotations": rotations}, weeks)

    assert line.startswith("The visa must be there on Mar 1, 2027.") if says else line == ""
    assert says in line

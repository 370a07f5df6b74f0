import pytest

from rounds.web.catalog.importers.readable import readable, telephone


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MERCY HOSPITAL OF THE VALLEY", "Mercy Hospital of the Valley"),
        ("ST. MARY'S & O'NEIL", "St. Mary's & O'Neil"),
        ("MCLEOD-SAMPLE (FICTIONAL)", "McLeod-Sample (Fictional)"),
        ("VA MEDICAL CENTER, INC", "VA Medical Center, Inc"),
        ("THE CLINIC AT 1ST AVENUE NW", "The Clinic at 1st Avenue NW"),
        ("McKay Hospital", "McKay Hospital"),
        ("U S HIGHWAY 431 NORTH", "U S Highway 431 North"),
        ("CLÍNICA ESPAÑOLA", "Clínica Española"),
        ("", ""),
    ],
)
def test_capital_letters_become_words(text, said):
    assert readable(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5555550100", "(555) 555-0100"),
        ("+1 555.555.0100", "(555) 555-0100"),
        ("(555) 555-0100", "(555) 555-0100"),
        ("555-0100", "555-0100"),
        ("555 555 0100 ext 7", "555 555 0100 ext 7"),
        ("", ""),
    ],
)
def test_ten_digits_are_set_apart_and_anything_else_stays_as_told(text, said):
    assert telephone(text) == said

"""Programs with rules, published unless told otherwise."""

from datetime import UTC, datetime
from itertools import count

from rounds.web.programs.actions.imports import import_programs
from rounds.web.programs.bridge.content import tables_told
from rounds.web.programs.models import Program

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
BY = "command:tests"
HEAD = """
[[program]]
id = "{code}"
name = "{name}"
specialty = "{specialty}"
state = "{state}"
city = "Gable Falls"
fictional = {fictional}
source = "https://{code}.example/residency"
via = "live page"
read_on = "2026-11"
{as_of}
"""
COVERED = """
coverage = { graduation = "expressly_none" }
"""
RULES = """
[[program.requirement]]
id = "usce"
topic = "experience"
modality = "required"
rule = { clinical_experience = { weeks = 4, countries = ["US"] } }

[[program.requirement]]
id = "visa"
topic = "sponsorship"
modality = "required"
rule = { sponsorship = { visas = ["j1"] } }
"""
_numbers = count(1)


def program_text(
    code="", *, name="", rules=COVERED + RULES, as_of="2027-2028", specialty="", **over
):
    number = next(_numbers)
    head = {
        "code": code or f"program-{number}", "name": name or f"Lantern Program {number}",
        "specialty": specialty or "internal medicine", "state": "NY",
        "as_of": f'as_of = "{as_of}"' if as_of else "", "fictional": "true", **over,
    }  # fmt: skip
    return HEAD.format(**head) + rules


def imported(*texts, at=NOW, by=BY):
    return import_programs(told=tables_told("\n".join(texts), "programs.toml"), by=by, at=at)


def make_program(code="", **told):
    """One program with its rules published."""
    text = program_text(code, **told)
    imported(text)
    (one,) = tables_told(text, "programs.toml")
    return Program.objects.get(code=one.program.id)


def make_bare_program(**over):
    number = next(_numbers)
    return Program.objects.create(
        **{
            "code": f"bare-{number}", "name": f"Unread Program {number}", "state_code": "NY",
            "specialty": "internal medicine", "is_fictional": True, **over,
        }
    )  # fmt: skip

"""Keep programs by hand: who they are. Their rules have verbs of their own."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from rounds.web.accounts.models import User
from rounds.web.kit.changes import changes
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.keeping import changed_meanwhile, mark_changed, note
from rounds.web.programs.models import Program

NAMED = ("name", "specialty", "state_code", "city", "acgme_id", "nrmp_code")
CODE_LENGTH = 100


@transaction.atomic
def create_program(*, values: Mapping[str, str], by: User, at: datetime) -> Program:
    """A program nobody has read yet; its code comes from its name and stays."""
    _refuse_if_code_is_taken(values, None)
    program = Program(**{name: values[name] for name in NAMED})
    program.code = _free_code(f"{program.name[:70]} {program.specialty}")
    program.save()
    begun = {name: value for name, value in values.items() if value}
    note(program, "created", by=by.ref, at=at, version=program.version, changes=changes({}, begun))
    mark_changed(at=at)
    return program


@transaction.atomic
def edit_program(
    *, program: Program, values: Mapping[str, str], version: int, by: User, at: datetime
) -> Program:
    """Change what names a program; refuses when somebody else did so meanwhile."""
    row = Program.objects.select_for_update().get(pk=program.pk)
    if row.version != version:
        raise changed_meanwhile(version)
    _refuse_if_code_is_taken(values, row)
    before = {name: getattr(row, name) for name in NAMED}
    found = changes(before, {name: values[name] for name in NAMED})
    if found:
        for name in found:
            setattr(row, name, values[name])
        row.version += 1
        row.save(update_fields=[*found, "version", "changed_at"])
        note(row, "changed", by=by.ref, at=at, version=row.version, changes=found)
        mark_changed(at=at)
    return row


def _refuse_if_code_is_taken(values: Mapping[str, str], program: Program | None) -> None:
    code = values["nrmp_code"]
    others = Program.objects.exclude(pk=program.pk) if program else Program.objects.all()
    if code and (other := others.filter(nrmp_code=code).first()):
        raise Refusal(
            "taken", f"{other.name} has this NRMP code. Correct one of the two.", field="nrmp_code"
        )


def _free_code(text: str) -> str:
    stem = slugify(text)[:CODE_LENGTH].strip("-") or "program"
    taken = set(Program.objects.filter(code__startswith=stem).values_list("code", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(code for code in (stem, *numbered) if code not in taken)

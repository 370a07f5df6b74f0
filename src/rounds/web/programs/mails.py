"""What programs write to people."""

from dataclasses import dataclass

from django.conf import settings

from rounds.web.programs.models import Program


@dataclass(frozen=True, slots=True)
class Mail:
    subject: str
    text: str


def door_changed(program: Program, *, was: str, now: str) -> Mail:
    """The rules of a program that counts for a person have changed, and its door with them.

    No fact about the person is in it: which clause it was is read on the page, signed in.
    """
    named = f"{program.name}, {program.specialty}, {program.town}"
    address = f"{settings.ADDRESS.rstrip('/')}{program.address}"
    return Mail(
        subject=f"A door is {now} now: {program.name}",
        text=(
            f"The rules known of a program you marked have changed.\n\n{named}\n\n"
            f"Its door was {was} for you and is {now} now. Why, clause by clause, with source and "
            f"date, is on its page in Rounds: {address}\n\n"
            "You get this because the program counts more than once in your plans. Set it back "
            "to “counts once” on its page to get no more of these.\n"
        ),
    )

"""What a person wishes of programs."""

from rounds.web.accounts.models import User
from rounds.web.programs.models import Star


def weights_of(user: User) -> tuple[tuple[str, int], ...]:
    """The planner's weights by program code, in a fixed order; every other program counts once."""
    stars = Star.objects.filter(user=user).order_by("program__code")
    return tuple(stars.values_list("program__code", "weight"))


def weights_by_program(user: User) -> dict[int, int]:
    """The weights by the number of the program's row."""
    return dict(Star.objects.filter(user=user).values_list("program_id", "weight"))

"""Which rotation is offered where, by whom, at which price and on which letter policy."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from rounds.core.values import Cents
from rounds.core.vocabulary import LetterPolicy, Mode, Role
from rounds.demo.clauses.page import Shares, pick
from rounds.demo.names import physicians
from rounds.demo.recipes import OFFERED, VISITING_GRADUATES, Recipe
from rounds.demo.sites import SITES, Place, Style

PRICE_STEP_DOLLARS = 25
MALPRACTICE_DOLLARS_A_MONTH = range(400, 601, 25)
LONG_STAY_WEEKS, LONG_STAY_PERCENT = 8, 90
BACKGROUND = "background check [background] 54.00"
VISA = "visa fee [visa] 185.00"
APPLICATIONS: Shares[str] = (
    (5, ""),
    (3, "application fee [application:lantern-bridge] 75.00"),
    (1, "application fee [application:old-mill] 250.00"),
)
POLICIES: Shares[LetterPolicy] = (
    (50, LetterPolicy.WRITES),
    (25, LetterPolicy.CONDITIONAL),
    (15, LetterPolicy.DOES_NOT_WRITE),
    (10, LetterPolicy.UNKNOWN),
)
TURNAROUND_DAYS = (14, 14, 21, 28, 28, 42)
EVERY_SO_MANY_WEEKS: Shares[int] = ((5, 4), (4, 3), (1, 2))
SPECIALTIES_BY_SITE = {
    "acorn": ("family medicine",),
    "bramble": ("family medicine", "internal medicine"),
    "goose": ("internal medicine",),
    "hazel": ("pediatrics",),
    "kettle": ("psychiatry",),
    "lark": ("neurology",),
    "peri": ("family medicine",),
    "yarrow": ("internal medicine", "family medicine"),
    "quill": ("internal medicine", "psychiatry"),
    "saffron": ("family medicine", "internal medicine"),
}
HOSPITAL_SPECIALTIES: Shares[str] = (
    (9, "internal medicine"),
    (5, "family medicine"),
    (3, "pediatrics"),
    (3, "psychiatry"),
    (2, "neurology"),
    (2, "general surgery"),
    (1, "pathology"),
    (1, "obstetrics and gynecology"),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A rotation with everything but its dates."""

    code: str
    name: str
    place: Place
    recipe: Recipe
    specialty: str
    author: str
    weeks: int
    price: str
    entry: str
    policy: LetterPolicy
    turnaround_days: int | None
    is_on_letterhead: bool | None
    every_weeks: int


def offers(chance: Random) -> tuple[Offer, ...]:
    """All rotations of all sites, in the order of the sites."""
    writers = iter(physicians(100, chance))
    return tuple(
        offer for place in SITES for offer in _offers_at(place, writers=writers, chance=chance)
    )


def _offers_at(place: Place, *, writers: Iterator[str], chance: Random) -> Iterator[Offer]:
    staff = [next(writers) for _ in range(3)]
    for number, recipe in enumerate(OFFERED[place.style], start=1):
        yield _offer(place, recipe, number=number, author=chance.choice(staff), chance=chance)


def _offer(place: Place, recipe: Recipe, *, number: int, author: str, chance: Random) -> Offer:
    specialty = _specialty(place, chance)
    entry, weeks = chance.choice(recipe.entries), chance.choice(recipe.weeks)
    policy = pick(POLICIES, chance)
    writes = policy in (LetterPolicy.WRITES, LetterPolicy.CONDITIONAL)
    return Offer(
        code=f"{place.id.upper()}{number}",
        name=f"{specialty} {recipe.kind.value.replace('_', '-')} {number}".capitalize(),
        place=place,
        recipe=recipe,
        specialty=specialty,
        author=author,
        weeks=weeks,
        price=_price(place, recipe, weeks=weeks, entry=entry, chance=chance),
        entry=entry,
        policy=policy,
        turnaround_days=chance.choice(TURNAROUND_DAYS) if writes else None,
        is_on_letterhead=_letterhead(place, chance),
        every_weeks=pick(EVERY_SO_MANY_WEEKS, chance),
    )


def _specialty(place: Place, chance: Random) -> str:
    if place.id in SPECIALTIES_BY_SITE:
        return chance.choice(SPECIALTIES_BY_SITE[place.id])
    return pick(HOSPITAL_SPECIALTIES, chance)


def _letterhead(place: Place, chance: Random) -> bool | None:
    if place.style in (Style.SCHOOL, Style.TEACHING):
        return True
    return chance.choice((True, False, None))


def _price(place: Place, recipe: Recipe, *, weeks: int, entry: str, chance: Random) -> str:
    """Price lines as the offers file writes them."""
    tuition = _tuition(recipe, weeks, chance)
    lines = [f"tuition {written(tuition)}"]
    if recipe.has_malpractice and chance.random() < 0.6:
        monthly = chance.choice(MALPRACTICE_DOLLARS_A_MONTH) * 100
        lines.append(f"malpractice {written(monthly * weeks // 4)}")
    if place.style in (Style.SCHOOL, Style.TEACHING) and recipe.role is Role.HANDS_ON:
        lines.append(BACKGROUND)
    if recipe.mode is not Mode.VIRTUAL:
        lines.append(pick(APPLICATIONS, chance))
    if entry == VISITING_GRADUATES:
        lines.append(VISA)
    if chance.random() < 0.03:
        lines[0] = "tuition unknown"
    return "; ".join(filter(None, lines))


def _tuition(recipe: Recipe, weeks: int, chance: Random) -> Cents:
    low, high = recipe.dollars
    four_weeks = chance.randrange(low, high + 1, PRICE_STEP_DOLLARS) * 100
    tuition = four_weeks * weeks // 4
    return tuition * LONG_STAY_PERCENT // 100 if weeks >= LONG_STAY_WEEKS else tuition


def written(cents: Cents) -> str:
    """``1,800.00``, as the offers file writes dollars."""
    return f"{cents // 100:,}.{cents % 100:02d}"

"""Names nobody can take for real: whimsical pairs, and "(fictional)" behind every one."""

from dataclasses import dataclass
from random import Random

FIRST_WORDS = (
    "Acornbury", "Bramblewick", "Candlemoor", "Dewberry", "Elderfrost", "Fernwhistle", "Gooseberry",
    "Hazelquill", "Inkwell", "Juniper", "Kettledrum", "Larkspindle", "Marigold", "Nutmeg",
    "Owlfeather", "Periwinkle", "Quillfeather", "Rosehipper", "Saffronby", "Thistledown",
    "Umberfield", "Velvetmoss", "Wrenlock", "Yarrowby", "Zephyrine",
)  # fmt: skip
SECOND_WORDS = (
    "Hollow", "Lantern", "Ferry", "Gable", "Orchard", "Tidepool", "Teapot", "Millrace", "Bellows",
    "Compass", "Moonrise", "Puddle",
)  # fmt: skip
HOUSES = (
    "Hospital",
    "Medical Center",
    "Community Hospital",
    "Health Center",
    "University Hospital",
)
TOWN_ENDINGS = ("Falls", "Landing", "Crossing", "Corners", "Springs")
GIVEN_NAMES = (
    "Ada", "Bruno", "Clio", "Dov", "Esme", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kavya",
    "Leo", "Mira", "Nils", "Olive", "Pavel", "Rosa", "Samir", "Tilda", "Uma",
)  # fmt: skip
FAMILY_NAMES = (
    "Fernweather", "Quillhaven", "Larkmoor", "Brackenshaw", "Candlewright", "Dovetailer",
    "Emberline", "Foxglovewood", "Gingerfield", "Honeywater", "Inkpenner", "Jasperlily",
    "Kettlebrook", "Lanternby", "Mossgrove", "Nettlecombe",
)  # fmt: skip
FICTIONAL = "(fictional)"
STATES = (
    "AL", "AZ", "CA", "CO", "CT", "FL", "GA", "IL", "IN", "KY", "LA", "MA", "MD", "MI", "MN", "MO",
    "NC", "NJ", "NV", "NY", "OH", "OK", "PA", "SC", "TN", "TX", "VA", "WA", "WI", "WV",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Institution:
    """A fictional teaching hospital in a fictional town of a real state."""

    slug: str
    name: str
    city: str
    state: str

    @property
    def url(self) -> str:
        """An address under ``.example``, which can never exist."""
        return f"https://{self.slug}.example"


def institutions(count: int, chance: Random) -> tuple[Institution, ...]:
    """So many different institutions; at most as many as there are pairs of words."""
    pairs = [(one, two) for one in FIRST_WORDS for two in SECOND_WORDS]
    return tuple(_institution(one, two, chance) for one, two in chance.sample(pairs, count))


def _institution(one: str, two: str, chance: Random) -> Institution:
    return Institution(
        slug=f"{one}-{two}".lower(),
        name=f"{one} {two} {chance.choice(HOUSES)} {FICTIONAL}",
        city=f"{one} {chance.choice(TOWN_ENDINGS)}",
        state=chance.choice(STATES),
    )


def physicians(count: int, chance: Random) -> tuple[str, ...]:
    """So many different physicians, such as ``Dr. Ada Fernweather (fictional)``."""
    pairs = [(given, family) for given in GIVEN_NAMES for family in FAMILY_NAMES]
    return tuple(
        f"Dr. {given} {family} {FICTIONAL}" for given, family in chance.sample(pairs, count)
    )

"""25 fictional sites in fictional towns of real states; what living there and going there costs.

Housing runs over the published range of $600 to $1,500 a month; travel amounts are invented.
"""

from dataclasses import dataclass
from enum import StrEnum

from rounds.core.values import Cents
from rounds.demo.names import FICTIONAL

WEEKS_A_YEAR, MONTHS_A_YEAR = 52, 12


class Style(StrEnum):
    """What sort of place it is, which decides what it offers."""

    SCHOOL = "hospital of a medical school"
    TEACHING = "community teaching hospital"
    UNSURE = "hospital whose ties to a school nobody has stated"
    OFFICE = "practice"
    ONLINE = "online"


MEDICAL_SCHOOL_HOSPITAL = {
    Style.SCHOOL: "yes",
    Style.TEACHING: "no",
    Style.UNSURE: "",
    Style.OFFICE: "no",
    Style.ONLINE: "no",
}

ENDINGS = {
    Style.SCHOOL: "University Hospital",
    Style.TEACHING: "Community Hospital",
    Style.UNSURE: "Medical Center",
    Style.OFFICE: "",
    Style.ONLINE: "",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A site; ``rent`` in dollars a month, ``travel`` in dollars there and back."""

    id: str
    stem: str
    city: str
    state: str
    style: Style
    rent: int = 0
    travel: int = 0

    @property
    def name(self) -> str:
        """The whole name, marked as fictional."""
        return " ".join(filter(None, (self.stem, ENDINGS[self.style], FICTIONAL)))

    @property
    def housing_cents_a_week(self) -> Cents:
        """A twelfth of a year's rent is a month; a week is a 52nd."""
        return self.rent * 100 * MONTHS_A_YEAR // WEEKS_A_YEAR


SITES = (
    Place("candle", "Candlemoor Lantern", "Candlemoor Falls", "IL", Style.SCHOOL, 1150, 240),
    Place("owl", "Owlfeather Compass", "Owlfeather Landing", "NY", Style.SCHOOL, 1500, 320),
    Place("velvet", "Velvetmoss Gable", "Velvetmoss Springs", "TX", Style.SCHOOL, 950, 260),
    Place("wren", "Wrenlock Orchard", "Wrenlock Crossing", "PA", Style.SCHOOL, 1050, 210),
    Place("zephyr", "Zephyrine Tidepool", "Zephyrine Falls", "CA", Style.SCHOOL, 1500, 420),
    Place("fern", "Fernwhistle Millrace", "Fernwhistle Corners", "OH", Style.TEACHING, 700, 190),
    Place("juniper", "Juniper Hollow", "Juniper Springs", "IL", Style.TEACHING, 850, 230),
    Place("marigold", "Marigold Ferry", "Marigold Landing", "GA", Style.TEACHING, 800, 250),
    Place("nutmeg", "Nutmeg Bellows", "Nutmeg Crossing", "NJ", Style.TEACHING, 1300, 280),
    Place("thistle", "Thistledown Moonrise", "Thistledown Falls", "MI", Style.TEACHING, 650, 200),
    Place("dew", "Dewberry Teapot", "Dewberry Springs", "FL", Style.TEACHING, 1100, 260),
    Place("inkwell", "Inkwell Puddle", "Inkwell Corners", "NY", Style.TEACHING, 1400, 310),
    Place("rose", "Rosehipper Lantern", "Rosehipper Landing", "TX", Style.UNSURE, 900, 270),
    Place("umber", "Umberfield Compass", "Umberfield Crossing", "MD", Style.UNSURE, 1200, 220),
    Place("elder", "Elderfrost Gable", "Elderfrost Falls", "VA", Style.UNSURE, 950, 210),
    Place("acorn", "Acornbury Practice", "Acornbury Corners", "OH", Style.OFFICE, 600, 180),
    Place("bramble", "Bramblewick Care", "Bramblewick Springs", "TX", Style.OFFICE, 750, 250),
    Place("goose", "Gooseberry Office", "Gooseberry Landing", "FL", Style.OFFICE, 1000, 240),
    Place("hazel", "Hazelquill Pediatrics", "Hazelquill Crossing", "GA", Style.OFFICE, 750, 230),
    Place("kettle", "Kettledrum Psychiatry", "Kettledrum Falls", "NY", Style.OFFICE, 1250, 290),
    Place("lark", "Larkspindle Neurology", "Larkspindle Corners", "AZ", Style.OFFICE, 850, 300),
    Place("peri", "Periwinkle Practice", "Periwinkle Springs", "CA", Style.OFFICE, 1450, 400),
    Place("yarrow", "Yarrowby Primary Care", "Yarrowby Landing", "IL", Style.OFFICE, 800, 220),
    Place("quill", "Quillfeather Teleclinic", "Quillfeather (online)", "MI", Style.ONLINE),
    Place("saffron", "Saffronby Teleclinic", "Saffronby (online)", "NJ", Style.ONLINE),
)  # fmt: skip

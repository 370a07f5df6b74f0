"""The colors of the theme as its source says them, and their contrast as WCAG 2.2 measures it."""

import re
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "assets" / "tokens.css"
LEAST_TEXT = 4.5  # WCAG 2.2, 1.4.3
LEAST_EDGE = 3.0  # WCAG 2.2, 1.4.11

TONES = ("accent", "caution", "good", "bad")
TEXTS = [
    *((text, ground) for text in ("ink", "quiet", *TONES) for ground in ("white", "paper")),
    *((tone, f"{tone}-wash") for tone in TONES),
    *(("ink", f"{tone}-wash") for tone in TONES),
    *(("quiet", f"{tone}-wash") for tone in TONES),
    ("accent-deep", "accent-wash"),
    ("white", "accent"),
    ("white", "accent-deep"),
    ("white", "bad"),
    *(("white", f"tone-{number}") for number in (2, 3, 4)),
]
EDGES = [("edge", "white"), ("edge", "paper"), ("accent", "white"), ("bad", "white")]


@cache
def colors() -> dict[str, str]:
    """``{"ink": "#14201f", …}`` in the order of the source."""
    return dict(re.findall(r"--color-([\w-]+): (#[0-9a-f]{6});", SOURCE.read_text("utf-8")))


def contrast(one: str, two: str) -> float:
    """The ratio of two colors written ``#rrggbb``, from 1 to 21, in either order."""
    dark, light = sorted((_luminance(one), _luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

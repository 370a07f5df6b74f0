"""The colors of text on their grounds, measured as WCAG 2.2 does."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[3] / "src/rounds/web/assets/rounds.css"
COLORS = dict(re.findall(r"--color-([\w-]+): (#[0-9a-f]{6});", CSS.read_text("utf-8")))
TEXT_ON = [
    (text, ground)
    for text in ("ink", "quiet", "accent", "caution", "good", "bad")
    for ground in ("white", "paper")
] + [(tone, f"{tone}-wash") for tone in ("accent", "caution", "good", "bad")]


def luminance(color: str) -> float:
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_right():
    assert round(contrast("#000000", "#ffffff"), 1) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize(
    ("text", "ground"), [*TEXT_ON, ("white", "accent"), ("ink", "accent-wash")]
)
def test_every_text_can_be_read_on_its_ground(text, ground):
    assert contrast(COLORS[text], COLORS[ground]) >= 4.5

"""The colors of text on their grounds, measured as WCAG 2.2 does."""

import pytest

from rounds.web.kit.tokens import EDGES, LEAST_EDGE, LEAST_TEXT, TEXTS, colors, contrast


@pytest.mark.parametrize(
    ("one", "two", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#000000", 21),
        ("#777777", "#ffffff", 4.48),
        ("#ffffff", "#ffffff", 1),
    ],
)
def test_contrast_is_measured_right(one, two, ratio):
    assert round(contrast(one, two), 2) == ratio


def test_colors_are_read_from_the_source_of_the_theme():
    assert list(colors())[:2] == ["white", "paper"]
    assert colors()["white"] == "#ffffff"


@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_every_text_can_be_read_on_its_ground(text, ground):
    assert contrast(colors()[text], colors()[ground]) >= LEAST_TEXT


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_every_edge_that_carries_meaning_is_seen(edge, ground):
    assert contrast(colors()[edge], colors()[ground]) >= LEAST_EDGE


def test_every_color_but_the_hairline_is_measured():
    measured = {name for pair in [*TEXTS, *EDGES] for name in pair}

    assert set(colors()) - measured == {"rule"}

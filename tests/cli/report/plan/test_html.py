import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from rounds.cli.report.plan.html import plan_as_html
from rounds.cli.report.plan.opening import headline
from rounds.core.values import money

VOID = {"meta", "br"}
HOSTILE = "<script>alert(1)</script>\x00\x1b]0;x\u202e\" onload='x' {{ headline }} {% debug %}"


@pytest.fixture(scope="module")
def page(answer):
    return plan_as_html(answer)


class Reader(HTMLParser):
    """Collects tags, attributes and text; refuses tags that do not close."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.links, self.words = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [v for k, v in attrs if k in ("href", "src", "action", "data", "poster")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_startendtag(self, tag, _attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.words.append(data)


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def body_of(html):
    return html[html.index("<body>") : html.index("</body>") + len("</body>")]


def test_the_page_is_well_formed(page):
    assert page.startswith("<!DOCTYPE html>")
    read(page)
    ET.fromstring(body_of(page).replace("&nbsp;", " "))


def test_the_page_has_one_heading_and_says_its_language(page):
    reader = read(page)

    assert reader.tags.count("h1") == 1
    assert '<html lang="en-US">' in page


def test_the_heading_is_the_answer(page, answer):
    (heading,) = re.findall(r"<h1>(.*?)</h1>", page, re.DOTALL)

    assert heading.strip() == headline(answer)


def test_nothing_is_loaded_from_anywhere_and_nothing_runs(page):
    reader = read(page)

    assert {"script", "img", "link", "iframe", "object", "embed", "form"} & set(
        reader.tags
    ) == set()
    assert [url for url in re.findall(r"url\(([^)]*)", page) if not url.startswith('"data:')] == []
    assert "@import" not in page
    assert [link for link in reader.links if not link.startswith("https://")] == []
    assert "default-src 'none'" in page


def test_every_table_has_a_caption_and_heads(page):
    tables = re.findall(r"<table>.*?</table>", page, re.DOTALL)

    assert len(tables) >= 4
    assert [table for table in tables if "<caption>" not in table or "<thead>" not in table] == []


def test_pictures_are_told_in_words(page):
    pictures = re.findall(r"<svg[^>]*>", page)

    assert len(pictures) >= 3
    assert [svg for svg in pictures if 'role="img"' not in svg or 'aria-label="' not in svg] == []


def test_every_section_is_named_by_its_heading(page):
    for name in re.findall(r'<section aria-labelledby="(\w+)"', page):
        assert len(re.findall(rf'<h2 id="{name}">', page)) == 1


def test_the_costs_on_the_page_add_up(page, answer):
    (table,) = re.findall(r"<table>(?:(?!</table>).)*In all.*?</table>", page, re.DOTALL)
    amounts = re.findall(r'<td class="number">\s*\$([\d,.]+)\s*</td>', table)
    cents = [round(float(amount.replace(",", "")) * 100) for amount in amounts]

    assert sum(cents[:-1]) == cents[-1] == answer.plan.cost


def test_hostile_names_are_words_and_nothing_else(answer):
    term = answer.plan.terms[0]
    hostile = replace(term, rotation=HOSTILE, author=HOSTILE, site=replace(term.site, name=HOSTILE))
    facts = replace(answer.problem.facts, name=HOSTILE)
    plan = replace(answer.plan, terms=(hostile, *answer.plan.terms[1:]))
    told = replace(answer, plan=plan, problem=replace(answer.problem, facts=facts))

    html = plan_as_html(told)

    reader = read(html)
    assert "script" not in reader.tags
    assert "<script>alert(1)</script>" in "".join(reader.words)
    assert "{{ headline }} {% debug %}" in "".join(reader.words)
    assert re.findall("[\x00\x1b\u202e]", html) == []


def test_every_word_the_page_asks_for_is_there(page, nothing_helps):
    assert "[missing:" not in page
    assert "[missing:" not in plan_as_html(nothing_helps)


def test_without_a_rotation_there_is_no_empty_section(nothing_helps):
    html = plan_as_html(nothing_helps)

    assert re.findall(r'<h2 id="(rotations|law|costs)">', html) == []
    assert money(0) in html
    read(html)


def test_the_same_answer_makes_the_same_page(answer, page):
    assert plan_as_html(answer) == page

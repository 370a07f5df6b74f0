import pytest
from django.template import TemplateDoesNotExist

from rounds.web.kit.mails import drawn_mail


def test_text_and_html_are_drawn_from_the_same_words(settings, tmp_path):
    (tmp_path / "hello.txt").write_text("Hello {{ name|safe }}", "utf-8")
    (tmp_path / "hello.html").write_text("<p>Hello {{ name }}</p>", "utf-8")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]

    mail = drawn_mail("Hi", "hello", {"name": "A & B"})
    assert (mail.subject, mail.text, mail.html) == ("Hi", "Hello A & B", "<p>Hello A &amp; B</p>")


def test_a_mail_needs_both():
    with pytest.raises(TemplateDoesNotExist):
        drawn_mail("Hi", "kit/base", {})

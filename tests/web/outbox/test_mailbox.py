import pytest
from django.core.mail import EmailMultiAlternatives, get_connection

from rounds.web.outbox.mailbox import letters


@pytest.fixture
def post(settings, tmp_path):
    settings.DATA = tmp_path
    connection = get_connection("rounds.web.outbox.mailbox.Backend")

    def send(subject, text):
        mail = EmailMultiAlternatives(subject, text, to=["ana@b.example"], connection=connection)
        mail.attach_alternative("<b>html</b>", "text/html")
        return mail.send()

    return send


def test_an_empty_mailbox_has_no_letters(post):
    assert letters() == []


def test_the_newest_letter_comes_first_with_its_text(post):
    assert post("First", "One") == 1
    post("Second: naïve 你好", "Code 123456")

    assert [(one.subject, one.to, one.text.strip()) for one in letters()] == [
        ("Second: naïve 你好", "ana@b.example", "Code 123456"),
        ("First", "ana@b.example", "One"),
    ]
    assert letters()[0].html.strip() == "<b>html</b>"
    assert len(letters(most=1)) == 1

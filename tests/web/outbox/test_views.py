import pytest

from rounds.web.outbox.tasks import send_mail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mailbox(settings, tmp_path):
    settings.DATA = tmp_path
    settings.EMAIL_BACKEND = "rounds.web.outbox.mailbox.Backend"


def test_the_demos_mailbox_shows_mails_as_text(client):
    assert "No mail yet" in client.get("/mailbox/").content.decode()
    send_mail(to="ana@b.example", subject="Your code", text="<script>alert(1)</script> 482913")

    page = client.get("/mailbox/").content.decode()
    assert "Your code" in page
    assert "482913" in page
    assert "<script>" not in page


def test_production_has_no_mailbox(client, settings):
    settings.PROFILE = "production"

    assert client.get("/mailbox/").status_code == 404

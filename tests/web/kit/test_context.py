from django.test import RequestFactory, override_settings

from rounds.web.kit.context import profile


def test_templates_know_the_demo_from_production():
    request = RequestFactory().get("/")

    assert profile(request) == {"is_demo": True}
    with override_settings(PROFILE="production"):
        assert profile(request) == {"is_demo": False}

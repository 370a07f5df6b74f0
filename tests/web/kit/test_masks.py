import pytest

from rounds.web.kit.masks import MASK, masked


@pytest.mark.parametrize(
    "name", ["password", "new_password", "API_KEY", "token", "sign_in_code", "session_key", "ssn"]
)
def test_a_value_with_a_secret_name_is_hidden(name):
    assert masked({name: "abc"}) == {name: MASK}


@pytest.mark.parametrize("name", ["state_code", "passport", "key", "kind", "session", "discussion"])
def test_a_value_with_a_plain_name_stays(name):
    assert masked({name: "abc"}) == {name: "abc"}


def test_secrets_are_found_however_deep_they_stand():
    told = {"a": {"token": "x", "b": [{"secret": 1}, "plain"]}, "c": ("x", {"otp": 1})}

    assert masked(told) == {
        "a": {"token": MASK, "b": [{"secret": MASK}, "plain"]},
        "c": ["x", {"otp": MASK}],
    }

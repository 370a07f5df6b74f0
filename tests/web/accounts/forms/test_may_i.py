from rounds.web.accounts.forms.may_i import MayIForm


def test_status_and_day_may_stay_open_and_the_state_may_not():
    form = MayIForm({"degree": "student"})

    assert form.errors == {
        "state": ["Choose the state: the rules differ from state to state."],
    }

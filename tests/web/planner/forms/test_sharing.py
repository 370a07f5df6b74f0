from rounds.web.planner.forms.sharing import ShareForm


def test_a_link_has_a_time_and_no_facts_unless_ticked():
    plain, whole = ShareForm({"days": "30"}), ShareForm({"days": "7", "with_facts": "on"})

    assert plain.is_valid()
    assert whole.is_valid()
    assert plain.cleaned_data == {"days": 30, "with_facts": False}
    assert whole.cleaned_data == {"days": 7, "with_facts": True}


def test_a_link_for_ever_is_not_to_be_had():
    assert ShareForm({}).errors == {"days": ["Choose how long the link shall work."]}
    assert "days" in ShareForm({"days": "9999"}).errors

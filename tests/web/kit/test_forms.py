from django import forms

from rounds.web.kit.forms import Checks, Drawn, Radios


class Asked(Drawn, forms.Form):
    name = forms.CharField(label="Name", help_text="As in the passport.")
    born = forms.DateField(label="Born")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", "B")], widget=Radios)
    many = forms.MultipleChoiceField(label="Many", choices=[("x", "X")], widget=Checks)
    agrees = forms.BooleanField(label="I agree")


def test_every_field_has_its_label_hint_and_error_in_reach_of_a_screen_reader():
    page = str(Asked({"born": "2027-02-30"}))

    assert '<label for="id_name">Name</label>' in page
    assert 'id="id_name_helptext"' in page
    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert 'id="id_name_error"' in page
    assert 'aria-invalid="true"' in page
    assert "Enter a valid date." in page
    assert "<legend>Kind</legend>" in page


def test_a_day_uses_the_browsers_own_calendar_and_keeps_what_was_given():
    page = str(Asked({"born": "2027-02-03"})["born"])

    assert 'type="date"' in page
    assert 'value="2027-02-03"' in page


def test_choices_keep_what_was_chosen():
    page = str(Asked({"kind": "b", "many": ["x"], "agrees": "on"}))

    assert page.count("checked") == 3
    assert 'id="id_kind_1"' in page

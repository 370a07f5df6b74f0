"""Forms about one's own account: the name, a payer, an invitation of staff."""

from typing import ClassVar

from django import forms

from rounds.web.accounts.models import Payer, Relation, StaffRole, User
from rounds.web.kit.forms import Drawn, Radios


class NameForm(Drawn, forms.ModelForm):
    """What others on this site read; not the name of the passport."""

    class Meta:
        model = User
        fields = ("name",)
        labels: ClassVar = {"name": "Name shown on this site"}
        help_texts: ClassVar = {
            "name": "Your names as in the passport and in ERAS are kept among your facts."
        }


class PayerForm(Drawn, forms.ModelForm):
    relation = forms.ChoiceField(label="Who this is", choices=Relation, widget=Radios)

    class Meta:
        model = Payer
        fields = ("name", "email", "relation")
        labels: ClassVar = {"name": "Name", "email": "E-mail address"}


class RoleForm(Drawn, forms.Form):
    role = forms.ChoiceField(
        label="Role",
        choices=StaffRole,
        widget=Radios,
        error_messages={"required": "Choose a role."},
    )


class InvitationForm(RoleForm):
    """Whom to ask, and as what; whether they are asked already is the verb's to say."""

    email = forms.EmailField(
        label="E-mail address", error_messages={"required": "Tell the address to write to."}
    )
    field_order = ("email", "role")

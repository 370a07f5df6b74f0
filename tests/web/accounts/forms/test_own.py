from rounds.web.accounts.forms.own import InvitationForm, NameForm, PayerForm, RoleForm


def test_an_invitation_asks_for_address_and_role_at_once():
    form = InvitationForm({})

    assert list(form.fields) == ["email", "role"]
    assert form.errors == {
        "email": ["Tell the address to write to."], "role": ["Choose a role."],
    }  # fmt: skip


def test_roles_are_those_that_there_are():
    assert RoleForm({"role": "owner"}).is_valid()
    assert not RoleForm({"role": "king"}).is_valid()


def test_a_payer_has_a_name_an_address_and_a_relation():
    assert set(PayerForm({}).errors) == {"name", "email", "relation"}


def test_a_name_may_be_empty():
    assert NameForm({"name": ""}).is_valid()

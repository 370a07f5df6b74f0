"""One's own account: what is known, taking it away, ending it."""

import json
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from rounds.web.accounts.actions.people import delete_account
from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.accounts.models import User
from rounds.web.accounts.queries.export import Row, everything_about, history_about
from rounds.web.kit.forms import Drawn


class DeleteForm(Drawn, forms.Form):
    """The address typed again, so that nobody deletes by a slip."""

    email = forms.EmailField(label="Type your e-mail address to confirm")

    def __init__(self, *args: object, user: User, **told: object) -> None:
        super().__init__(*args, **told)
        self.user = user

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        if email != self.user.email:
            raise forms.ValidationError("This is not the address of this account.")
        return email


@require_safe
@signed_in
def account(request: PersonRequest) -> HttpResponse:
    return render(request, "accounts/me.html")


@require_safe
@signed_in
def export(request: PersonRequest) -> HttpResponse:
    """Everything Rounds holds about the person: tables and history as JSON, files as they are."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for table in everything_about(user=request.user):
            archive.writestr(f"{table.name}.json", _json(table.rows))
            for name, kept in table.files:
                with kept.open("rb") as file:
                    archive.writestr(name, file.read())
        archive.writestr("history.json", _json(history_about(user=request.user)))
    response = HttpResponse(packed.getvalue(), "application/zip")
    response["Content-Disposition"] = 'attachment; filename="rounds-my-data.zip"'
    return response


def _json(rows: Iterable[Row]) -> str:
    return json.dumps(list(rows), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def delete(request: PersonRequest) -> HttpResponse:
    form = DeleteForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        delete_account(user=request.user, at=timezone.now())
        logout(request)
        messages.success(request, "Your account and everything you told are gone.")
        return redirect("/")
    status = 400 if form.errors else 200
    return render(request, "accounts/delete.html", {"form": form}, status=status)

"""One's own settings: the name, what one allows, who pays."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rounds.web.accounts.actions.own import (
    CONSENT_VERSION,
    change_name,
    give_consent,
    remove_payer,
    save_payer,
    withdraw_consent,
)
from rounds.web.accounts.forms.own import NameForm, PayerForm
from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.accounts.models import Consent, Payer, Purpose
from rounds.web.kit.refusal import Refusal

READING_AND_WRITING = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing a person may allow, and the yes that holds, if there is one."""

    purpose: Purpose
    given: Consent | None
    earlier: int

    @property
    def is_older(self) -> bool:
        """The yes was said to an older text than the one of today."""
        return self.given is not None and self.given.version != CONSENT_VERSION


@require_http_methods(READING_AND_WRITING)
@signed_in
def name(request: PersonRequest) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = NameForm(sent, instance=request.user)
    if request.method == "POST" and form.is_valid():
        change_name(user=request.user, name=form.cleaned_data["name"], at=timezone.now())
        messages.success(request, "Your name is saved.")
        return redirect("accounts:me")
    status = 400 if form.errors else 200
    told = {"form": form, "title": "My name"}
    return render(request, "accounts/own/form.html", told, status=status)


@require_http_methods(READING_AND_WRITING)
@signed_in
def consents(request: PersonRequest) -> HttpResponse:
    """Each is asked alone and can be taken back here at any time."""
    if request.method == "POST":
        return _say(request)
    found = list(Consent.objects.filter(user=request.user))
    asked = [
        Asked(
            purpose,
            next((one for one in found if one.what == purpose and not one.withdrawn_at), None),
            sum(one.what == purpose and one.withdrawn_at is not None for one in found),
        )
        for purpose in Purpose
    ]
    told = {"asked": asked, "version": CONSENT_VERSION}
    return render(request, "accounts/own/consents.html", told)


def _say(request: PersonRequest) -> HttpResponse:
    given, taken_back = request.POST.get("give", ""), request.POST.get("withdraw", "")
    if given in Purpose.values:
        give_consent(user=request.user, what=Purpose(given), at=timezone.now())
        messages.success(request, "Saved. You can take it back here at any time.")
    elif taken_back in Purpose.values:
        withdraw_consent(user=request.user, what=Purpose(taken_back), at=timezone.now())
        messages.success(request, "Taken back. From now on it is not done.")
    return redirect("accounts:consents")


@require_safe
@signed_in
def payers(request: PersonRequest) -> HttpResponse:
    found = Payer.objects.filter(user=request.user)
    return render(request, "accounts/own/payers.html", {"payers": found})


@require_http_methods(READING_AND_WRITING)
@signed_in
def payer(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    kept = get_object_or_404(Payer, pk=pk, user=request.user) if pk else Payer(user=request.user)
    form = PayerForm(request.POST if request.method == "POST" else None, instance=kept)
    if request.method == "POST" and form.is_valid():
        try:
            save_payer(payer=form.save(commit=False), at=timezone.now())
        except Refusal as refusal:
            form.add_error("email" if refusal.code == "payer_twice" else None, refusal.sentence)
        else:
            messages.success(request, "Saved.")
            return redirect("accounts:payers")
    status = 400 if form.errors else 200
    told = {"form": form, "title": "A payer", "payer": kept if kept.pk else None}
    return render(request, "accounts/own/form.html", told, status=status)


@require_POST
@signed_in
def payer_removed(request: PersonRequest, pk: int) -> HttpResponse:
    remove_payer(payer=get_object_or_404(Payer, pk=pk, user=request.user), at=timezone.now())
    messages.success(request, "Removed.")
    return redirect("accounts:payers")

"""Pages about the agency's people: who is here as what, who is invited."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from rounds.web.accounts.actions.invitations import (
    invite_staff,
    resend_invitation,
    revoke_invitation,
)
from rounds.web.accounts.actions.staff import change_role, end_membership
from rounds.web.accounts.forms.own import InvitationForm, RoleForm
from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.models import StaffInvitation, StaffMember, StaffRole
from rounds.web.accounts.permissions import Capability
from rounds.web.accounts.queries.staff import members, open_invitations
from rounds.web.kit.refusal import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Capability.KEEP_STAFF)
def people(request: PersonRequest) -> HttpResponse:
    """Everybody, and the form that invites one more."""
    sent = request.method == "POST"
    form = InvitationForm(request.POST if sent else None)
    if sent and form.is_valid():
        try:
            invite_staff(
                email=form.cleaned_data["email"],
                role=StaffRole(form.cleaned_data["role"]),
                site=settings.ADDRESS or request.build_absolute_uri("/"),
                by=request.user.ref,
                at=timezone.now(),
            )
        except Refusal as refusal:
            form.add_error("email", refusal.sentence)
        else:
            messages.success(request, "Invited. The link goes out by mail and works for a week.")
            return redirect("desk:staff")
    now = timezone.now()
    told = {
        "form": form,
        "members": [one for one in members() if one.ended_at is None],
        "former": [one for one in members() if one.ended_at is not None],
        "invitations": [(one, one.is_open(now)) for one in open_invitations()],
        "me": request.user,
    }
    return render(request, "desk/staff.html", told, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Capability.KEEP_STAFF)
def member(request: PersonRequest, pk: int) -> HttpResponse:
    """Another role for one of the staff, or the end of it."""
    one = get_object_or_404(StaffMember.objects.select_related("user"), pk=pk)
    sent = request.method == "POST"
    form = RoleForm(request.POST if sent else None, initial={"role": one.role})
    if sent and form.is_valid():
        try:
            change_role(
                member=one,
                role=StaffRole(form.cleaned_data["role"]),
                by=request.user,
                at=timezone.now(),
            )
        except Refusal as refusal:
            form.add_error("role", refusal.sentence)
        else:
            messages.success(request, "The role is changed.")
            return redirect("desk:staff")
    told = {"form": form, "member": one}
    return render(request, "desk/member.html", told, status=400 if form.errors else 200)


@require_POST
@staff(Capability.KEEP_STAFF)
def ended(request: PersonRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(StaffMember.objects.select_related("user"), pk=pk)
    end_membership(member=one, by=request.user, at=timezone.now())
    messages.success(request, "The desk is closed to this person from now on.")
    return redirect("desk:staff")


@require_POST
@staff(Capability.KEEP_STAFF)
def again(request: PersonRequest, pk: int) -> HttpResponse:
    resend_invitation(
        invitation=get_object_or_404(StaffInvitation, pk=pk),
        site=settings.ADDRESS or request.build_absolute_uri("/"),
        by=request.user.ref,
        at=timezone.now(),
    )
    messages.success(request, "A new link goes out; the one before opens nothing any more.")
    return redirect("desk:staff")


@require_POST
@staff(Capability.KEEP_STAFF)
def taken_back(request: PersonRequest, pk: int) -> HttpResponse:
    revoke_invitation(
        invitation=get_object_or_404(StaffInvitation, pk=pk), by=request.user.ref, at=timezone.now()
    )
    messages.success(request, "The invitation is taken back.")
    return redirect("desk:staff")

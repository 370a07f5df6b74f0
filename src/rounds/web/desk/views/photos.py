"""Pictures of a site."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability
from rounds.web.catalog.actions.photos import MOST_BYTES, add_photo, remove_photo
from rounds.web.catalog.models import Site, SitePhoto
from rounds.web.desk.forms.sites import PictureForm
from rounds.web.desk.views.editing import READING_AND_WRITING
from rounds.web.desk.views.kinds import SITES
from rounds.web.kit.refusal import Refusal


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def add(request: PersonRequest, pk: int) -> HttpResponse:
    site = get_object_or_404(Site, pk=pk)
    form = PictureForm(request.POST or None, request.FILES or None, instance=site)
    if request.method == "POST" and form.is_valid():
        try:
            add_photo(
                site=site,
                content=_read(form.cleaned_data["picture"]),
                words=form.cleaned_data["words"],
                version=form.seen,
                by=request.user,
                at=timezone.now(),
            )
        except Refusal as refusal:
            form.take(refusal)
        else:
            messages.success(request, "The picture is kept, drawn anew.")
            return redirect("desk:thing", "sites", pk)
    told = {"kind": SITES, "thing": site, "form": form, "title": "Add a picture"}
    return render(request, "desk/edit.html", told, status=400 if form.errors else 200)


def _read(upload: UploadedFile) -> bytes:
    """No more than decides that it is too large."""
    content: bytes = upload.read(MOST_BYTES + 1)
    return content


@require_POST
@staff(Capability.KEEP_CATALOG)
def remove(request: PersonRequest, pk: int, photo: int) -> HttpResponse:
    found = get_object_or_404(SitePhoto, site=pk, pk=photo)
    told = request.POST.get("version", "")
    version = int(told) if told.isdecimal() else 0
    remove_photo(photo=found, version=version, by=request.user, at=timezone.now())
    messages.success(request, "The picture is removed.")
    return redirect("desk:thing", "sites", pk)

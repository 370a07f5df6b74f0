"""Pictures of sites, as Rounds drew them: one type, never sniffed, never run."""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from rounds.web.accounts.permissions import is_of_agency
from rounds.web.catalog.models import Publication, SitePhoto


@require_safe
@cache_control(max_age=86400, public=False, private=True)
def photo(request: HttpRequest, pk: int) -> FileResponse:
    """Those of published sites for everybody, the others for the agency's people."""
    found = SitePhoto.objects.select_related("site").filter(pk=pk).first()
    if found is None or not _may_see(request, found):
        raise Http404
    response = FileResponse(found.file.open("rb"), content_type="image/webp")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _may_see(request: HttpRequest, found: SitePhoto) -> bool:
    return found.site.state == Publication.PUBLISHED or is_of_agency(request.user)

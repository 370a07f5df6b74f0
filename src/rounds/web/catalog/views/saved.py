"""Pages of kept searches; a link in each mail stops the mails without signing in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.catalog.actions.saved_searches import change_search, drop_search, save_search
from rounds.web.catalog.forms.saved import SavedSearchForm
from rounds.web.catalog.forms.search import form_of, query_of, wanted_of
from rounds.web.catalog.queries.saved_searches import search_of, searches_of
from rounds.web.catalog.views.search import in_words

READING_AND_WRITING = ["GET", "HEAD", "POST"]


@require_safe
@signed_in
def searches(request: PersonRequest) -> HttpResponse:
    found = [(one, wanted_of(one.query) is not None) for one in searches_of(user=request.user)]
    return render(request, "catalog/saved/list.html", {"searches": found})


@require_POST
@signed_in
def save(request: PersonRequest) -> HttpResponse:
    """One press; the name says the search in words and can be changed."""
    query = query_of(QueryDict(request.POST.get("query", "")[:10_000]))
    search = save_search(
        user=request.user, query=query, name=in_words(form_of(query)), at=timezone.now()
    )
    messages.success(
        request, f"“{search.name}” is kept. When something new fits, one mail a day tells you."
    )
    return redirect("catalog:saved_searches")


@require_http_methods(READING_AND_WRITING)
@signed_in
def change(request: PersonRequest, pk: int) -> HttpResponse:
    search = get_object_or_404(searches_of(user=request.user), pk=pk)
    sent = request.method == "POST"
    form = SavedSearchForm(request.POST if sent else None, instance=search)
    if sent and form.is_valid():
        change_search(search=search, **form.cleaned_data, at=timezone.now())
        messages.success(request, "Saved.")
        return redirect("catalog:saved_searches")
    told = {"form": form, "search": search}
    return render(request, "catalog/saved/change.html", told, status=400 if form.errors else 200)


@require_POST
@signed_in
def drop(request: PersonRequest, pk: int) -> HttpResponse:
    drop_search(search=get_object_or_404(searches_of(user=request.user), pk=pk))
    messages.success(request, "Dropped.")
    return redirect("catalog:saved_searches")


@require_http_methods(READING_AND_WRITING)
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Looking stops nothing: mail programs look at links before people do."""
    search = search_of(token=token)
    if search is None:
        return render(request, "catalog/saved/stop.html", {"search": None}, status=410)
    if request.method == "POST":
        change_search(search=search, name=search.name, is_paused=True, at=timezone.now())
    told = {"search": search, "is_stopped": request.method == "POST" or search.is_paused}
    return render(request, "catalog/saved/stop.html", told)

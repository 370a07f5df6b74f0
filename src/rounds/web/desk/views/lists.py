"""Lists of what the desk keeps: searched, by state, page by page."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability, can
from rounds.web.catalog.models import Publication
from rounds.web.desk.forms.fields import state
from rounds.web.desk.views.kinds import kind_of
from rounds.web.kit.forms import Drawn

A_PAGE = 50


class FindForm(Drawn, forms.Form):
    """What to look for; everything may stay empty."""

    text = forms.CharField(label="Search", max_length=100, required=False)
    state_code = state("State", required=False)
    state = forms.ChoiceField(
        label="Where it stands",
        choices=[("", "Anywhere"), *Publication.choices],
        required=False,
    )


@require_safe
@staff(Capability.SEE_DESK)
def listing(request: PersonRequest, kind: str) -> HttpResponse:
    about = kind_of(kind)
    form = FindForm(request.GET)
    told = form.cleaned_data if form.is_valid() else {}
    page = Paginator(about.find(**told), A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        f"desk/lists/{about.key}.html",
        {
            "kind": about,
            "form": form,
            "page": page,
            "is_searched": any(told.values()),
            "can_keep": can(request.user, Capability.KEEP_CATALOG),
        },
    )

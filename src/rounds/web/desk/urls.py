"""Addresses of the desk."""

from django.urls import path, register_converter

from rounds.web.desk.views import (
    decisions,
    details,
    editing,
    imports,
    lists,
    photos,
    publishing,
    rows,
    series,
    staff,
    today,
    work,
)


class Word:
    """One of a few words of an address."""

    regex = ""

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class ListedKind(Word):
    regex = "sites|preceptors|rotations|agreements"


class AnyKind(Word):
    regex = "sites|preceptors|rotations|agreements|terms"


class RowsOfKind(Word):
    regex = "licenses|affiliations|blackouts|price"


register_converter(ListedKind, "listed")
register_converter(AnyKind, "kind")
register_converter(RowsOfKind, "rows")

app_name = "desk"
urlpatterns = [
    path("", today.today, name="today"),
    path("decisions/", decisions.listing, name="decisions"),
    path("decisions/new/", decisions.new, name="decision_new"),
    path("decisions/<int:pk>/withdraw/", decisions.withdraw, name="decision_withdraw"),
    path("work/", work.work, name="work"),
    path("work/<int:pk>/retry/", work.retry, name="work_retry"),
    path("work/<int:pk>/drop/", work.drop, name="work_drop"),
    path("staff/", staff.people, name="staff"),
    path("staff/<int:pk>/", staff.member, name="member"),
    path("staff/<int:pk>/end/", staff.ended, name="member_ended"),
    path("staff/invitations/<int:pk>/again/", staff.again, name="invitation_again"),
    path("staff/invitations/<int:pk>/back/", staff.taken_back, name="invitation_back"),
    path("imports/", imports.listing, name="imports"),
    path("imports/<slug:kind>/new/", imports.bring, name="import_new"),
    path("imports/<int:pk>/", imports.run, name="import"),
    path("imports/<int:pk>/apply/", imports.apply, name="import_apply"),
    path("imports/<int:pk>/drop/", imports.drop, name="import_drop"),
    path("tables/<slug:sheet>.csv", imports.take_out, name="take_out"),
    path("rotations/<int:pk>/series/", series.series, name="series"),
    path("rotations/<int:pk>/terms/open/", publishing.open_terms, name="open_terms"),
    path("sites/<int:pk>/photos/add/", photos.add, name="photo_add"),
    path("sites/<int:pk>/photos/<int:photo>/remove/", photos.remove, name="photo_remove"),
    path("<listed:kind>/", lists.listing, name="list"),
    path("<listed:kind>/new/", editing.new, name="new"),
    path("<listed:kind>/<int:pk>/", details.thing, name="thing"),
    path("<kind:kind>/<int:pk>/edit/<slug:section>/", editing.edit, name="edit"),
    path("<kind:kind>/<int:pk>/publish/", publishing.show, name="publish"),
    path("<kind:kind>/<int:pk>/withdraw/", publishing.hide, name="withdraw"),
    path("<kind:kind>/<int:pk>/undo/", publishing.undo, name="undo"),
    path("<listed:kind>/<int:pk>/copy/", publishing.copy, name="copy"),
    path("<listed:kind>/<int:pk>/<rows:part>/add/", rows.add, name="row_add"),
    path("<listed:kind>/<int:pk>/<rows:part>/<int:row>/", rows.change, name="row"),
    path("<listed:kind>/<int:pk>/<rows:part>/<int:row>/remove/", rows.remove, name="row_remove"),
    path("<listed:kind>/<int:pk>/<slug:tab>/", details.thing, name="tab"),
]

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
from rounds.web.desk.views.programs import clauses, draft, figures, listing, reports, shown


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


class WayOut(Word):
    regex = f"{shown.WITHDRAW}|{shown.BACK}"


register_converter(WayOut, "way")

of_a_clause = "programs/<int:pk>/draft/clauses/<int:index>/"
programs = [
    path("programs/", listing.listing, name="programs"),
    path("programs/new/", listing.new, name="program_new"),
    path("programs/reports/", reports.listing, name="reports"),
    path("programs/reports/<int:pk>/", reports.settle, name="report"),
    path("programs/<int:pk>/", shown.program, name="program"),
    path("programs/<int:pk>/edit/", listing.edit, name="program_edit"),
    path("programs/<int:pk>/codes/", figures.codes, name="codes"),
    path("programs/<int:pk>/shares/add/", figures.add_share, name="share_add"),
    path("programs/<int:pk>/shares/<int:share>/drop/", figures.remove_share, name="share_drop"),
    path("programs/<int:pk>/history/", shown.history, name="program_history"),
    path("programs/<int:pk>/versions/<int:number>/", shown.version, name="version"),
    path("programs/<int:pk>/versions/<int:number>/<way:way>/", shown.end, name="version_end"),
    path("programs/<int:pk>/draft/", draft.draft, name="draft"),
    path("programs/<int:pk>/draft/start/", draft.start, name="draft_start"),
    path("programs/<int:pk>/draft/source/", draft.source, name="draft_source"),
    path("programs/<int:pk>/draft/publish/", draft.publish, name="draft_publish"),
    path("programs/<int:pk>/draft/discard/", draft.discard, name="draft_discard"),
    path("programs/<int:pk>/draft/clauses/add/", clauses.add, name="clause_add"),
    path(of_a_clause, clauses.clause, name="clause"),
    path(f"{of_a_clause}frame/", clauses.frame, name="clause_frame"),
    path(f"{of_a_clause}remove/", clauses.remove, name="clause_remove"),
    path(f"{of_a_clause}tree/", clauses.tree, name="clause_tree"),
    path(f"{of_a_clause}test/", clauses.choose, name="test_choose"),
    path(f"{of_a_clause}test/<slug:kind>/", clauses.test, name="test"),
]

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
    *programs,
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

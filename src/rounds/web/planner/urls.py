"""Addresses of the planner."""

from django.urls import path

from rounds.web.planner.views import asking, comparing, plan, sharing, taking

app_name = "planner"
urlpatterns = [
    path("plans/", asking.plans, name="plans"),
    path("plans/new/", asking.ask, name="ask"),
    path("plans/compare/", comparing.compare, name="compare"),
    path("plans/<int:pk>/", plan.plan, name="plan"),
    path("plans/<int:pk>/save/", plan.save, name="save"),
    path("plans/<int:pk>/again/", plan.again, name="again"),
    path("plans/<int:pk>/adjust/", plan.adjust, name="adjust"),
    path("plans/<int:pk>/seen/", plan.seen, name="seen"),
    path("plans/<int:pk>/delete/", plan.delete, name="delete"),
    path("plans/<int:pk>/calendar.ics", taking.calendar, name="calendar"),
    path("plans/<int:pk>/plan.json", taking.document, name="document"),
    path("plans/<int:pk>/share/", sharing.share, name="share"),
    path("plans/<int:pk>/share/<int:share_pk>/revoke/", sharing.revoke, name="revoke"),
    path("shared/<str:token>/", sharing.shared, name="shared"),
]

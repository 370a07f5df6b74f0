"""Addresses of the planner."""

from django.urls import path

from rounds.web.planner.views import asking, plan

app_name = "planner"
urlpatterns = [
    path("plans/", asking.plans, name="plans"),
    path("plans/new/", asking.ask, name="ask"),
    path("plans/<int:pk>/", plan.plan, name="plan"),
    path("plans/<int:pk>/save/", plan.save, name="save"),
    path("plans/<int:pk>/again/", plan.again, name="again"),
    path("plans/<int:pk>/delete/", plan.delete, name="delete"),
]

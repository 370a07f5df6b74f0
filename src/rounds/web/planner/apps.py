"""The planner as a Django app."""

from django.apps import AppConfig


class PlannerConfig(AppConfig):
    name = "rounds.web.planner"
    label = "planner"

"""Programs as a Django app."""

from django.apps import AppConfig


class ProgramsConfig(AppConfig):
    name = "rounds.web.programs"
    label = "programs"

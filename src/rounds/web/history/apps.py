"""The audit trail as a Django app."""

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "rounds.web.history"
    label = "history"

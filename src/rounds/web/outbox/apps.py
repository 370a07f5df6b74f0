"""The outbox as a Django app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "rounds.web.outbox"
    label = "outbox"

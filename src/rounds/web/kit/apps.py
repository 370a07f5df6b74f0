"""The kit as a Django app: its templates and static files are found through it."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "rounds.web.kit"
    label = "kit"

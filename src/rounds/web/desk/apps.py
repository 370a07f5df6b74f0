"""The agency's desk as a Django app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "rounds.web.desk"
    label = "desk"

"""Addresses of the outbox."""

from django.urls import path

from rounds.web.outbox import views

app_name = "outbox"
urlpatterns = [path("mailbox/", views.mailbox, name="mailbox")]

"""Addresses of the desk."""

from django.urls import path

from rounds.web.desk import views

app_name = "desk"
urlpatterns = [path("", views.today, name="today")]

"""What a WSGI server loads."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rounds.settings")

application = get_wsgi_application()

from rounds.web.outbox.worker import start_thread  # noqa: E402 -- needs the apps to be loaded

if settings.PROFILE == "demo":
    start_thread()

"""What every template may ask: is this the demo?"""

from django.conf import settings
from django.http import HttpRequest


def profile(_request: HttpRequest) -> dict[str, bool]:
    return {"is_demo": settings.PROFILE == "demo"}

"""The report of a plan as one self-contained page: no script, nothing loaded from anywhere."""

from base64 import b64encode
from importlib.resources import files
from pathlib import Path
from typing import Any  # Any: what a template may read

from django.template import Context, Engine
from django.utils.safestring import mark_safe

from rounds.cli.page import cleaned
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.page import page_of

TEMPLATES = Path(__file__).parent.parent / "templates"
FONTS = "rounds.web.kit", "static/kit/fonts"


def plan_as_html(answer: Answer) -> str:
    """The page. Every word from a file is escaped and freed of control characters."""
    engine = Engine(dirs=[str(TEMPLATES)], autoescape=True, string_if_invalid="[missing: %s]")
    words = _cleaned(page_of(answer))
    fonts = {"sans": _font("source-sans-3"), "serif": _font("source-serif-4")}
    return engine.get_template("report/plan.html").render(
        Context({**words, "fonts": fonts}, use_l10n=False, use_tz=False)
    )


def _font(name: str) -> str:
    package, folder = FONTS
    data = files(package).joinpath(folder, f"{name}.woff2").read_bytes()
    return mark_safe(b64encode(data).decode("ascii"))  # noqa: S308 -- letters of base64 only


def _cleaned(value: Any) -> Any:
    """The same value with every text freed of control characters."""
    match value:
        case str():
            return cleaned(value)
        case dict():
            return {key: _cleaned(part) for key, part in value.items()}
        case list() | tuple() if not hasattr(value, "_fields"):
            return [_cleaned(part) for part in value]
        case _:
            return value

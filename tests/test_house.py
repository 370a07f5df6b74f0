"""What import-linter cannot see: the mirror, migrations, links, foreign keys, registries."""

import ast
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "rounds"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE = 400

# Modules whose tests stand elsewhere; a reason each.
MIRRORED_ELSEWHERE = {
    "urls.py": "every test that asks for a page reads it",
    "wsgi.py": "every journey starts the site through it",
    "demo/installation/*.py": "what they make together is read back in test_build.py",
    "web/*/apps.py": "a name for Django",
    "web/*/urls.py": "every test of the app's views reads it",
    "web/*/migrations/*.py": "every test on a database runs them, and back",
}


def name_of(module: Path) -> str:
    return module.relative_to(SOURCE).as_posix()


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def has_code(module: Path) -> bool:
    """Something that runs: a module of plain values is tested where they are used."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree_of(module)))


def mirrors(module: Path) -> list[Path]:
    """Where a module's tests may stand: its own file, or a folder when they are many."""
    folder = ROOT / "tests" / module.relative_to(SOURCE).parent
    if module.stem == "__init__":
        return [folder / f"test_{folder.name}.py", folder.parent / f"test_{folder.name}.py"]
    together = folder.parent / f"test_{folder.name}.py"  # a package tested as the whole it is
    return [folder / f"test_{module.stem}.py", folder / module.stem, together]


def test_every_module_with_code_has_its_tests_at_the_mirrored_path():
    bare = [
        name_of(module)
        for module in MODULES
        if has_code(module)
        and not any(fnmatch(name_of(module), pattern) for pattern in MIRRORED_ELSEWHERE)
        and not any(place.exists() for place in mirrors(module))
    ]

    assert bare == []


def test_every_exception_from_the_mirror_is_still_needed():
    names = [name_of(module) for module in MODULES]

    unused = [p for p in MIRRORED_ELSEWHERE if not any(fnmatch(name, p) for name in names)]
    assert unused == []


def test_no_file_is_longer_than_a_person_reads():
    long = [
        name_of(module)
        for module in MODULES
        if module.parent.name != "migrations"  # made from the models, and never edited after
        if len(module.read_text("utf-8").splitlines()) > LONGEST_FILE
    ]

    assert long == []


def test_migrations_are_named_by_hand():
    named = re.compile(r"^\d{4}_(?!.*auto_\d)[a-z][a-z0-9_]+\.py$")
    migrations = [m for m in SOURCE.rglob("migrations/*.py") if m.stem != "__init__"]

    assert [m.name for m in migrations if not named.match(m.name)] == []
    assert len(migrations) > 0


def inline_imports(module: Path) -> Iterator[str]:
    lines = module.read_text(encoding="utf-8").splitlines()
    for function in ast.walk(tree_of(module)):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield lines[node.lineno - 1]


def test_an_import_inside_a_function_says_why():
    everywhere = [*MODULES, *sorted((ROOT / "tests").rglob("*.py")), ROOT / "dev.py"]
    silent = [
        f"{module.name}: {line.strip()}"
        for module in everywhere
        for line in inline_imports(module)
        if not re.search(r"# noqa: [A-Z0-9, ]*PLC0415[A-Z0-9, ]* -- \w", line)
    ]

    assert silent == []


def test_lock_files_carry_hashes_and_no_host():
    for name in ["requirements.lock", "requirements-dev.lock"]:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert re.findall(r"(?m)^.*(?:https?:|--index|--find-links).*$", text) == []


# ── web floors, beyond imports ───────────────────────────────────────────────────────────────


def web_floors() -> dict[str, int]:
    """The floor of every app, 0 at the bottom, as the import law in pyproject.toml says."""
    law = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = law["tool"]["importlinter"]["contracts"]
    (layers,) = (one["layers"] for one in contracts if one["id"] == "web-floors")
    return {
        name: floor
        for floor, layer in enumerate(reversed(layers))
        for name in re.findall(r"\w+", layer)
    }


FLOORS = web_floors()


def is_below(lower: str, upper: str) -> bool:
    return lower == upper or FLOORS[lower] < FLOORS[upper]


def own_apps() -> list[str]:
    return [c.label for c in apps.get_app_configs() if c.name.startswith("rounds.web.")]


def app_of(place: Path) -> str:
    return place.relative_to(SOURCE / "web").parts[0]


def test_every_app_has_a_floor_and_every_floor_an_app():
    assert sorted(own_apps()) == sorted(FLOORS)


def test_foreign_keys_point_down():
    rising = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for label in own_apps()
        for model in apps.get_app_config(label).get_models()
        for field in model._meta.get_fields()
        if (field.many_to_one or field.one_to_one or field.many_to_many) and field.concrete
        if field.related_model._meta.label != settings.AUTH_USER_MODEL
        if field.related_model._meta.app_label in FLOORS
        if not is_below(field.related_model._meta.app_label, label)
    ]

    assert rising == []


def links_in(text: str) -> list[str]:
    """The namespaces that a template or module links to."""
    return re.findall(r"""(?:\{%\s*url\s+|\b(?:reverse|redirect|reverse_lazy)\()["'](\w+):""", text)


@pytest.mark.parametrize(
    ("text", "namespaces"),
    [
        ("{% url 'pages:home' %} {%url \"desk:today\" 3%}", ["pages", "desk"]),
        ("return redirect('pages:home')", ["pages"]),
        ('reverse("catalog:term", args=[1])', ["catalog"]),
        ("{% url name %} reverse(name)", []),
    ],
)
def test_links_are_found_in_templates_and_modules(text, namespaces):
    assert links_in(text) == namespaces


def test_links_point_down():
    web = SOURCE / "web"
    places = [
        *web.rglob("templates/**/*.html"),
        *web.rglob("templates/**/*.txt"),
        *web.rglob("*.py"),
    ]
    links = [
        (place, target)
        for place in places
        if place != web / "__init__.py"
        for target in links_in(place.read_text(encoding="utf-8"))
    ]

    assert [f"{p.name} → {t}" for p, t in links if not is_below(t, app_of(p))] == []
    assert len(links) > 0


# ── registries ───────────────────────────────────────────────────────────────────────────────


def test_every_criterion_is_in_the_tuple_written_by_hand():
    folder = SOURCE / "core" / "eligibility" / "criteria"
    criteria = {module.stem for module in folder.glob("*.py") if module.stem != "__init__"}
    registry = (folder / "__init__.py").read_text(encoding="utf-8")
    (listed,) = re.findall(r"(?ms)^CRITERIA\b[^=]*=\s*\((.*?)^\)", registry)

    named = set(re.findall(r"\b[a-z]\w*", listed))
    assert criteria - named == set()

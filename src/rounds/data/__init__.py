"""Dated, sourced facts shipped with the package, and how to open them."""

from importlib.resources import files


def shipped_text(name: str) -> str:
    """The text of one shipped file, such as ``eras/seasons.toml``."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def shipped_names(folder: str, ending: str = ".toml") -> tuple[str, ...]:
    """The shipped files of one folder, sorted, as names for ``shipped_text``."""
    names = [entry.name for entry in files(__name__).joinpath(folder).iterdir()]
    return tuple(f"{folder}/{name}" for name in sorted(names) if name.endswith(ending))

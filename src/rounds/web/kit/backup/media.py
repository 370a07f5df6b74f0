"""Uploaded files: which there are, and names that cannot lead out of their folder."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from django.conf import settings

from rounds.web.kit.refusal import Refusal


def media_root() -> Path:
    return Path(settings.MEDIA_ROOT)


def uploaded_files() -> Iterator[tuple[str, Path]]:
    """Each file's name below the folder, and its place; links are not followed."""
    root = media_root()
    for place in sorted(root.rglob("*")) if root.is_dir() else ():
        if place.is_file() and not place.is_symlink():
            yield place.relative_to(root).as_posix(), place


def place_below(folder: Path, name: str) -> Path:
    """Where a file of a backup goes; a name that leads elsewhere is refused."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or "\\" in name or ".." in parts or "\0" in name:
        raise Refusal("backup_damaged", f"The backup names a file outside its folder: {name!r}.")
    return folder.joinpath(*parts)

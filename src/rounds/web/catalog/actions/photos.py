"""Pictures of a site: decoded and drawn anew, so that nothing of the upload's own bytes is kept."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from secrets import token_hex

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image, ImageOps, UnidentifiedImageError

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.keeping import locked, note, touch
from rounds.web.catalog.models import Site, SitePhoto
from rounds.web.kit.refusal import Refusal

MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1600
MOST_PHOTOS = 12
FORMATS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as Rounds keeps it: WebP, without anything that was not visible."""

    content: bytes
    width: int
    height: int


@transaction.atomic
def add_photo(
    *, site: Site, content: bytes, words: str, version: int, by: User, at: datetime
) -> SitePhoto:
    drawn = draw_anew(content)
    row = locked(site, version=version)
    if row.photos.count() >= MOST_PHOTOS:
        raise Refusal("too_many", f"A site has at most {MOST_PHOTOS} pictures.", field="picture")
    photo = SitePhoto(site=row, words=words, width=drawn.width, height=drawn.height)
    photo.file.save(f"{token_hex(16)}.webp", ContentFile(drawn.content), save=True)
    touch(row)
    note(row, "photo_added", by=by, at=at, words=words)
    return photo


@transaction.atomic
def remove_photo(*, photo: SitePhoto, version: int, by: User, at: datetime) -> None:
    row = locked(photo.site, version=version)
    storage, name = photo.file.storage, str(photo.file.name)
    photo.delete()
    touch(row)
    note(row, "photo_removed", by=by, at=at, words=photo.words)
    transaction.on_commit(lambda: storage.delete(name))


def draw_anew(content: bytes) -> Drawn:
    """Decode a JPEG, PNG or WebP and draw it as WebP; refuses what is none, or is a trap."""
    if len(content) > MOST_BYTES:
        raise Refusal("picture_too_large", "The file is larger than 5 MB.", field="picture")
    image = _decoded(content)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    drawn = BytesIO()
    image.save(drawn, "WEBP", quality=82)
    return Drawn(drawn.getvalue(), image.width, image.height)


def _decoded(content: bytes) -> Image.Image:
    try:
        image = Image.open(BytesIO(content), formats=FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise Refusal(
                "picture_too_many_pixels",
                "The picture unpacks to more than 40 million pixels. Make it smaller first.",
                field="picture",
            )
        return ImageOps.exif_transpose(image).convert("RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise Refusal(
            "picture_too_many_pixels",
            "The picture unpacks to far more than a photo holds. It was not opened.",
            field="picture",
        ) from bomb
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Refusal(
            "not_a_picture",
            "This is no JPEG, PNG or WebP picture, or it is damaged. (SVG is not taken.)",
            field="picture",
        ) from error

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.photos import (
    LONGEST_SIDE,
    MOST_BYTES,
    MOST_PHOTOS,
    add_photo,
    draw_anew,
    remove_photo,
)
from rounds.web.catalog.models import SitePhoto
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.keepers import AT, make_keeper, told_of
from tests.web.catalog.makers import make_site

SCRIPT = b"<script>alert(1)</script>"


def picture(kind="PNG", size=(40, 30), **told):
    drawn = BytesIO()
    Image.new("RGB", size, "teal").save(drawn, kind, **told)
    return drawn.getvalue()


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_drawn_anew_as_webp(kind):
    drawn = draw_anew(picture(kind))

    assert (drawn.width, drawn.height) == (40, 30)
    with Image.open(BytesIO(drawn.content)) as image:
        assert (image.format, image.size) == ("WEBP", (40, 30))


def test_nothing_of_the_upload_is_kept_but_what_was_visible():
    exif = Image.Exif()
    exif[0x010E] = "Secret place"
    upload = picture("JPEG", exif=exif) + SCRIPT
    assert b"Secret place" in upload

    content = draw_anew(upload).content
    assert b"Secret" not in content
    assert b"script" not in content


def test_a_large_picture_is_made_smaller():
    drawn = draw_anew(picture("JPEG", size=(3200, 1600)))
    assert (drawn.width, drawn.height) == (LONGEST_SIDE, 800)


def test_a_picture_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    drawn = draw_anew(picture("JPEG", exif=exif))
    assert (drawn.width, drawn.height) == (30, 40)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        SCRIPT,
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"\x89PNG\r\n\x1a\n" + SCRIPT,
        b"GIF89a" + SCRIPT,
        picture("GIF"),
        picture()[:60],
        b"\xff\xd8\xff\xe0" + SCRIPT * 10,
    ],
)
def test_what_is_no_picture_of_three_kinds_is_refused(content):
    with pytest.raises(Refusal) as refused:
        draw_anew(content)
    assert (refused.value.code, refused.value.params) == ("not_a_picture", {"field": "picture"})


@pytest.mark.parametrize("size", [(8000, 5001), (20_000, 10_000)])
def test_a_small_file_that_unpacks_to_millions_of_pixels_is_not_opened(size):
    bomb = BytesIO()
    Image.new("1", size).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 100_000

    with pytest.raises(Refusal) as refused:
        draw_anew(bomb.getvalue())
    assert refused.value.code == "picture_too_many_pixels"


def test_a_file_over_five_megabytes_is_refused_unread():
    with pytest.raises(Refusal, match="larger than 5 MB"):
        draw_anew(b"x" * (MOST_BYTES + 1))


@pytest.mark.django_db
class TestKeeping:
    def add(self, site, **told):
        told = {"content": picture(), "words": "The main entrance", "version": 1, **told}
        return add_photo(site=site, by=make_keeper(), at=AT, **told)

    def test_a_photo_is_kept_under_a_random_name(self, settings):
        site = make_site()
        photo = self.add(site)

        (file,) = Path(settings.MEDIA_ROOT, "sites").iterdir()
        assert (file.suffix, len(file.stem)) == (".webp", 32)
        assert photo.file.name == f"sites/{file.name}"
        told = {"version": 2, "words": "The main entrance"}
        assert told_of(site) == [("photo_added", told)]

    def test_the_second_of_two_editors_is_refused(self):
        site = make_site(version=2)
        with pytest.raises(Refusal, match="Somebody else"):
            self.add(site)
        assert SitePhoto.objects.count() == 0

    def test_a_site_has_an_end_of_pictures(self):
        site = make_site()
        SitePhoto.objects.bulk_create(
            SitePhoto(site=site, file="sites/x.webp", words="A door", width=1, height=1)
            for _ in range(MOST_PHOTOS)
        )
        with pytest.raises(Refusal, match="at most 12"):
            self.add(site)

    def test_a_removed_photo_leaves_no_file(self, settings, django_capture_on_commit_callbacks):
        site = make_site()
        photo = self.add(site)
        with django_capture_on_commit_callbacks(execute=True):
            remove_photo(photo=photo, version=2, by=User.objects.get(), at=AT)

        assert SitePhoto.objects.count() == 0
        assert list(Path(settings.MEDIA_ROOT, "sites").iterdir()) == []
        assert told_of(site)[-1] == ("photo_removed", {"version": 3, "words": "The main entrance"})

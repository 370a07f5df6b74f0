"""What search reads: the words of each published rotation, and when the shelf last changed."""

from django.db import models

from rounds.web.catalog.models.rotations import Rotation


class RotationText(models.Model):
    """The words of a rotation that everybody may know, folded to small letters without accents."""

    rotation = models.OneToOneField(
        Rotation, on_delete=models.CASCADE, primary_key=True, related_name="searchable"
    )
    body = models.TextField()

    def __str__(self) -> str:
        return self.body[:60]


class ShelfMark(models.Model):
    """One row: a number drawn anew with every change that search can see."""

    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)

"""When it is offered: series of start days, and the terms with their seats."""

from django.db import models
from django.db.models import F, Q

from rounds.web.catalog.models.kept import Kept, state_is_known
from rounds.web.catalog.models.rotations import Rotation


class Series(models.Model):
    """How terms were made: a first start day, then one every so many weeks."""

    rotation = models.ForeignKey(Rotation, on_delete=models.CASCADE, related_name="series")
    first_start = models.DateField()
    weeks = models.PositiveSmallIntegerField()
    every_weeks = models.PositiveSmallIntegerField()
    count = models.PositiveSmallIntegerField()
    seats = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "series"
        constraints = (
            models.CheckConstraint(
                name="catalog_series_makes_something",
                condition=Q(weeks__gte=1, every_weeks__gte=1, count__gte=1, seats__gte=1),
            ),
        )

    def __str__(self) -> str:
        return f"{self.count} × {self.weeks} weeks from {self.first_start}"


class Term(Kept):
    """One dated block with its seats: ``first`` to ``last``, both included.

    ``weeks`` is what the site certifies. ``taken`` seats never pass ``seats``.
    """

    rotation = models.ForeignKey(Rotation, on_delete=models.PROTECT, related_name="terms")
    series = models.ForeignKey(
        Series, on_delete=models.SET_NULL, null=True, blank=True, related_name="terms"
    )
    code = models.CharField(max_length=60, unique=True)
    first = models.DateField()
    last = models.DateField()
    weeks = models.PositiveSmallIntegerField()
    seats = models.PositiveSmallIntegerField()
    taken = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            state_is_known(table="term"),
            models.CheckConstraint(
                name="catalog_term_ends_after_it_began", condition=Q(last__gte=F("first"))
            ),
            models.CheckConstraint(
                name="catalog_term_certifies_weeks", condition=Q(weeks__gte=1, weeks__lte=52)
            ),
            models.CheckConstraint(
                name="catalog_term_sells_no_seat_twice", condition=Q(taken__lte=F("seats"))
            ),
            models.UniqueConstraint(
                name="catalog_term_once_a_span", fields=["rotation", "first", "last"]
            ),
        )
        indexes = (models.Index(name="catalog_term_by_start", fields=["state", "first"]),)

    def __str__(self) -> str:
        return self.code

    @property
    def left(self) -> int:
        """Seats nobody holds."""
        return self.seats - self.taken

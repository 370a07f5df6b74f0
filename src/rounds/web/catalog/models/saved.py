"""Searches people keep, and what of the catalog has changed since it was last looked at."""

from django.conf import settings
from django.db import models

from rounds.web.catalog.models.terms import Term

LONGEST_QUERY = 1500


class SavedSearch(models.Model):
    """``query`` is the address of the search after its question mark.

    What changed after ``seen_at`` is news; on ``mailed_on`` the last mail about it went out.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches"
    )
    name = models.CharField(max_length=100)
    query = models.CharField(max_length=LONGEST_QUERY, blank=True)
    is_paused = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    mailed_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "saved searches"
        constraints = (
            models.UniqueConstraint(
                name="catalog_saved_search_once_a_person", fields=["user", "query"]
            ),
        )

    def __str__(self) -> str:
        return self.name


class TermLook(models.Model):
    """An open term as everybody could see it when the catalog was last looked at."""

    term = models.OneToOneField(
        Term, on_delete=models.CASCADE, primary_key=True, related_name="look"
    )
    is_free = models.BooleanField()
    cents = models.BigIntegerField(null=True, blank=True)
    letter_policy = models.CharField(max_length=20)

    def __str__(self) -> str:
        return f"look at term {self.pk}"


class News(models.TextChoices):
    OPENED = "opened", "Newly open"
    FREED = "freed", "A seat is free again"
    PRICE = "price", "The price has changed"
    LETTER = "letter", "The letter policy has changed"


class TermChange(models.Model):
    """One difference between two looks; ``before`` and ``after`` are cents or a letter policy."""

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(max_length=10, choices=News)
    before = models.CharField(max_length=20, blank=True)
    after = models.CharField(max_length=20, blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="catalog_change_is_known", condition=models.Q(what__in=News.values)
            ),
        )
        indexes = (models.Index(name="catalog_change_by_moment", fields=["seen_at"]),)

    def __str__(self) -> str:
        return f"{self.get_what_display()}: term {self.term_id}"

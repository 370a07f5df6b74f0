"""What others list: shown in search as not bookable here, with the raw text kept."""

from django.db import models

from rounds.core.vocabulary import Kind
from rounds.web.catalog.models.kept import WebAddress, choices_of


class Listing(models.Model):
    """One entry of a foreign list. Nothing is guessed: what is not certain stays in ``raw``.

    ``gone_on``: the day of the first file that no longer had it; it stays, and search is silent.
    """

    source = models.CharField(max_length=100)
    source_id = models.CharField(max_length=100)
    read_on = models.DateField()
    gone_on = models.DateField(null=True, blank=True)
    title = models.CharField(max_length=300)
    listed_as = models.CharField(max_length=60)
    kind = models.CharField(max_length=20, choices=choices_of(Kind), blank=True)
    specialty = models.CharField(max_length=300, blank=True)
    city = models.CharField(max_length=100, blank=True)
    state_code = models.CharField(max_length=2, blank=True)
    url = WebAddress(max_length=500, blank=True)
    raw = models.JSONField()
    findings = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="catalog_listing_once_a_source", fields=["source", "source_id"]
            ),
        )

    def __str__(self) -> str:
        return self.title

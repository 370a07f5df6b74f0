"""Affiliation agreements: no term opens outside their days."""

from django.db import models
from django.db.models import F, Q

from rounds.web.catalog.models.kept import Kept, state_is_known
from rounds.web.catalog.models.sites import Site


class Agreement(Kept):
    """What the agency and a site signed; in force from ``first`` to ``last``, both included."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="agreements")
    reference = models.CharField(max_length=100)
    signed_with = models.CharField(max_length=200)
    first = models.DateField()
    last = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = (
            state_is_known(table="agreement"),
            models.CheckConstraint(
                name="catalog_agreement_ends_after_it_began", condition=Q(last__gte=F("first"))
            ),
            models.UniqueConstraint(
                name="catalog_agreement_once_a_site", fields=["site", "reference"]
            ),
        )

    def __str__(self) -> str:
        return self.reference

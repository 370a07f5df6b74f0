"""What the Match publishes about programs, by its own codes; and who trains there now."""

from django.db import models
from django.db.models import F, Q

from rounds.web.catalog.models.kept import WebAddress
from rounds.web.programs.models.programs import Program


class NrmpProgram(models.Model):
    """One code of the Match. Names drift between years: the code alone joins it to a program.

    ``names`` are all institution names seen under the code, newest first.
    """

    code = models.CharField(max_length=12, unique=True)
    program = models.CharField(max_length=120)
    names = models.JSONField(default=list)
    city = models.CharField(max_length=100, blank=True)
    state_code = models.CharField(max_length=2)
    specialty = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ("code",)
        indexes = (models.Index(name="programs_nrmp_by_state", fields=["state_code"]),)

    def __str__(self) -> str:
        return f"{self.code} {self.program}, {self.names[0] if self.names else ''}"


class Quota(models.Model):
    """Places offered and filled in one Match, with where that was read."""

    nrmp = models.ForeignKey(NrmpProgram, on_delete=models.CASCADE, related_name="quotas")
    year = models.PositiveSmallIntegerField()
    offered = models.PositiveSmallIntegerField()
    filled = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    read_on = models.DateField()

    class Meta:
        ordering = ("nrmp", "year")
        constraints = (
            models.UniqueConstraint(name="programs_quota_once_a_year", fields=["nrmp", "year"]),
            models.CheckConstraint(
                name="programs_quota_not_overfilled", condition=Q(filled__lte=F("offered"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.nrmp_id} {self.year}: {self.filled} of {self.offered}"


class ShareOf(models.TextChoices):
    """Who is counted: the two are published under one word often, and are not the same."""

    IMG = "img", "international medical graduates, citizens of the US among them"
    NON_US_IMG = "non_us_img", "international medical graduates who are no US citizens"


class ResidentShare(models.Model):
    """How many of a program's current residents are IMGs, as one dated source says it.

    Never an estimate, and no word about odds.
    """

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="shares")
    share_of = models.CharField("who is counted", max_length=12, choices=ShareOf)
    count = models.PositiveSmallIntegerField("of them")
    residents = models.PositiveSmallIntegerField("residents in all")
    as_of = models.DateField("as of")
    source_name = models.CharField("name of the source", max_length=200)
    source_url = WebAddress("address of the source", max_length=500)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-as_of", "-id")
        constraints = (
            models.CheckConstraint(
                name="programs_share_is_a_part",
                condition=Q(residents__gt=0, count__lte=F("residents")),
            ),
            models.CheckConstraint(
                name="programs_share_of_is_known", condition=Q(share_of__in=ShareOf.values)
            ),
        )

    def __str__(self) -> str:
        return f"{self.count} of {self.residents}"

    @property
    def percent(self) -> int:
        return round(100 * self.count / self.residents)

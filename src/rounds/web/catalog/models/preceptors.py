"""Who supervises: physicians, their licenses, affiliations and free weeks."""

from django.db import models
from django.db.models import Q

from rounds.web.catalog.models.kept import Kept, WebAddress, state_is_known


class Preceptor(Kept):
    """An attending. ``npi`` has ten digits, the last a check digit. ``cap_a_week``: learners."""

    slug = models.SlugField(max_length=120, unique=True)
    first_name = models.CharField(max_length=100)
    last_name = models.CharField(max_length=100)
    credentials = models.CharField(max_length=50, blank=True)
    npi = models.CharField(max_length=10, null=True, blank=True, unique=True)
    specialty = models.CharField(max_length=60)
    board = models.CharField(max_length=200, blank=True)
    is_board_certified = models.BooleanField(null=True, blank=True)
    email = models.EmailField(blank=True)
    about = models.TextField(blank=True)
    cap_a_week = models.PositiveSmallIntegerField(null=True, blank=True)
    named_since = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            state_is_known(table="preceptor"),
            models.CheckConstraint(
                name="catalog_preceptor_npi_is_absent_or_told",
                condition=Q(npi__isnull=True) | ~Q(npi=""),
            ),
            models.CheckConstraint(
                name="catalog_preceptor_cap_is_some",
                condition=Q(cap_a_week__isnull=True) | Q(cap_a_week__gte=1),
            ),
        )

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        name = f"{self.first_name} {self.last_name}".strip()
        return f"{name}, {self.credentials}" if self.credentials else name

    @property
    def may_be_named(self) -> bool:
        """``named_since``: the day the preceptor agreed to be named."""
        return self.named_since is not None


class License(models.Model):
    """A state license to practice, as checked on a day."""

    preceptor = models.ForeignKey(Preceptor, on_delete=models.CASCADE, related_name="licenses")
    state_code = models.CharField(max_length=2)
    number = models.CharField(max_length=50)
    expires_on = models.DateField()
    checked_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="catalog_license_once", fields=["preceptor", "state_code", "number"]
            ),
        )

    def __str__(self) -> str:
        return f"{self.state_code} {self.number}"


class Affiliation(models.Model):
    """A tie to an institution: evidenced when source and day are there, else only claimed."""

    preceptor = models.ForeignKey(Preceptor, on_delete=models.CASCADE, related_name="affiliations")
    institution = models.CharField(max_length=200)
    position = models.CharField(max_length=200, blank=True)
    source = WebAddress(max_length=500, blank=True)
    read_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="catalog_affiliation_evidence_is_whole",
                condition=Q(source="", read_on__isnull=True)
                | (~Q(source="") & Q(read_on__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return self.institution

    @property
    def is_evidenced(self) -> bool:
        return bool(self.source)


class Blackout(models.Model):
    """Days on which the preceptor takes nobody, both ends included."""

    preceptor = models.ForeignKey(Preceptor, on_delete=models.CASCADE, related_name="blackouts")
    first = models.DateField()
    last = models.DateField()
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="catalog_blackout_ends_after_it_began",
                condition=Q(last__gte=models.F("first")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"

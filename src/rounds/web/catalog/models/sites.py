"""Where rotations take place: hospitals, practices, and what is known about living there."""

from django.db import models
from django.db.models import Q

from rounds.web.catalog.models.kept import Kept, WebAddress, state_is_known


class SiteKind(models.TextChoices):
    HOSPITAL = "hospital", "Hospital"
    OFFICE = "office", "Practice or clinic"
    ONLINE = "online", "Online"


class SiteOrigin(models.TextChoices):
    """Who says that the site exists."""

    OWN = "own", "Entered by the agency"
    CMS = "cms", "CMS Hospital General Information"


class Site(Kept):
    """One place with one address.

    ``ccn`` is the CMS Certification Number, text with leading zeros and letters. Amounts are
    cents. ``source_name`` is the name as its source writes it; ``origin_values`` is all that the
    source last said, so that what the desk has changed since is known.
    ``is_medical_school_hospital`` is an evidenced fact with source and day, else unknown.
    """

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    source_name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20, choices=SiteKind, default=SiteKind.HOSPITAL)
    origin = models.CharField(max_length=20, choices=SiteOrigin, default=SiteOrigin.OWN)
    origin_read_on = models.DateField(null=True, blank=True)
    origin_values = models.JSONField(default=dict, blank=True)
    ccn = models.CharField(max_length=6, null=True, blank=True, unique=True)
    street = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=100)
    state_code = models.CharField(max_length=2)
    zip_code = models.CharField(max_length=5, blank=True)
    county = models.CharField(max_length=100, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    time_zone = models.CharField(max_length=50, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    hospital_type = models.CharField(max_length=100, blank=True)
    ownership = models.CharField(max_length=100, blank=True)
    has_emergency = models.BooleanField(null=True, blank=True)

    is_medical_school_hospital = models.BooleanField(null=True, blank=True)
    medical_school = models.CharField(max_length=200, blank=True)
    medical_school_source = WebAddress(max_length=500, blank=True)
    medical_school_read_on = models.DateField(null=True, blank=True)

    housing_cents_a_week = models.PositiveIntegerField(null=True, blank=True)
    housing_note = models.CharField(max_length=300, blank=True)
    travel_cents = models.PositiveIntegerField(null=True, blank=True)

    arrival_place = models.CharField(max_length=300, blank=True)
    arrival_contact = models.CharField(max_length=200, blank=True)
    arrival_time = models.TimeField(null=True, blank=True)
    dress_code = models.CharField(max_length=200, blank=True)
    parking = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            state_is_known(table="site"),
            models.CheckConstraint(
                name="catalog_site_school_fact_has_evidence",
                condition=Q(is_medical_school_hospital__isnull=True)
                | (~Q(medical_school_source="") & Q(medical_school_read_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="catalog_site_ccn_is_absent_or_told",
                condition=Q(ccn__isnull=True) | ~Q(ccn=""),
            ),
        )
        indexes = (
            models.Index(name="catalog_site_by_state", fields=["state_code", "city"]),
            models.Index(name="catalog_site_by_name", fields=["name"]),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def town(self) -> str:
        return f"{self.city}, {self.state_code}"

    @property
    def address(self) -> str:
        """Where the public page of the site is."""
        return f"/sites/{self.slug}/"


class SitePhoto(models.Model):
    """A picture as Rounds drew it anew from what was uploaded; never the uploaded bytes."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="photos")
    file = models.FileField(upload_to="sites/")
    words = models.CharField(max_length=200)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.words

"""What is offered: rotations, their hours by setting and their price lines."""

from django.db import models
from django.db.models import Q

from rounds.core.vocabulary import Kind, LetterPolicy, Mode, Role, Setting
from rounds.web.catalog.models.kept import Kept, choices_of, is_one_of, state_is_known
from rounds.web.catalog.models.preceptors import Preceptor
from rounds.web.catalog.models.sites import Site


class EmrAccess(models.TextChoices):
    """What the learner may do in the electronic medical record."""

    UNKNOWN = "unknown", "Not stated"
    NONE = "none", "No access"
    READ = "read", "Reads charts"
    NOTES = "notes", "Drafts notes"
    ORDERS = "orders", "Pends orders"


class NameVisibility(models.TextChoices):
    """Who learns the preceptor's name, and when."""

    PUBLIC = "public", "Everybody"
    SIGNED_IN = "signed_in", "After sign-in"
    ACCEPTED = "accepted", "After acceptance"


class PricePer(models.TextChoices):
    TERM = "term", "for the rotation"
    WEEK = "week", "a week"


class Rotation(Kept):
    """What a site and a preceptor offer, dates aside.

    ``entry`` is a condition in the tree language (TOML); ``languages`` are codes of ISO 639.
    ``turnaround_days``: usual time from the last day to the uploaded letter.
    """

    slug = models.SlugField(max_length=120, unique=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="rotations")
    preceptor = models.ForeignKey(Preceptor, on_delete=models.PROTECT, related_name="rotations")
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=choices_of(Kind))
    role = models.CharField(max_length=20, choices=choices_of(Role))
    mode = models.CharField(max_length=20, choices=choices_of(Mode), default=Mode.IN_PERSON.value)
    specialty = models.CharField(max_length=60)
    may_do = models.TextField(blank=True)
    emr = models.CharField(max_length=100, blank=True)
    emr_access = models.CharField(max_length=20, choices=EmrAccess, default=EmrAccess.UNKNOWN)
    learner_cap = models.PositiveSmallIntegerField(null=True, blank=True)
    languages = models.JSONField(default=list, blank=True)

    letter_policy = models.CharField(
        max_length=20, choices=choices_of(LetterPolicy), default=LetterPolicy.UNKNOWN.value
    )
    letter_condition = models.TextField(blank=True)
    is_on_letterhead = models.BooleanField(null=True, blank=True)
    letterhead = models.CharField(max_length=200, blank=True)
    letter_forms = models.CharField(max_length=200, blank=True)
    turnaround_days = models.PositiveSmallIntegerField(null=True, blank=True)

    name_visibility = models.CharField(
        max_length=20, choices=NameVisibility, default=NameVisibility.PUBLIC
    )
    entry = models.TextField(blank=True)
    cancellation = models.TextField(blank=True)
    is_supervised_by_faculty = models.BooleanField(null=True, blank=True)
    is_part_of_degree = models.BooleanField(null=True, blank=True)
    is_paid = models.BooleanField(default=False)

    class Meta:
        constraints = (
            state_is_known(table="rotation"),
            is_one_of("kind", Kind, table="rotation"),
            is_one_of("role", Role, table="rotation"),
            is_one_of("mode", Mode, table="rotation"),
            is_one_of("letter_policy", LetterPolicy, table="rotation"),
        )
        indexes = (models.Index(name="catalog_rotation_by_state", fields=["state"]),)

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        """Where the public page of the rotation is."""
        return f"/rotations/{self.slug}/"


class RotationHours(models.Model):
    """Hours a week in one setting."""

    rotation = models.ForeignKey(Rotation, on_delete=models.CASCADE, related_name="hours")
    setting = models.CharField(max_length=30, choices=choices_of(Setting))
    hours = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="catalog_hours_once_a_setting", fields=["rotation", "setting"]
            ),
            models.CheckConstraint(
                name="catalog_hours_fit_a_week", condition=Q(hours__gte=1, hours__lte=100)
            ),
            is_one_of("setting", Setting, table="hours"),
        )

    def __str__(self) -> str:
        return f"{self.hours} h {self.get_setting_display()}"


class PriceLine(models.Model):
    """One line of a price, in cents; no amount means that nobody has stated it.

    Lines that share a ``once_key`` (``visa``, ``application:lakeside``) are paid once a person.
    """

    rotation = models.ForeignKey(Rotation, on_delete=models.CASCADE, related_name="price_lines")
    position = models.PositiveSmallIntegerField(default=0)
    label = models.CharField(max_length=100)
    cents = models.PositiveIntegerField(null=True, blank=True)
    per = models.CharField(max_length=10, choices=PricePer, default=PricePer.TERM)
    once_key = models.CharField(max_length=100, blank=True)
    is_optional = models.BooleanField(default=False)
    is_estimate = models.BooleanField(default=False)

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(name="catalog_price_label_once", fields=["rotation", "label"]),
        )

    def __str__(self) -> str:
        return self.label

    def cents_for(self, *, weeks: int) -> int | None:
        """The amount for a term of so many certified weeks."""
        if self.cents is None:
            return None
        return self.cents * weeks if self.per == PricePer.WEEK else self.cents

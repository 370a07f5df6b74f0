"""What a person allows, and who pays for them when it is not the person."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from rounds.web.accounts.models.people import User


class Purpose(models.TextChoices):
    """What a consent is for; each is asked alone, and none is needed to look and plan."""

    SHARE_FACTS = "share_facts", "The agency may read my facts to prepare a rotation I ask for"
    WRITE_TO_ME = "write_to_me", "The agency may write to me about rotations that fit my facts"


class Consent(models.Model):
    """One yes to one version of one text. Taking it back ends the row; the row stays."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="consents")
    what = models.CharField(max_length=20, choices=Purpose)
    version = models.CharField(max_length=20)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("given_at", "id")
        constraints = (
            models.UniqueConstraint(
                name="accounts_consent_once",
                fields=["user", "what"],
                condition=Q(withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                name="accounts_consent_is_for_something", condition=Q(what__in=Purpose.values)
            ),
            models.CheckConstraint(
                name="accounts_consent_ends_after_it_began",
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("given_at")),
            ),
        )

    def __str__(self) -> str:
        return self.get_what_display()


class Relation(models.TextChoices):
    """Who a payer is to the applicant."""

    FAMILY = "family", "A member of my family"
    EMPLOYER = "employer", "My employer"
    SCHOOL = "school", "My school"
    GOVERNMENT = "government", "A government or a foundation"
    OTHER = "other", "Somebody else"


class Payer(models.Model):
    """Somebody who pays for the applicant, and sees prices and receipts alone."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="payers")
    name = models.CharField(max_length=200)
    email = models.EmailField("e-mail address")
    relation = models.CharField("who this is", max_length=20, choices=Relation)

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(
                Lower("email"), "user", name="accounts_payer_once_for_each_address"
            ),
            models.CheckConstraint(
                name="accounts_payer_relation_is_known", condition=Q(relation__in=Relation.values)
            ),
        )

    def __str__(self) -> str:
        return self.name

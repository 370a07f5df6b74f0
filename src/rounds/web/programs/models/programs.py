"""Programs: who they are. What they ask for is in the versions of their rules."""

from django.db import models
from django.urls import reverse

from rounds.core.vocabulary import SPECIALTIES, STATES

SPECIALTY_CHOICES = [(name, name[0].upper() + name[1:]) for name in SPECIALTIES]


class Program(models.Model):
    """One residency program in one specialty.

    ``code`` is the name files and plans use, and never changes. ``version`` grows with every
    change of this row: a form that was opened on an older one is refused.
    """

    code = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    specialty = models.CharField(max_length=60, choices=SPECIALTY_CHOICES)
    state_code = models.CharField("state or territory", max_length=2)
    city = models.CharField(max_length=100, blank=True)
    acgme_id = models.CharField("ACGME number", max_length=20, blank=True)
    nrmp_code = models.CharField("NRMP code", max_length=20, blank=True)
    is_fictional = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("name", "specialty", "code")
        constraints = (
            models.UniqueConstraint(
                name="programs_program_has_its_own_nrmp_code",
                fields=["nrmp_code"],
                condition=~models.Q(nrmp_code=""),
                violation_error_message="Another program has this NRMP code; correct one of them.",
            ),
            models.CheckConstraint(
                name="programs_program_specialty_is_known",
                condition=models.Q(specialty__in=SPECIALTIES),
            ),
            models.CheckConstraint(
                name="programs_program_state_is_known",
                condition=models.Q(state_code__in=sorted(STATES)),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def ref(self) -> str:
        """How the audit trail names this program."""
        return f"program:{self.pk}"

    @property
    def town(self) -> str:
        return ", ".join(filter(None, (self.city, self.state_code)))

    @property
    def address(self) -> str:
        return reverse("programs:program", args=[self.code])

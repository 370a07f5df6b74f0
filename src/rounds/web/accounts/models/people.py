"""Who signs in, and who of them is staff."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower


class Users(BaseUserManager["User"]):
    """Makes users; the address is kept in small letters, so that one person has one account."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account. ``is_staff`` is Django's: it opens the admin and nothing else."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = Users()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="accounts_user_email_in_small_letters",
                condition=models.Q(email=Lower("email")),
            ),
        )

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def ref(self) -> str:
        """How the audit trail names this person."""
        return f"user:{self.pk}"


class StaffRole(models.TextChoices):
    """What a member of the agency's staff is there for."""

    OWNER = "owner", "Owner"
    COORDINATOR = "coordinator", "Coordinator"
    FINANCE = "finance", "Finance"
    READER = "reader", "Reader"


class StaffMember(models.Model):
    """A person of the agency. An ended membership stays as a row and gives no rights."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="staff_member")
    role = models.CharField(max_length=20, choices=StaffRole)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="accounts_staff_role_is_known", condition=models.Q(role__in=StaffRole.values)
            ),
            models.CheckConstraint(
                name="accounts_staff_ends_after_it_began",
                condition=models.Q(ended_at__isnull=True)
                | models.Q(ended_at__gte=models.F("since")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"

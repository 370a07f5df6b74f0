"""What applicants of these tests have told."""

from datetime import date

from rounds.web.accounts.models import Experience, Profile


def tell(user, **over):
    """A profile that meets everything of the makers' rules but the four weeks."""
    told = {
        "needs_sponsorship": True, "visas": ["j1"], "experience_complete": "yes",
        "degree_on": date(2024, 6, 1), **over,
    }  # fmt: skip
    profile, _ = Profile.objects.update_or_create(user=user, defaults=told)
    return profile


def work(user, weeks=4, **over):
    """Weeks in the US."""
    return Experience.objects.create(
        user=user,
        **{
            "place": "Gable Clinic (fictional)", "country": "US", "first": date(2026, 1, 5),
            "last": date(2026, 1, 30), "weeks": weeks, "kind": "externship", "role": "hands_on",
            "mode": "in_person", "specialty": "internal medicine",
            "hours": {"inpatient": 40}, **over,
        },
    )  # fmt: skip

"""What Rounds knows about the person who asks, and who says so."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rounds.core.facts import About
from rounds.core.vocabulary import Complete
from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.dossier.bridge import Dossier, Known, facts_of, next_season

TITLES = {
    About.SCHOOL: "Medical school and degree",
    About.EXAMS: "Examinations",
    About.ECFMG: "ECFMG certificate",
    About.STATUSES: "Immigration statuses",
    About.VISAS: "Visa for residency",
    About.EXPERIENCE: "Clinical experience",
    About.LETTERS: "Letters of recommendation",
    About.TRAINING: "Residency training",
}
COMPLETE_WORDS = {
    Complete.YES: "You said: this is all.",
    Complete.NO: "You said: there is more.",
    Complete.UNKNOWN: "You have not said whether this is all; so what is missing is not a no.",
}


@dataclass(frozen=True, slots=True)
class Group:
    """One topic: what is known, whether it is all, and where to change it."""

    about: About
    known: tuple[Known, ...]
    complete: str

    @property
    def title(self) -> str:
        return TITLES[self.about]


@require_safe
@signed_in
def known(request: PersonRequest) -> HttpResponse:
    today = timezone.localdate()
    dossier = facts_of(request.user, next_season(today))
    groups = [_group(about, dossier) for about in About]
    return render(request, "dossier/known.html", {"dossier": dossier, "groups": groups})


def _group(about: About, dossier: Dossier) -> Group:
    of_topic = tuple(one for one in dossier.known if one.statement.about is about)
    complete = {
        About.EXAMS: dossier.facts.exams_complete,
        About.STATUSES: dossier.facts.statuses_complete,
        About.EXPERIENCE: dossier.facts.experience_complete,
        About.LETTERS: dossier.facts.letters_complete,
        About.TRAINING: dossier.facts.training_complete,
    }.get(about)
    return Group(about, of_topic, COMPLETE_WORDS[complete] if complete else "")

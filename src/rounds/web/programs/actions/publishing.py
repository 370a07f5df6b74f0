"""Publish a draft, withdraw a version, and go back to an earlier one."""

from copy import deepcopy
from datetime import date, datetime

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.drafts import SOURCE, locked_draft
from rounds.web.programs.actions.keeping import mark_changed, note
from rounds.web.programs.bridge.diff import differences
from rounds.web.programs.bridge.drafts import findings_of, season_of_source
from rounds.web.programs.models import Program, RequirementVersion, RuleOrigin, RuleState


@transaction.atomic
def publish_draft(
    *, draft: RequirementVersion, version: int, by: User, at: datetime, on: date
) -> RequirementVersion:
    """Let everybody see a draft and judge doors by it; refuses with everything that is wrong.

    It supersedes the published version of the same season.
    """
    row = locked_draft(draft, version=version)
    if findings := findings_of(row, on=on):
        raise Refusal(
            "not_ready",
            "This draft is not ready to be published.",
            findings=findings,
        )
    return _publish(row, "rules_published", by=by, at=at)


def _publish(
    row: RequirementVersion, verb: str, *, by: User, at: datetime, **told: object
) -> RequirementVersion:
    row.season_year = season_of_source(row)
    before = _supersede(row, at)
    row.state, row.published_at = RuleState.PUBLISHED, at
    row.rule_hash = row.hash_of_rules()
    row.version += 1
    row.save()
    changed = {
        one.label: {"before": one.before, "after": one.after} for one in differences(before, row)
    }
    note(row.program, verb, by=by.ref, at=at, number=row.number, **told, changes=changed)
    mark_changed(at=at)
    return row


def _supersede(row: RequirementVersion, at: datetime) -> RequirementVersion | None:
    """The published version of the same season gives way; returns it."""
    rows = RequirementVersion.objects.select_for_update().filter(
        program=row.program, state=RuleState.PUBLISHED, season_year=row.season_year
    )
    before = rows.first()
    if before is not None:
        before.state, before.ended_at = RuleState.SUPERSEDED, at
        before.save(update_fields=["state", "ended_at", "changed_at"])
    return before


@transaction.atomic
def withdraw_version(
    *, version: RequirementVersion, why: str, by: User, at: datetime
) -> RequirementVersion:
    """Take published rules away; the program's door is undecided where no other version speaks."""
    rows = RequirementVersion.objects.select_for_update().select_related("program")
    row = rows.get(pk=version.pk)
    if row.state != RuleState.PUBLISHED:
        raise Refusal("not_published", f"This version is {row.state}; nothing is to be withdrawn.")
    row.state, row.ended_at = RuleState.WITHDRAWN, at
    row.save(update_fields=["state", "ended_at", "changed_at"])
    note(row.program, "rules_withdrawn", by=by.ref, at=at, number=row.number, why=why)
    mark_changed(at=at)
    return row


@transaction.atomic
def roll_back(
    *, version: RequirementVersion, why: str, by: User, at: datetime
) -> RequirementVersion:
    """Publish again what an earlier version said, as a new version; nothing is rewritten."""
    program = Program.objects.select_for_update().get(pk=version.program_id)
    if version.state not in (RuleState.SUPERSEDED, RuleState.WITHDRAWN):
        raise Refusal(
            "not_ended", f"Version {version.number} is {version.state}; there is no way back to it."
        )
    latest = program.versions.order_by("-number").values_list("number", flat=True)[0]
    row = RequirementVersion(
        program=program,
        number=latest + 1,
        origin=RuleOrigin.DESK,
        content=deepcopy(version.content),
        made_at=at,
        **{name: getattr(version, name) for name in SOURCE},
    )
    return _publish(row, "rules_rolled_back", by=by, at=at, back_to=version.number, why=why)

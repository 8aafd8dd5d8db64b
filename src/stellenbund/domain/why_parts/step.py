"""Step: one thing that happened to a record on its way from a source to an opening."""

from datetime import datetime
from enum import StrEnum

from stellenbund.domain.finding import Finding
from stellenbund.domain.value import Told, Value


class StepKind(StrEnum):
    """What happened, as a stable code."""

    FIRST_SEEN = "first_seen"
    CHANGED = "changed"
    READ = "read"
    UNREADABLE = "unreadable"
    LEFT_OUT = "left_out"
    OTHER_EMPLOYER = "other_employer"
    REMARK = "remark"
    HELD_BACK = "held_back"
    RELEASED = "released"
    REJECTED = "rejected"
    NOT_APPLIED = "not_applied"
    RUN_IN_TROUBLE = "run_in_trouble"
    MISSING = "missing"
    VANISHED = "vanished"
    SWITCHED_OFF = "switched_off"
    MERGED = "merged"
    OUTWEIGHED = "outweighed"
    KEPT_APART = "kept_apart"
    PUBLISHED = "published"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Step(Value):
    """What happened, when (``None``: it is so now), by which rule, in English and in German.

    *value* is what the rule saw, *run* and *opening* name where it happened.
    """

    kind: StepKind
    at: datetime | None = None
    rule: str | None = None
    value: Told | None = None
    run: int | None = None
    opening: str | None = None
    message: Told
    message_de: Told


def told_by(finding: Finding, *, at: datetime, run: int) -> Step:
    """Return what a finding remarks as a step; its own sentences exist in German only."""
    return Step(
        kind=StepKind.REMARK,
        at=at,
        rule=finding.rule,
        value=finding.value,
        run=run,
        message=f"Rule {finding.rule} remarked on " + (finding.place or "the record") + ".",
        message_de=sentences(finding),
    )


def sentences(finding: Finding) -> str:
    """Return what a finding says and advises, in German."""
    return " ".join(filter(None, (finding.message, finding.remedy)))

"""Reading: what was made of a record the last time its source showed it."""

from collections.abc import Iterator, Sequence

from stellenbund.domain.finding import Finding
from stellenbund.domain.sighting import Fate, Sighting
from stellenbund.domain.why_parts.facts import Facts
from stellenbund.domain.why_parts.step import Step, StepKind, sentences, told_by

_SAYINGS = {
    Fate.NOTICE: (
        StepKind.READ,
        "Run {run} was the last to read it.",
        "Lauf {run} hat es zuletzt gelesen.",
    ),
    Fate.UNREADABLE: (
        StepKind.UNREADABLE,
        "Run {run} saw it but could not read it.",
        "Lauf {run} hat es gesehen, konnte es aber nicht lesen.",
    ),
    Fate.LEFT_OUT: (
        StepKind.LEFT_OUT,
        "Run {run} read it and left it out.",
        "Lauf {run} hat es gelesen und ausgelassen.",
    ),
    Fate.SKIPPED: (
        StepKind.OTHER_EMPLOYER,
        "Run {run} saw it; its employer is not this city.",
        "Lauf {run} hat es gesehen; der Arbeitgeber ist nicht diese Stadt.",
    ),
}
_LEAVING_OUT = ("kind.", "record.closed")
"""The rules by which a normaliser leaves a record out."""


def reading_steps(facts: Facts) -> Iterator[Step]:
    """Yield when the record was first seen and when it changed, and what was made of it last."""
    if facts.life:
        yield Step(
            kind=StepKind.FIRST_SEEN,
            at=facts.life.first_seen_at,
            message=f"{facts.source.name} showed it for the first time.",
            message_de=f"{facts.source.name} zeigte es zum ersten Mal.",
        )
        if facts.life.content_changed_at > facts.life.first_seen_at:
            yield Step(
                kind=StepKind.CHANGED,
                at=facts.life.content_changed_at,
                message="Its content changed for the last time, or it came back.",
                message_de="Sein Inhalt änderte sich zum letzten Mal, oder es kam wieder.",
            )
    if facts.sighting:
        yield from _sighted(facts, facts.sighting)


def _sighted(facts: Facts, sighting: Sighting) -> Iterator[Step]:
    """Yield the record's last fate, with the rule that left it out, and all other remarks."""
    decisive = _decisive(facts.findings) if sighting.fate is Fate.LEFT_OUT else None
    yield _fate(sighting, decisive)
    for finding in facts.findings:
        if finding is not decisive:
            yield told_by(finding, at=sighting.at, run=sighting.run)


def _fate(sighting: Sighting, decisive: Finding | None) -> Step:
    kind, english, german = _SAYINGS[sighting.fate]
    by = f" Rule {decisive.rule} decided." if decisive else ""
    why = f" {sentences(decisive)}" if decisive else ""
    return Step(
        kind=kind,
        at=sighting.at,
        rule=decisive.rule if decisive else None,
        value=decisive.value if decisive else None,
        run=sighting.run,
        message=english.format(run=sighting.run) + by,
        message_de=german.format(run=sighting.run) + why,
    )


def _decisive(findings: Sequence[Finding]) -> Finding | None:
    """Return the finding of the rule by which a record was left out."""
    return next((each for each in findings if each.rule.startswith(_LEAVING_OUT)), None)

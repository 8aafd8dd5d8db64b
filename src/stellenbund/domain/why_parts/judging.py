"""Judging: what became of the runs that showed a record last, or that should have since."""

from collections.abc import Iterator

from stellenbund.domain.decision import Verdict
from stellenbund.domain.departure import Departure
from stellenbund.domain.run import Outcome
from stellenbund.domain.why_parts.facts import Facts, Life, NumberedRun
from stellenbund.domain.why_parts.step import Step, StepKind

_ANSWERED = {
    Verdict.RELEASED: (
        StepKind.RELEASED,
        "A person released run {run}: {reason}",
        "Lauf {run} wurde freigegeben: {reason}",
    ),
    Verdict.REJECTED: (
        StepKind.REJECTED,
        "A person rejected run {run}: {reason}",
        "Lauf {run} wurde abgelehnt: {reason}",
    ),
}


_DEPARTED = {
    Departure.CLOSED: "Die Quelle sagt selbst, dass sie vorbei ist",
    Departure.GONE: "Ihre eigene Seite gibt es nicht mehr",
    Departure.MISSING: "Die Quelle zeigt sie nicht mehr",
}


def judging_steps(facts: Facts) -> Iterator[Step]:
    """Yield what held the last sighting back, what went wrong since, and how it went missing."""
    if facts.last_run:
        yield from _shown_by(facts.last_run)
    for each in facts.later_runs:
        yield from _not_shown_by(each)
    if facts.life:
        yield from _absence(facts, facts.life)
    if not facts.source.is_enabled:
        why = facts.source.disabled_reason or ""
        yield Step(
            kind=StepKind.SWITCHED_OFF,
            message=f"{facts.source.name} is not being read: {why}",
            message_de=f"{facts.source.name} wird nicht gelesen: {why}",
        )


def _shown_by(last: NumberedRun) -> Iterator[Step]:
    """Yield why what the last sighting said may not have been applied."""
    if last.run.outcome is Outcome.DOUBTED:
        yield _about(
            last,
            StepKind.HELD_BACK,
            "Run {run} was doubted, so nothing that it showed was applied.",
            "Lauf {run} wurde angezweifelt; nichts davon wurde übernommen. {reason}",
        )
        yield from _decided(last)
    elif not last.run.outcome.is_good and last.run.outcome is not Outcome.TRUNCATED:
        yield _about(
            last,
            StepKind.NOT_APPLIED,
            "Run {run} ended as {outcome}, so nothing that it showed was applied.",
            "Lauf {run} endete mit „{outcome}“; nichts davon wurde übernommen. {reason}",
        )


def _not_shown_by(later: NumberedRun) -> Iterator[Step]:
    """Yield why a later run that did not show it says nothing."""
    if later.run.outcome is Outcome.DOUBTED:
        yield _about(
            later,
            StepKind.HELD_BACK,
            "Run {run} did not show it but was doubted, so it stays as it was.",
            "Lauf {run} zeigte es nicht, wurde aber angezweifelt; es bleibt, wie es war. {reason}",
        )
        yield from _decided(later)
    elif not later.run.outcome.is_good:
        yield _about(
            later,
            StepKind.RUN_IN_TROUBLE,
            "Run {run} ended as {outcome}, so that it does not show it proves nothing.",
            "Lauf {run} endete mit „{outcome}“; dass es fehlt, beweist nichts. {reason}",
        )


def _absence(facts: Facts, life: Life) -> Iterator[Step]:
    if life.vanished_at and life.vanished_reason:
        german = _DEPARTED[life.vanished_reason]
        yield Step(
            kind=StepKind.VANISHED,
            at=life.vanished_at,
            rule=life.vanished_reason,
            message=f"The notice counts as gone: {life.vanished_reason}.",
            message_de=f"Die Ausschreibung gilt als verschwunden: {german}.",
        )
    elif life.missing_strikes:
        patience = 1 if facts.source.is_authoritative else facts.source.strikes
        count = f"{life.missing_strikes}/{patience}"
        yield Step(
            kind=StepKind.MISSING,
            value=count,
            message="Complete runs in a row, at least 20 hours apart, that did not show it, of "
            f"those it takes: {count}.",
            message_de=f"In Folge vollständig gelesen, ohne dass es dastand: {count} Läufe im "
            "Abstand von mindestens 20 Stunden; danach gilt es als verschwunden.",
        )


def _decided(doubted: NumberedRun) -> Iterator[Step]:
    """Yield a person's answer to a doubted run; the name stays out of it."""
    if doubted.decision is None:
        if doubted.is_open:
            yield _about(
                doubted,
                StepKind.HELD_BACK,
                "Run {run} still waits for a person to release or to reject it.",
                "Lauf {run} wartet noch darauf, dass ihn jemand freigibt oder ablehnt.",
                is_now=True,
            )
        return
    kind, english, german = _ANSWERED[doubted.decision.verdict]
    words = {"run": doubted.number, "reason": doubted.decision.reason}
    yield Step(
        kind=kind,
        at=doubted.decision.at,
        run=doubted.number,
        message=english.format(**words),
        message_de=german.format(**words),
    )


def _about(
    numbered: NumberedRun, kind: StepKind, english: str, german: str, *, is_now: bool = False
) -> Step:
    run = numbered.run
    words = {"run": numbered.number, "outcome": run.outcome, "reason": run.reason or ""}
    return Step(
        kind=kind,
        at=None if is_now else run.finished_at,
        run=numbered.number,
        rule=run.outcome,
        message=english.format(**words).strip(),
        message_de=german.format(**words).strip(),
    )

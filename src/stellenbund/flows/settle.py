"""Settle: what a source says now is compared, doubted and applied in one transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from stellenbund.domain.clock import berlin_day
from stellenbund.domain.completeness import completeness
from stellenbund.domain.decision import Decision, question, rejected_before
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.plausibility import HISTORY, doubt, survey
from stellenbund.domain.run import Outcome, Run
from stellenbund.domain.sighting import fates
from stellenbund.domain.source import Source
from stellenbund.flows.apply import Case, apply, open_case
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.publish import publish
from stellenbund.store.cities import hold_city
from stellenbund.store.decisions import last_rejection
from stellenbund.store.notices import holds_real_notices
from stellenbund.store.publication import Stamp, show_seen
from stellenbund.store.runs import LoggedRun, good_runs, log_findings, log_run
from stellenbund.store.sightings import save_sightings

APPLIED = {Outcome.APPLIED, Outcome.EMPTY, Outcome.TRUNCATED}
"""The verdicts after which something is written besides the run."""

NEWS = ("new", "changed", "vanished")
"""The numbers of a run that make it more than a repetition."""


def settle(
    session: Session, source: Source, harvest: Harvest, occasion: Occasion, *, started_at: datetime
) -> LoggedRun:
    """Let *harvest* become what the store holds of *source*, and log the run.

    The city is held first, so that two deliveries never compare against the same past. A doubted
    harvest waits with its run for a person; one in trouble changes nothing. Only of a truncated
    one the part that could be read is applied, and nothing of it vanishes. That a source says it
    has nothing is applied like any other word of it.

    Raises:
        NotFoundError: the store knows no such city or source.
    """
    hold_city(session, source.city)
    case = open_case(session, source, harvest, occasion, started_at)
    outcome, reason = _verdict(session, case)
    counts = apply(session, case) if outcome in APPLIED else {}
    doubted = harvest if outcome is Outcome.DOUBTED else None
    rejection = _rejection(session, case) if doubted else None
    reason = f"{reason} {rejected_before(rejection)}" if rejection else reason
    run = Run(outcome=_after(outcome, counts), reason=reason, **_described(case), **counts)
    repeats = rejection.run if rejection else None
    number = log_run(session, case.number, run, doubted=doubted, repeats=repeats)
    save_sightings(session, case.number, fates(harvest), run=number, at=case.now)
    findings = harvest.findings
    if outcome in APPLIED:
        if not case.is_confirmation:
            findings += publish(session, _stamp(case, number), occasion.new_id, said=case.said)
        show_seen(session, case.number, case.now)
    log_findings(session, number, findings)
    return LoggedRun(
        id=number,
        findings=findings,
        is_open=doubted is not None and rejection is None,
        repeats=repeats,
        **run.model_dump(),
    )


def _verdict(session: Session, case: Case) -> tuple[Outcome, str | None]:
    """Say whether the case may be applied, and if not, why."""
    if case.occasion.sample and holds_real_notices(session, case.number):
        return Outcome.FAILED, (
            "Von dieser Quelle sind echte Ausschreibungen gespeichert; Beispielseiten werden "
            "nicht darübergelegt."
        )
    ended = case.harvest.trouble or Outcome.APPLIED
    if ended not in APPLIED or case.occasion.is_consented:
        return ended, case.harvest.reason
    past = good_runs(session, case.number, sample=case.occasion.sample, limit=HISTORY)
    said = case.harvest.reason
    why = doubt(case.diff, case.harvest, past=past, today=berlin_day(case.started_at))
    return (Outcome.DOUBTED, f"{said} {why}" if said else why) if why else (ended, said)


def _rejection(session: Session, case: Case) -> Decision | None:
    """Return the decision by which a person rejected exactly these changes, if there is one."""
    return last_rejection(session, case.number, question=question(case.diff))


def _after(verdict: Outcome, counts: Mapping[str, int]) -> Outcome:
    """Name a good run by whether it turned out to bring anything new."""
    if not verdict.is_good:
        return verdict
    if any(counts[name] for name in NEWS):
        return Outcome.APPLIED
    return Outcome.EMPTY if verdict is Outcome.EMPTY else Outcome.UNCHANGED


def _stamp(case: Case, run: int) -> Stamp:
    return Stamp(
        city=case.source.city,
        run=run,
        actor=case.occasion.trigger,
        at=case.now,
        sample=case.occasion.sample,
    )


def _described(case: Case) -> dict[str, Any]:
    """Return what a run says about its harvest, whatever became of it."""
    return {
        "city": case.source.city,
        "source": case.source.key,
        "trigger": case.occasion.trigger,
        "sample": case.occasion.sample,
        "started_at": case.started_at,
        "finished_at": case.now,
        "pages": case.harvest.pages,
        "not_modified": case.harvest.not_modified,
        "found": case.harvest.found,
        "unreadable": len(case.harvest.unreadable),
        "left_out": len(case.harvest.left_out),
        **_qualities(case.harvest),
    }


def _qualities(harvest: Harvest) -> dict[str, Any]:
    """Return how complete and how odd the notices are; whose are not at hand are not surveyed."""
    if harvest.completeness is not None:
        return {"completeness": dict(harvest.completeness)}
    return {"completeness": completeness(harvest.full), "survey": survey(harvest)}

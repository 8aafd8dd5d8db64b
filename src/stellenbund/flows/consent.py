"""Consent: a person's word about a doubted run, carried out in one transaction."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from stellenbund.domain.access import Caller
from stellenbund.domain.audit import AuditEntry, Deed
from stellenbund.domain.decision import (
    Consent,
    Decision,
    Verdict,
    decided,
    never_doubted,
    overtaken,
    question,
)
from stellenbund.domain.diff import Diff, compare
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.run import Outcome
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.settle import settle
from stellenbund.store.audit import log_deed
from stellenbund.store.cities import hold_city
from stellenbund.store.decisions import log_decision
from stellenbund.store.notices import live_notices
from stellenbund.store.runs import LoggedRun, find_run
from stellenbund.store.sources import get_source, source_id
from stellenbund.store.waiting import city_of_run, drop_waiting, next_answer, waiting_harvest


def release(
    session: Session,
    number: int,
    consent: Consent,
    *,
    by: Caller,
    clock: Callable[[], datetime],
    new_id: Callable[[], str],
) -> tuple[Decision, LoggedRun]:
    """Let the harvest of a doubted run become what the store holds, as if nobody had doubted it.

    It is compared anew with the notices of this moment. The run that this becomes counts as a
    good one, and what the source usually shows is reckoned from there. The audit keeps that it
    was done *by* this caller.

    Raises:
        NotFoundError: no run has that number.
        UndecidableError: nothing waits with it.
    """
    hold_city(session, city_of_run(session, number))
    run, harvest = _waiting(session, number)
    asked = question(_diff(session, run, harvest))
    occasion = Occasion(
        trigger=f"release of run {number}",
        sample=run.sample,
        clock=clock,
        new_id=new_id,
        is_consented=True,
    )
    source = get_source(session, run.city, run.source)
    harvest = replace(harvest, findings=run.findings)
    released = settle(session, source, harvest, occasion, started_at=clock())
    drop_waiting(session, number)
    decision = Decision(
        run=number, verdict=Verdict.RELEASED, at=clock(), caused=released.id, **dict(consent)
    )
    log_decision(session, decision, question=asked)
    log_deed(session, _entry(run, decision, by))
    return decision, released


def reject(
    session: Session,
    number: int,
    consent: Consent,
    *,
    by: Caller,
    clock: Callable[[], datetime],
) -> Decision:
    """Drop the harvest of a doubted run; what is stored stays as it is.

    A later run with the very same changes is doubted again, but asks nobody any more.

    Raises:
        NotFoundError: no run has that number.
        UndecidableError: nothing waits with it.
    """
    hold_city(session, city_of_run(session, number))
    run, harvest = _waiting(session, number)
    decision = Decision(run=number, verdict=Verdict.REJECTED, at=clock(), **dict(consent))
    log_decision(session, decision, question=question(_diff(session, run, harvest)))
    log_deed(session, _entry(run, decision, by))
    drop_waiting(session, number)
    return decision


def preview(session: Session, number: int) -> Diff:
    """Return what a release of the doubted run would change at this moment.

    Raises:
        NotFoundError: no run has that number.
        UndecidableError: nothing waits with it.
    """
    return _diff(session, *_waiting(session, number))


def _entry(run: LoggedRun, decision: Decision, by: Caller) -> AuditEntry:
    is_release = decision.verdict is Verdict.RELEASED
    return AuditEntry(
        at=decision.at,
        actor=by.actor,
        city=run.city,
        deed=Deed.RUN_RELEASED if is_release else Deed.RUN_REJECTED,
        subject=f"run {run.id}",
        told={
            "source": f"{run.city}/{run.source}",
            "decided_by": decision.actor,
            "reason": decision.reason,
            **({"caused": decision.caused} if decision.caused else {}),
        },
    )


def _diff(session: Session, run: LoggedRun, harvest: Harvest) -> Diff:
    source = source_id(session, run.city, run.source)
    return compare(live_notices(session, source, sample=run.sample), harvest)


def _waiting(session: Session, number: int) -> tuple[LoggedRun, Harvest]:
    """Return a run with the harvest that waits with it, or say why none does."""
    run, harvest = find_run(session, number), waiting_harvest(session, number)
    if harvest is not None:
        return run, harvest
    if run.decision is not None:
        raise decided(run.decision)
    later = next_answer(session, number) if run.outcome is Outcome.DOUBTED else None
    raise overtaken(number, later) if later else never_doubted(number, run.outcome)

"""Why: what the store knows about one reference of a source, gathered to be explained."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from stellenbund.domain.normalisers.links import canonical
from stellenbund.domain.normalisers.texts import read_line
from stellenbund.domain.query import RunQuery
from stellenbund.domain.sighting import Sighting
from stellenbund.domain.why import UnknownReferenceError, explain, is_public
from stellenbund.domain.why_parts.facts import Facts, NumberedRun
from stellenbund.domain.why_parts.step import Step
from stellenbund.store.corrections import list_corrections
from stellenbund.store.held import held_notices
from stellenbund.store.openings import get_opening, opening_history
from stellenbund.store.runs import LoggedRun, find_run, list_runs
from stellenbund.store.sightings import find_sighting, seen_references
from stellenbund.store.sources import get_source, source_id
from stellenbund.store.traces import find_life, findings_about, notice_references, reference_at

RUNS = 20
"""So many of a source's last runs are looked at for what went wrong since the last sighting."""

NEAR = 5_000
"""Among so many references those are looked for that an unknown one may mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What became of a record: whether it is among the published openings, and each step."""

    city: str
    source: str
    reference: str
    is_public: bool
    opening: str | None
    steps: tuple[Step, ...]


def why(session: Session, city: str, key: str, reference: str, *, now: datetime) -> Explanation:
    """Explain what became of the record that a source shows under *reference*.

    Raises:
        NotFoundError: the city has no such source.
        UnknownReferenceError: nothing is remembered of it.
    """
    facts = _facts(session, city, key, reference, now)
    return Explanation(
        city=city,
        source=key,
        reference=facts.reference,
        is_public=is_public(facts),
        opening=facts.opening.id if facts.opening else None,
        steps=explain(facts),
    )


def _facts(session: Session, city: str, key: str, asked: str, now: datetime) -> Facts:
    source, number = get_source(session, city, key), source_id(session, city, key)
    reference = _known(session, number, f"{city}/{key}", asked)
    life = find_life(session, number, reference)
    sighting = find_sighting(session, number, reference)
    name = life.opening if life else None
    return Facts(
        source=source,
        reference=reference,
        life=life,
        sighting=sighting,
        findings=findings_about(session, sighting.run, reference) if sighting else (),
        runs=_runs(session, city, key, sighting),
        held=held_notices(session, city),
        opening=get_opening(session, name, now) if name else None,
        history=opening_history(session, name) if name else (),
        corrections=list_corrections(session, city, opening=name) if name else (),
    )


def _known(session: Session, source: int, named: str, asked: str) -> str:
    """Return the reference under which the store knows what was asked for."""
    for reference in _spellings(asked):
        if find_life(session, source, reference) or find_sighting(session, source, reference):
            return reference
    with suppress(ValueError):
        if (found := reference_at(session, source, canonical(asked))) is not None:
            return found
    known = (
        *notice_references(session, source, limit=NEAR),
        *seen_references(session, source, limit=NEAR),
    )
    raise UnknownReferenceError(named, asked, tuple(dict.fromkeys(known)))


def _spellings(asked: str) -> Iterator[str]:
    """Yield a reference as it was asked for, then as it or the address of a page would be kept."""
    yield asked
    if line := read_line(asked):
        yield line
    with suppress(ValueError):
        yield canonical(asked)


def _runs(
    session: Session, city: str, key: str, sighting: Sighting | None
) -> tuple[NumberedRun, ...]:
    """Return the run of the last sighting and the source's last runs after it, oldest first."""
    last = list_runs(session, RunQuery(source=f"{city}/{key}", limit=RUNS))
    since = [run for run in last if sighting is None or run.id >= sighting.run]
    if sighting and sighting.run not in {run.id for run in since}:
        since.append(find_run(session, sighting.run))
    return tuple(_numbered(run) for run in reversed(since))


def _numbered(run: LoggedRun) -> NumberedRun:
    return NumberedRun(number=run.id, run=run, is_open=run.is_open, decision=run.decision)

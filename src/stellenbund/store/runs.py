"""Runs: what each delivery did, kept for good."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import func, update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.finding import Finding
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.run import Outcome, Run
from stellenbund.domain.value import keepable
from stellenbund.store.tables.cities import SourceRow
from stellenbund.store.tables.runs import FindingRow, RunRow

GOOD = tuple(outcome for outcome in Outcome if outcome.is_good)


class LoggedRun(Run):
    """A run as it stands in the log; its findings only where one run is asked for."""

    id: int
    findings: tuple[Finding, ...] = ()


def log_run(session: Session, source: int, run: Run, *, doubted: Harvest | None = None) -> int:
    """Write *run* down and return its number; a *doubted* harvest waits with it for a person.

    What waited before is let go: a newer answer of the source has taken its place.
    """
    told = run.model_dump(exclude={"city", "source"})
    row = RunRow(source=source, harvest=doubted and _waiting(doubted), **told)
    if run.outcome.is_good or doubted is not None:
        waiting = update(RunRow).where(
            col(RunRow.source) == source, col(RunRow.harvest).isnot(None)
        )
        session.exec(waiting.values(harvest=None))
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def log_findings(session: Session, run: int, findings: Iterable[Finding]) -> None:
    """Write down what a person should know about a run."""
    session.add_all(FindingRow(run=run, **finding.model_dump()) for finding in findings)
    session.flush()


def good_yields(session: Session, source: int, *, sample: bool, limit: int) -> tuple[int, ...]:
    """Return how many readable notices the last good runs of a source had, newest first."""
    readable = col(RunRow.found) - col(RunRow.unreadable) - col(RunRow.left_out)
    runs = (
        select(readable)
        .where(
            col(RunRow.source) == source,
            col(RunRow.sample) == sample,
            col(RunRow.outcome).in_(GOOD),
        )
        .order_by(col(RunRow.id).desc())
        .limit(limit)
    )
    return tuple(session.exec(runs))


def list_runs(
    session: Session, *, city: str | None = None, source: str | None = None, limit: int = 50
) -> tuple[LoggedRun, ...]:
    """Return the last runs, newest first: of all, of one city or of one of its sources."""
    runs = _runs().order_by(col(RunRow.id).desc()).limit(limit)
    if city is not None:
        runs = runs.where(col(SourceRow.city) == city)
    if source is not None:
        runs = runs.where(col(SourceRow.key) == source)
    return tuple(_logged(row, of) for row, of in session.exec(runs))


def find_run(session: Session, run: int) -> LoggedRun:
    """Return one run with its findings.

    Raises:
        NotFoundError: no run has that number.
    """
    found = session.exec(_runs().where(RunRow.id == run)).first()
    if found is None:
        raise NotFoundError("run", str(run))
    findings = select(FindingRow).where(col(FindingRow.run) == run).order_by(col(FindingRow.id))
    row, source = found
    return _logged(
        row,
        source,
        tuple(
            Finding.model_validate(row.model_dump(exclude={"id", "run"}))
            for row in session.exec(findings)
        ),
    )


def last_runs(
    session: Session, sources: Iterable[int], *, limit: int, good: bool = False
) -> dict[int, tuple[LoggedRun, ...]]:
    """Return the last *limit* runs of each source, newest first; on demand only its good ones."""
    newest_first = func.row_number().over(
        partition_by=col(RunRow.source), order_by=col(RunRow.id).desc()
    )
    numbered = select(col(RunRow.id), newest_first.label("place")).where(
        col(RunRow.source).in_(set(sources))
    )
    if good:
        numbered = numbered.where(col(RunRow.outcome).in_(GOOD))
    last = numbered.subquery()
    runs = _runs().join(last, last.c.id == col(RunRow.id)).where(last.c.place <= limit)
    by_source: dict[int, list[LoggedRun]] = defaultdict(list)
    for row, source in session.exec(runs.order_by(col(RunRow.id).desc())):
        by_source[row.source].append(_logged(row, source))
    return {source: tuple(its) for source, its in by_source.items()}


def _waiting(harvest: Harvest) -> Harvest:
    """Return a harvest as it can be kept; its findings stand beside its run."""
    return replace(
        harvest,
        unreadable=frozenset(map(keepable, harvest.unreadable)),
        left_out=frozenset(map(keepable, harvest.left_out)),
        reason=harvest.reason and keepable(harvest.reason),
        findings=(),
    )


def _runs() -> Select[RunRow, SourceRow]:
    return select(RunRow, SourceRow).join(SourceRow, col(RunRow.source) == col(SourceRow.id))


def _logged(row: RunRow, source: SourceRow, findings: tuple[Finding, ...] = ()) -> LoggedRun:
    told = row.model_dump(exclude={"source", "harvest"})
    return LoggedRun(city=source.city, source=source.key, findings=findings, **told)

"""Runs: what each delivery did, kept for good."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import ColumnElement, and_, func, update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from stellenbund.domain.decision import Decision
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.finding import Finding
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.query import RunQuery
from stellenbund.domain.run import Outcome, Run
from stellenbund.domain.value import keepable
from stellenbund.store.decisions import decision_of, is_since_last_release
from stellenbund.store.rows import insert_rows
from stellenbund.store.tables.cities import SourceRow
from stellenbund.store.tables.decisions import DecisionRow
from stellenbund.store.tables.runs import FindingRow, RunRow

GOOD = tuple(outcome for outcome in Outcome if outcome.is_good)
EVERY = RunQuery()


class LoggedRun(Run):
    """A run as it stands in the log; its findings only where one run is asked for.

    It is *open* while it waits for a person's *decision*; one that *repeats* a rejected run asks
    nothing new and is not, but can be decided about all the same.
    """

    id: int
    findings: tuple[Finding, ...] = ()
    is_open: bool = False
    repeats: int | None = None
    decision: Decision | None = None


def log_run(
    session: Session,
    source: int,
    run: Run,
    *,
    doubted: Harvest | None = None,
    repeats: int | None = None,
) -> int:
    """Write *run* down and return its number; a *doubted* harvest waits with it for a person.

    What waited before is let go where a newer answer of the source has taken its place. *repeats*
    is the run of which a person already rejected the same.
    """
    told = run.model_dump(exclude={"city", "source"})
    row = RunRow(source=source, harvest=doubted and _waiting(doubted), repeats=repeats, **told)
    if run.is_answer:
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
    rows = [{"run": run, **finding.model_dump()} for finding in findings]
    insert_rows(session, FindingRow, rows)


def good_runs(session: Session, source: int, *, sample: bool, limit: int) -> tuple[LoggedRun, ...]:
    """Return the last good runs of a source, newest first.

    What a person released is the source's new past: nothing before it counts.
    """
    runs = (
        _runs()
        .where(
            col(RunRow.source) == source,
            col(RunRow.sample) == sample,
            col(RunRow.outcome).in_(GOOD),
            is_since_last_release(source),
        )
        .order_by(col(RunRow.id).desc())
        .limit(limit)
    )
    return tuple(_logged(*found) for found in session.exec(runs))


def completeness_before(session: Session, source: int, *, run: int) -> dict[str, float]:
    """Return how complete the notices of a source were in its last good run before *run*."""
    good = (col(RunRow.source) == source, col(RunRow.id) < run, col(RunRow.outcome).in_(GOOD))
    last = select(RunRow.completeness).where(*good).order_by(col(RunRow.id).desc()).limit(1)
    return dict(session.exec(last).first() or {})


def list_runs(session: Session, query: RunQuery = EVERY) -> tuple[LoggedRun, ...]:
    """Return the runs that *query* asks for, newest first."""
    runs = _runs().where(*_conditions(query)).order_by(col(RunRow.id).desc()).limit(query.limit)
    return tuple(_logged(*found) for found in session.exec(runs))


def find_run(session: Session, run: int) -> LoggedRun:
    """Return one run with its findings.

    Raises:
        NotFoundError: no run has that number.
    """
    found = session.exec(_runs().where(RunRow.id == run)).first()
    if found is None:
        raise NotFoundError("run", str(run))
    findings = select(FindingRow).where(col(FindingRow.run) == run).order_by(col(FindingRow.id))
    return _logged(
        *found,
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
    for found in session.exec(runs.order_by(col(RunRow.id).desc())):
        by_source[found[0].source].append(_logged(*found))
    return {source: tuple(its) for source, its in by_source.items()}


def _conditions(query: RunQuery) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of every run that *query* asks for."""
    if query.city is not None:
        yield col(SourceRow.city) == query.city
    if query.source is not None:
        city, _, key = query.source.partition("/")
        yield and_(col(SourceRow.city) == city, col(SourceRow.key) == key)
    if query.outcomes:
        yield col(RunRow.outcome).in_(query.outcomes)
    if query.is_open:
        yield col(RunRow.harvest).is_not(None)
        yield col(RunRow.repeats).is_(None)
    if query.before is not None:
        yield col(RunRow.id) < query.before


def _waiting(harvest: Harvest) -> Harvest:
    """Return a harvest as it can be kept; its findings stand beside its run."""
    return replace(
        harvest,
        unreadable=frozenset(map(keepable, harvest.unreadable)),
        left_out=frozenset(map(keepable, harvest.left_out)),
        uncertain=frozenset(map(keepable, harvest.uncertain)),
        skipped=frozenset(),
        gone=frozenset(map(keepable, harvest.gone)),
        reason=harvest.reason and keepable(harvest.reason),
        findings=(),
    )


def _runs() -> Select[RunRow, SourceRow, DecisionRow | None]:
    return (
        select(RunRow, SourceRow, DecisionRow)
        .join(SourceRow, col(RunRow.source) == col(SourceRow.id))
        .outerjoin(DecisionRow, col(DecisionRow.run) == col(RunRow.id))
    )


def _logged(
    row: RunRow,
    source: SourceRow,
    decision: DecisionRow | None,
    findings: tuple[Finding, ...] = (),
) -> LoggedRun:
    told = row.model_dump(exclude={"source", "harvest"})
    return LoggedRun(
        city=source.city,
        source=source.key,
        findings=findings,
        is_open=row.harvest is not None and row.repeats is None,
        decision=decision and decision_of(decision),
        **told,
    )

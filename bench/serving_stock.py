"""Serving stock: a database of as many invented openings as a bench wants, filled once."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert, update
from sqlmodel import col

from bench.generated import CITIES, generated
from stellenbund.domain.city import City
from stellenbund.domain.gazetteer import MUNICIPALITIES
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.opening import Opening
from stellenbund.domain.source import Source, Trust
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.register import register
from stellenbund.store.changes import CHANGES
from stellenbund.store.database import Database, open_database, writing
from stellenbund.store.migrations import migrate
from stellenbund.store.tables.changes import CounterRow
from stellenbund.store.tables.openings import OpeningRow, StatusChangeRow

KEPT = Path("var/bench")
"""Where filled files lie, one for each size and schema: filling 200,000 takes minutes."""

MORNING = datetime(2026, 11, 25, 5, tzinfo=UTC)
_BATCH = 2_000
_FOLDERS = ("src/stellenbund/store/tables", "src/stellenbund/domain", "alembic/versions", "bench")


def kept_file(size: int) -> Path:
    """Return an SQLite file of *size* openings, filled now if no earlier run of the bench did."""
    path = KEPT / f"serve-{size}-{_fingerprint()}.db"
    if not path.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        engine = open_database(f"sqlite:///{unfinished}")
        migrate(engine)
        fill(engine, size)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
        unfinished.rename(path)
    return path


def fill(engine: Database, size: int) -> None:
    """Write *size* openings into an empty database, in a few statements."""
    with writing(engine) as session:
        register(session, _declared(), PROFESSIONS.values(), at=MORNING)
    openings = generated(size)
    while batch := list(islice(openings, _BATCH)):
        with writing(engine) as session:
            session.execute(insert(OpeningRow), [_row(each) for each in batch])
            session.execute(insert(StatusChangeRow), [*_steps(batch)])
    with writing(engine) as session:
        session.execute(
            update(CounterRow).where(col(CounterRow.name) == CHANGES).values(value=size)
        )


def _declared() -> Iterator[tuple[City, list[Source]]]:
    for place in MUNICIPALITIES.values():
        if place.name in CITIES:
            slug = fold(place.name).replace(" ", "-")
            website = f"https://{slug}.example"
            city = City(slug=slug, name=place.name, ags=place.ags, website=website)
            yield city, [_source(slug, "site", Trust.SITE), _source(slug, "jobsuche", Trust.AGENCY)]


def _source(city: str, key: str, trust: Trust) -> Source:
    address = f"https://{city}.example/{key}"
    return Source(city=city, key=key, name=key, url=address, reader="html_cards", trust=trust)


def _row(opening: Opening) -> dict[str, Any]:
    values = {name: getattr(opening, name) for name in Opening.model_fields}
    content = sha256(opening.id.encode()).hexdigest()
    return values | {"content_hash": content, "search_text": fold(opening.title)}


def _steps(openings: list[Opening]) -> Iterator[dict[str, Any]]:
    for opening in openings:
        step = {"opening": opening.id, "actor": "bench", "run": None}
        yield step | {"status": Status.PUBLISHED, "reason": "new", "at": opening.first_seen_at}
        if opening.status is Status.WITHDRAWN:
            gone_at = opening.last_seen_at
            yield step | {"status": Status.WITHDRAWN, "reason": "vanished", "at": gone_at}


def _fingerprint() -> str:
    """Return a word that changes with whatever the rows are made from."""
    known = sha256()
    for folder in _FOLDERS:
        for path in sorted(Path(folder).glob("*.*")):
            if path.name.startswith(("opening", "0", "vocabulary", "generated", "serving_stock")):
                known.update(path.read_bytes())
    return known.hexdigest()[:8]

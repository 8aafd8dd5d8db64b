"""Files of a city, sent, committed and taken back for tests."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import col, select

from stellenbund.domain.access import Caller, Grant, Verb
from stellenbund.domain.opening import Fields
from stellenbund.domain.upload import Mode, Upload, UploadChoices
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.acting import Acting
from stellenbund.flows.chance import new_id
from stellenbund.flows.commit_upload import commit
from stellenbund.flows.preview_upload import preview
from stellenbund.flows.receive_upload import SentFile, receive
from stellenbund.flows.undo_upload import undo
from stellenbund.store.database import reading
from stellenbund.store.runs import LoggedRun
from stellenbund.store.tables.openings import OpeningRow
from tests.builders import NOW

CITY = "musterstadt"
HR = Caller(name="Petra Muster", grant=Grant(city=CITY, verbs=frozenset(Verb)), token=7)
LATER = NOW + timedelta(hours=2)
HEADER = "Kennziffer;Stellenbezeichnung;Beginn;Anzahl Plätze"


def acting(*, at: datetime = LATER) -> Acting:
    """Return how the city acts at that moment."""
    return Acting(by=HR, clock=lambda: at, new_id=new_id)


def row(reference: str, *, positions: int = 2, title: str = "Gärtner/in", more: str = "") -> str:
    """Return a row of a city's file."""
    return f"{reference};Ausbildung {title} (m/w/d);01.09.2027;{positions}{more}"


def file_of(rows: Sequence[str], *, header: str = HEADER) -> bytes:
    """Return a file of these rows."""
    return "\n".join([header, *rows]).encode()


def sent(
    engine: Engine,
    *rows: str,
    header: str = HEADER,
    mode: Mode = Mode.FULL_STOCK,
    at: datetime = LATER,
    mapping: dict[str, str] | None = None,
) -> Upload:
    """Send a file of these rows."""
    choices = UploadChoices(mapping=mapping or {})
    file = SentFile(
        body=file_of(rows, header=header), name="stellen.csv", mode=mode, choices=choices
    )
    return receive(engine, CITY, file, acting(at=at))


def committed(
    engine: Engine, *rows: str, mode: Mode = Mode.FULL_STOCK, at: datetime = LATER
) -> tuple[Upload, LoggedRun]:
    """Send a file and commit it, whatever vanishes."""
    upload = sent(engine, *rows, mode=mode, at=at)
    return upload, agreed(engine, upload, at=at)


def agreed(engine: Engine, upload: Upload, *, at: datetime = LATER) -> LoggedRun:
    """Commit an upload as its preview shows it at this moment."""
    fingerprint = preview(engine, CITY, upload.id).fingerprint
    return commit(engine, CITY, upload.id, acting(at=at), fingerprint=fingerprint, is_sure=True)


def taken_back(engine: Engine, upload: Upload, *, at: datetime = LATER) -> LoggedRun:
    """Take a commit back."""
    return undo(engine, CITY, upload.id, acting(at=at))


def public(engine: Engine) -> dict[str, tuple[Fields, dict[str, str]]]:
    """Return what is published, by id: the fields, and which source says each of them."""
    with reading(engine) as session:
        rows = session.exec(select(OpeningRow).where(col(OpeningRow.status) == Status.PUBLISHED))
        return {
            each.id: (
                Fields.model_validate({name: getattr(each, name) for name in Fields.model_fields}),
                {name: origin.source for name, origin in each.origins.items()},
            )
            for each in rows
        }


def places(engine: Engine) -> dict[str, int | None]:
    """Return how many places each published opening of the city's file offers, by reference."""
    with reading(engine) as session:
        rows = session.exec(select(OpeningRow).where(col(OpeningRow.status) == Status.PUBLISHED))
        found = [(each.origins["title"], each.positions) for each in rows]
    return {each.reference: positions for each, positions in found if each.source == "feed"}

"""A city's desk for tests: openings of which values are set by hand, hidden, and taken back."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import select

from stellenbund.domain.access import EVERYTHING, Caller
from stellenbund.domain.correction import Choice, KeptCorrection, Reply, Signature
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.opening import Opening, StatusChange
from stellenbund.domain.source import Source
from stellenbund.flows import correct
from stellenbund.flows.questions import OpenQuestions, correction_states, open_questions
from stellenbund.store.corrections import list_corrections
from stellenbund.store.database import reading, writing
from stellenbund.store.openings import get_opening, opening_history
from stellenbund.store.tables.notices import NoticeRow
from tests.builders import NOW
from tests.stocking import SITE, open_store, settled

CITY = "musterstadt"
LATER = NOW + timedelta(hours=1)
HR = Caller(name="Petra Muster", grant=EVERYTHING)


def signed(at: datetime = LATER, note: str | None = None) -> Signature:
    """Return the signature of HR."""
    return Signature(by=HR, at=at, note=note)


def offered(engine: Engine, harvest: Harvest, *, of: Source = SITE) -> str:
    """Stock a fresh database with what a source shows, and return the id of its opening ``a``."""
    open_store(engine)
    settled(engine, harvest, of=of)
    return opening_of(engine, "a")


def opening_of(engine: Engine, reference: str) -> str:
    """Return the id of the opening of which the notice with that reference speaks."""
    spoken = select(NoticeRow.opening).where(NoticeRow.reference == reference)
    with reading(engine) as session:
        return str(session.exec(spoken).one())


def seen(engine: Engine, opening: str) -> Opening:
    """Return an opening as it stands."""
    with reading(engine) as session:
        return get_opening(session, opening, LATER)


def history(engine: Engine, opening: str) -> tuple[StatusChange, ...]:
    """Return the life of an opening."""
    with reading(engine) as session:
        return opening_history(session, opening)


def corrected(
    engine: Engine,
    opening: str,
    typed: Mapping[str, str | None],
    *,
    city: str = CITY,
    at: datetime = LATER,
    note: str | None = None,
) -> correct.Corrected:
    """Set values in a transaction of its own."""
    with writing(engine) as session:
        return correct.set_values(session, city, opening, typed, signed(at, note))


def taken_back(engine: Engine, number: int, *, city: str = CITY) -> KeptCorrection:
    """Take a correction back in a transaction of its own."""
    with writing(engine) as session:
        return correct.take_back(session, city, number, signed())


def hidden(engine: Engine, opening: str, *, city: str = CITY) -> KeptCorrection:
    """Hide an opening in a transaction of its own."""
    with writing(engine) as session:
        return correct.hide(session, city, opening, signed(note="Doppelt."))


def shown(engine: Engine, opening: str, *, city: str = CITY) -> Opening:
    """Show an opening in a transaction of its own."""
    with writing(engine) as session:
        return correct.show(session, city, opening, signed())


def answered(
    engine: Engine, number: int, choice: Choice, *, saw: str | None = None
) -> KeptCorrection | None:
    """Answer a question in a transaction of its own."""
    with writing(engine) as session:
        reply = Reply(choice=choice, seen=saw)
        return correct.answer(session, CITY, number, reply, signed())


def asked(engine: Engine, city: str = CITY) -> OpenQuestions:
    """Return what a city is asked."""
    with reading(engine) as session:
        return open_questions(session, city)


def kept(engine: Engine, city: str = CITY) -> dict[str, KeptCorrection]:
    """Return the corrections of a city by their field; each stands beside what sources say."""
    with reading(engine) as session:
        found = list_corrections(session, city)
        assert len(correction_states(session, found)) == len(found)
    return {each.field: each for each in found}

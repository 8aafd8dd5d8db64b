"""A doubted run of a source, and the decisions of persons about it, for tests."""

from datetime import datetime, timedelta

from sqlalchemy import Engine

from stellenbund.domain.access import EVERYTHING, Caller
from stellenbund.domain.decision import Consent, Decision
from stellenbund.flows.consent import reject, release
from stellenbund.store.database import writing
from stellenbund.store.runs import LoggedRun
from tests.builders import NOW, harvest, notice
from tests.stocking import ids, open_store, settled

MANY = tuple(notice(name, org_unit=f"Amt {name}") for name in "abcdefghij")
FEW = (*MANY[:2], notice("c", org_unit="Amt c", positions=4), notice("z", org_unit="Amt z"))
"""Seven of ten are missing, one says something else, one is new."""

LATER = NOW + timedelta(hours=1)
CHIEF = Caller(name="Petra Muster", grant=EVERYTHING)
BOSS = Consent(actor="Petra Muster", reason="Die Stellen sind wirklich besetzt.")


def doubted(engine: Engine) -> LoggedRun:
    """Stock a fresh database until the source's last run is doubted, and return that run."""
    open_store(engine)
    for _ in range(3):
        settled(engine, harvest(*MANY))
    return settled(engine, harvest(*FEW), at=LATER)


def released(engine: Engine, number: int, *, at: datetime = LATER) -> tuple[Decision, LoggedRun]:
    """Release a run in a transaction of its own."""
    with writing(engine) as session:
        new_id = ids(f"released{at}")
        return release(session, number, BOSS, by=CHIEF, clock=lambda: at, new_id=new_id)


def rejected(engine: Engine, number: int, *, at: datetime = LATER) -> Decision:
    """Reject a run in a transaction of its own."""
    with writing(engine) as session:
        return reject(session, number, BOSS, by=CHIEF, clock=lambda: at)

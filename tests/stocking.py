"""A small stock for tests: two cities, their sources, and harvests settled into a database."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from itertools import count

from sqlalchemy import Engine

from stellenbund.domain.city import City
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.profession import Profession
from stellenbund.domain.source import Source, Trust
from stellenbund.domain.vocabulary import Kind
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.register import register
from stellenbund.flows.settle import settle
from stellenbund.store.database import writing
from stellenbund.store.runs import LoggedRun
from tests.builders import NOW

MUSTERSTADT = City(
    slug="musterstadt", name="Musterstadt", ags="05999000", website="https://musterstadt.example"
)
NEUSTADT = City(
    slug="neustadt", name="Neustadt", ags="05998000", website="https://neustadt.example"
)
ALTSTADT = City(
    slug="altstadt",
    name="Altstadt",
    ags="05997000",
    website="https://altstadt.example",
    is_active=False,
)
PROFESSIONS = (
    Profession(
        slug="verwaltungsfachangestellte",
        title="Verwaltungsfachangestellte/r",
        kldb="73202",
        kind=Kind.DUAL_APPRENTICESHIP,
        duration_months=36,
        aliases=("VFA",),
    ),
    Profession(slug="gaertner", title="Gärtner/in", kind=Kind.DUAL_APPRENTICESHIP),
    Profession(slug="koch", title="Koch/Köchin", kind=Kind.DUAL_APPRENTICESHIP),
)


def source(key: str = "site", city: str = "musterstadt", **changes: object) -> Source:
    """Return a source: the city's site, or with the key ``jobsuche`` an authoritative agency."""
    is_agency = key == "jobsuche"
    plain = {
        "city": city,
        "key": key,
        "name": "Jobsuche" if is_agency else "Karriereseite",
        "url": f"https://{city}.example/{key}",
        "reader": "html_cards",
        "trust": Trust.AGENCY if is_agency else Trust.SITE,
        "is_authoritative": is_agency,
    }
    return Source.model_validate(plain | changes)


SITE = source()
JOBSUCHE = source("jobsuche")
DECLARED = (
    (MUSTERSTADT, (SITE, JOBSUCHE)),
    (NEUSTADT, (source(city="neustadt"),)),
    (ALTSTADT, ()),
)


def open_store(engine: Engine) -> None:
    """Make cities, sources and professions known."""
    with writing(engine) as session:
        register(session, DECLARED, PROFESSIONS, at=NOW)


def ids(seed: str = "") -> Callable[[], str]:
    """Return a maker of ids that are all different and the same in every test run."""
    numbers = count()
    letters = "abcdefghijklmnopqrstuvwxyz23456789"

    def make() -> str:
        digest = hashlib.sha256(f"{seed}{next(numbers)}".encode()).digest()
        return "".join(letters[byte % len(letters)] for byte in digest[:10])

    return make


def settled(
    engine: Engine,
    harvest: Harvest,
    *,
    of: Source = SITE,
    at: datetime = NOW,
    sample: bool = False,
) -> LoggedRun:
    """Settle *harvest* in a transaction of its own and return the run."""
    occasion = Occasion(
        trigger="test", sample=sample, clock=lambda: at, new_id=ids(f"{of.city}{of.key}{at}")
    )
    with writing(engine) as session:
        return settle(session, of, harvest, occasion, started_at=at)

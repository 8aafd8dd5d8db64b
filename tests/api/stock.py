"""What the tests of the API find in the database: openings of every sort, some of them gone."""

from datetime import date, datetime, timedelta

from sqlalchemy import Engine

from stellenbund.domain.notice import Notice
from stellenbund.domain.vocabulary import Certificate, Kind
from tests.builders import NOW, harvest, notice
from tests.stocking import JOBSUCHE, SITE, open_store, settled, source

NEUSTADT_SITE = source(city="neustadt", name="Ausbildungsportal")
LAST_DAY = date(2026, 12, 31)
YESTERDAY = date(2026, 11, 23)

CERTIFICATES = tuple(
    notice(f"c-{certificate}", org_unit=f"Amt {certificate}", certificate=certificate)
    for certificate in Certificate
)
KINDS = tuple(
    notice(f"k-{kind}", title=f"Stelle {kind}", kind=kind, profession=None) for kind in Kind
)
GARDENER = notice(
    "garten",
    title_published="Gärtner/in (m/w/d) – Fachrichtung Garten- & Landschaftsbau",
    title="Gärtner/in",
    profession="gaertner",
    training_year=2028,
    description_html="<p>Grünflächen pflegen: 100 % draußen, mit_Unterstrich.</p>",
    description_text="Grünflächen pflegen: 100 % draußen, mit_Unterstrich.",
    deadline_kind="fixed",
    deadline_on=LAST_DAY,
    deadline_text="bis 31.12.2026",
)
EXPIRED = notice(
    "abgelaufen",
    title="Koch/Köchin",
    profession="koch",
    deadline_kind="fixed",
    deadline_on=YESTERDAY,
)
MAYFLY = notice("eintagsfliege", title="Verwaltungswirt/in", org_unit="Standesamt")


def stock(engine: Engine) -> None:
    """Fill a fresh database; the same in each, down to every id.

    Musterstadt's pages are live and 17 of its openings are published, one has expired, one was
    withdrawn. Neustadt's one opening was read from saved sample pages.
    """
    open_store(engine)
    _settle(engine, *CERTIFICATES, *KINDS, GARDENER, EXPIRED, at=NOW - timedelta(days=2))
    settled(engine, harvest(MAYFLY, notice("bleibt")), of=JOBSUCHE, at=NOW - timedelta(days=1))
    settled(engine, harvest(notice("bleibt")), of=JOBSUCHE, at=NOW)
    settled(
        engine, harvest(notice("n-1", org_unit="Bauhof")), of=NEUSTADT_SITE, at=NOW, sample=True
    )


def _settle(engine: Engine, *notices: Notice, at: datetime) -> None:
    settled(engine, harvest(*notices, pages=3), of=SITE, at=at)

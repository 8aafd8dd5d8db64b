"""The application before a picture that a test has painted: no database stands behind it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache

from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.catalogue.catalogue import Catalogue
from stellenbund.domain.city import City
from stellenbund.domain.history import OpeningWithHistory
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.domain.opening import Opening
from stellenbund.domain.source import Source, Trust
from stellenbund.flows.kept import keep
from stellenbund.flows.picture import Picture, Register, Sidelights
from stellenbund.settings import Settings
from stellenbund.store.pulse import Pulse
from tests.catalogue.openings import CITIES

MORNING = datetime(2026, 11, 25, 6, tzinfo=UTC)
"""On the day that the openings of the catalogue's tests take for today."""

REGISTER = Register(
    cities={
        slug: City(slug=slug, name=slug.title(), ags="05911000", website=f"https://{slug}.example")
        for slug in CITIES
    },
    professions=dict(PROFESSIONS),
    sources={
        f"{city}/{key}": Source(
            city=city,
            key=key,
            name=key.title(),
            url=f"https://{city}.example/{key}",
            reader="html_cards",
            trust=Trust.SITE,
        )
        for city in CITIES
        for key in ("site", "jobsuche")
    },
)


class Painted:
    """A picture that stays as it is until another is shown, with the face of the current one."""

    def __init__(self, picture: Picture) -> None:
        """Show *picture*."""
        self.show(picture)

    def show(self, picture: Picture) -> None:
        """Show *picture* from now on."""
        self.version = picture.version
        self.moved_at = picture.moved_at
        self._picture = picture

    def latest(self) -> Picture:
        """Return the picture."""
        return self._picture


def picture_of(openings: Iterable[Opening]) -> Picture:
    """Return the picture of *openings*, none of which has a history."""
    stock = [OpeningWithHistory.model_validate(dict(each)) for each in openings]
    return Picture(
        pulse=Pulse(sequence=len(stock)),
        register=REGISTER,
        catalogue=Catalogue(keep).updated(stock, len(stock)),
        sidelights=Sidelights(seen={each.id: each.last_seen_at for each in stock}),
    )


def client_before(*openings: Opening) -> TestClient:
    """Return a client of the application that shows *openings*."""
    client = _client()
    client.app.state.picture = Painted(picture_of(openings))  # type: ignore[attr-defined]
    return client


@cache
def _client() -> TestClient:
    app = create_app(Settings(), clock=lambda: MORNING)
    return TestClient(app, raise_server_exceptions=False)

"""A person at the pages: a browser without scripts that keeps its cookie and sends our forms."""

import html
import re
from collections.abc import Mapping
from datetime import datetime

from httpx2 import Response
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.settings import Settings
from stellenbund.site.app import create_site
from tests.builders import NOW
from tests.flows.inviting import CHEAP, PASSWORD, new_ticket
from tests.stocking import ids

EMAIL = "petra@musterstadt.example"
ROOT = "https://stellen.example"

_KEY = re.compile(r'name="formular" value="(\w*)"')
_TAG = re.compile(r"<[^>]+>")


class Person:
    """Somebody with a browser of her own, at a moment that a test can move on."""

    def __init__(self, engine: Engine, *, now: datetime = NOW) -> None:
        """Open the pages on *engine*; what would be a page about our own mistake is raised."""
        self.now = now
        app = create_site(
            Settings(),
            engine=engine,
            clock=lambda: self.now,
            new_id=ids("site"),
            passwords=CHEAP,
        )
        app.state.new_ticket = new_ticket
        self.client = TestClient(app, base_url=ROOT, follow_redirects=False)
        self.key = ""

    def get(self, address: str, **headers: str) -> Response:
        """Ask for a page, and remember the key of its forms."""
        return self._seen(self.client.get(address, headers=headers))

    def post(
        self,
        address: str,
        fields: Mapping[str, str] | None = None,
        *,
        file: tuple[str, bytes] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """Send a form that carries the key of the page that was seen last."""
        told = {"formular": self.key, **(fields or {})}
        files = {"datei": file} if file else None
        return self._seen(
            self.client.post(address, data=told, files=files, headers=dict(headers or {}))
        )

    def sign_in(self, email: str = EMAIL, password: str = PASSWORD, onward: str = "") -> Response:
        """Sign in at the page for it."""
        self.get("/hr/anmelden")
        fields = {"email": email, "passwort": password, "weiter": onward}
        answer = self.post("/hr/anmelden", fields)
        if answer.status_code == 303:
            self.get("/hr/konto")
        return answer

    def _seen(self, answer: Response) -> Response:
        if found := _KEY.search(answer.text):
            self.key = found[1]
        return answer


def read(answer: Response) -> str:
    """Return what a page says, as one line without its markup."""
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(_TAG.sub(" ", f"<main{main}")).split())


def signed_in(engine: Engine, email: str = EMAIL) -> Person:
    """Return somebody who has signed in."""
    person = Person(engine)
    assert person.sign_in(email).status_code == 303
    return person

"""Three ways of copying during an hour in which everything happens end in the same rows."""

import json
import sqlite3
from contextlib import ExitStack, closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.api.schemas.messages import write_message
from stellenbund.domain.access import Verb
from stellenbund.flows.deliver import Carrier, deliver_due
from stellenbund.scraping.addresses import LOOPBACK
from stellenbund.scraping.sender import open_sender
from stellenbund.settings import Settings
from tests.api.guide import run
from tests.api.hour import BEGINS, Hour, by_chance
from tests.api.receiving import Receiver, receiving
from tests.api.serving import served
from tests.flows.issuing import carried, issued

KEY = "k" * 40
MINUTES = 60
SEED = 1

Rows = dict[str, Any]


def rows(copy: sqlite3.Connection) -> Rows:
    """Return the openings that stand in a copy of the guide."""
    found = copy.execute("SELECT id, told FROM opening WHERE told IS NOT NULL")
    return {name: json.loads(told) for name, told in found}


class Hooked:
    """A copy that webhooks keep up to date, with the functions of the guide."""

    def __init__(self, guide: dict[str, Any], genuine: Any, receiver: Receiver) -> None:  # noqa: ANN401
        self.guide, self.is_genuine, self.receiver = guide, genuine, receiver
        self.copy = guide["open_copy"](":memory:")
        self.secret, self.done = "", 0

    def take(self, now: datetime) -> None:
        """Take over what arrived, and now and then an old message once more."""
        old = self.receiver.chance.sample(range(self.done), min(self.done, 1))
        fresh = range(self.done, len(self.receiver.messages))
        for number in (*fresh, *old):
            headers, body = self.receiver.messages[number]
            assert self.is_genuine(headers, body, self.secret, int(headers["webhook-timestamp"]))
            assert not self.is_genuine(headers, body + b" ", self.secret, now.timestamp())
            told = json.loads(body)
            if told["type"] == "openings.changed":
                self.guide["take"](self.copy, told["items"], told["next"])
        self.done = len(self.receiver.messages)


def test_three_ways_of_copying_end_in_the_same_rows(engine: Engine, tmp_path: Path) -> None:
    hour = Hour(engine, by_chance(SEED))
    hour.begin()
    settings = Settings(webhook_key=SecretStr(KEY), webhooks_here=True)
    app = create_app(settings, engine=engine, clock=lambda: hour.now)
    guide, genuine = run(tmp_path, 0), run(tmp_path, 1)["is_genuine"]
    with ExitStack() as stack:
        root = stack.enter_context(served(app))
        receiver = stack.enter_context(receiving(Receiver(by_chance(SEED), failures=0.2)))
        send = stack.enter_context(open_sender("Stellenbund", door=LOOPBACK))
        carrier = Carrier(key=KEY, write=write_message, send=send, clock=lambda: hour.now)
        hooked = Hooked(guide, genuine, receiver)
        polled = stack.enter_context(closing(guide["open_copy"](":memory:")))
        stack.enter_context(closing(hooked.copy))
        for copy in (polled, hooked.copy):
            guide["begin"](copy, root)
        hooked.secret = subscribe(TestClient(app), engine, receiver.url, position(hooked.copy))

        for _ in range(MINUTES):
            hour.go_on()
            if hour.chance.random() < 0.3:
                guide["go_on"](polled, root, limit=hour.chance.randint(1, 7), wait=0)
            if hour.chance.random() < 0.5:
                deliver_due(engine, carrier)
                hooked.take(hour.now)

        guide["go_on"](polled, root, limit=500, wait=0)
        hour.end()
        while position(polled) < latest(TestClient(app)):
            guide["go_on"](polled, root, limit=5, wait=0)
        receiver.failures = 0.0
        ends_at, hour.now = hour.now, hour.now + timedelta(days=1)
        deliver_due(engine, carrier)
        hour.now = ends_at
        hooked.take(hour.now)
        at_the_end = stack.enter_context(closing(guide["open_copy"](":memory:")))
        guide["begin"](at_the_end, root)

        assert rows(polled) == rows(at_the_end)
        assert rows(hooked.copy) == rows(at_the_end)
        assert {500, 204} == set(receiver.statuses)
        assert {"scrape", "hide_or_show", "correct", "leave", "check"} == set(hour.happened)
        check_against_the_list(TestClient(app), rows(at_the_end), hour.now)


def subscribe(client: TestClient, engine: Engine, url: str, after: int) -> str:
    """Set a webhook up and return its secret."""
    token = carried(issued(engine, None, Verb.SUBSCRIBE, at=BEGINS))
    answer = client.post("/v1/webhooks", json={"url": url, "after": after}, headers=token)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["secret"])


def position(copy: sqlite3.Connection) -> int:
    (after,) = copy.execute("SELECT after FROM position").fetchone()
    return int(after)


def latest(client: TestClient) -> int:
    return int(client.get("/v1/changes?after=0&limit=1").json()["latest"])


def check_against_the_list(client: TestClient, copied: Rows, now: datetime) -> None:
    """Compare a copy with what the API lists at *now*: who copies needs no other clock rule."""
    expired = {
        name
        for name, told in copied.items()
        if told["expires_at"] and datetime.fromisoformat(told["expires_at"]) <= now
    }
    assert expired
    assert copied.keys() - expired
    for status, names in (("published", copied.keys() - expired), ("expired", expired)):
        listed = client.get(f"/v1/openings?status={status}&limit=100").json()["items"]
        assert {line["id"] for line in listed} == names
        for line in listed:
            told = copied[line["id"]]
            common = told.keys() & line.keys()
            assert {name: line[name] for name in common} == {name: told[name] for name in common}

"""deliver, webhooks and restart-copies: what a person at the command line sees of copying."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from stellenbund.store.changes import latest_sequence
from stellenbund.store.database import open_database, reading
from tests.api.receiving import Receiver, receiving
from tests.builders import harvest, notice
from tests.cli.calling import Shell
from tests.flows.subscribing import subscribed
from tests.stocking import JOBSUCHE, open_store, settled


@pytest.fixture
def engine_here(federation: Path, stellenbund: Shell, sqlite_url: str) -> Iterator[Engine]:
    """The database that the commands use, with one opening."""
    assert federation.exists()
    assert stellenbund("migrate").code == 0
    engine = open_database(sqlite_url)
    open_store(engine)
    settled(engine, harvest(notice("a")), of=JOBSUCHE)
    yield engine
    engine.dispose()


@pytest.fixture
def receiver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """A receiver on loopback, to which webhooks may lead here."""
    monkeypatch.setenv("STELLENBUND_WEBHOOK_KEY", "k" * 40)
    monkeypatch.setenv("STELLENBUND_WEBHOOKS_HERE", "true")
    with receiving(Receiver()) as found:
        yield found


def test_what_moved_is_delivered(
    engine_here: Engine, receiver: Receiver, stellenbund: Shell
) -> None:
    subscribed(engine_here, url=receiver.url)
    answer = stellenbund("deliver")
    assert (answer.code, answer.err) == (0, "2 of 2 messages were taken.\n")
    ping, changed = receiver.told()
    assert (ping["type"], changed["next"]) == ("ping", 1)
    assert stellenbund("deliver").err == ""
    (listed,) = json.loads(stellenbund("webhooks", "--json").out)
    assert (listed["state"], listed["position"]) == ("active", 1)
    assert "salt" not in listed


def test_what_is_not_taken_is_told_with_the_time_of_the_next_attempt(
    engine_here: Engine, receiver: Receiver, stellenbund: Shell
) -> None:
    receiver.failures = 1.0
    number = subscribed(engine_here, url=receiver.url)
    answer = stellenbund("deliver")
    assert answer.code == 1
    assert (
        f"Webhook {number}, {receiver.url}: It answered with status 500. Sent again at"
        in answer.err
    )
    listed = stellenbund("webhooks").out
    assert "failing" in listed
    assert "It answered with status 500." in listed


def test_without_a_key_nothing_is_delivered(engine_here: Engine, stellenbund: Shell) -> None:
    subscribed(engine_here)
    answer = stellenbund("deliver")
    assert answer.code == 2
    assert "STELLENBUND_WEBHOOK_KEY" in answer.err


def test_no_webhook_leads_to_this_machine_unless_that_is_allowed(
    engine_here: Engine,
    receiver: Receiver,
    stellenbund: Shell,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("STELLENBUND_WEBHOOKS_HERE")
    subscribed(engine_here, url=receiver.url)
    answer = stellenbund("deliver")
    assert answer.code == 1
    assert "that is not public" in answer.err
    assert receiver.messages == []


def test_copies_begin_anew(engine_here: Engine, stellenbund: Shell) -> None:
    answer = stellenbund("restart-copies")
    assert answer.code == 0
    with reading(engine_here) as session:
        assert f"Copies begin anew at {latest_sequence(session)};" in answer.err

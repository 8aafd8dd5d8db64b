"""Deliver: what is sent to whom, when again, and what becomes of a webhook that takes nothing."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from stellenbund.api.schemas.messages import write_message
from stellenbund.domain.webhook import PATIENCE, Receipt, Webhook, WebhookState
from stellenbund.domain.webhook_message import WebhookMessage
from stellenbund.flows.deliver import AT_ONCE, CLAIM, Attempt, Carrier, deliver_due
from stellenbund.flows.webhooks import end_webhook, ping_webhook, replay_webhook
from stellenbund.store.changes import restart_sequence
from stellenbund.store.database import reading, writing
from stellenbund.store.webhooks import find_webhook
from tests.builders import NOW, harvest, notice
from tests.flows.issuing import audited
from tests.flows.subscribing import AGENCY, URL, subscribed
from tests.stocking import JOBSUCHE, open_store, settled, source

TAKEN = Receipt(status=200)


@dataclass
class Post:
    """A receiver without a network: what it was sent, and what it answers."""

    engine: Engine
    now: datetime = NOW
    answer: Receipt = TAKEN
    meanwhile: Callable[[], object] = lambda: None
    sent: list[WebhookMessage] = field(default_factory=list)

    def send(self, message: WebhookMessage) -> Receipt:
        """Take a message."""
        self.sent.append(message)
        self.meanwhile()
        return self.answer

    def deliver(self, after: timedelta = timedelta()) -> tuple[Attempt, ...]:
        """Let so much time pass and deliver."""
        self.now += after
        carrier = Carrier(key="k" * 40, write=write_message, send=self.send, clock=lambda: self.now)
        return deliver_due(self.engine, carrier)

    def told(self) -> list[dict[str, Any]]:
        """Return the bodies that were sent since this was last asked."""
        bodies = [json.loads(message.body) for message in self.sent]
        self.sent.clear()
        return bodies


@pytest.fixture
def post(engine: Engine) -> Post:
    open_store(engine)
    return Post(engine)


def webhook(engine: Engine, number: int) -> Webhook:
    with reading(engine) as session:
        return find_webhook(session, number)


def offer(engine: Engine, count: int, *, positions: int = 1) -> None:
    notices = (notice(f"{n}", org_unit=f"Amt {n}", positions=positions) for n in range(count))
    settled(engine, harvest(*notices), of=JOBSUCHE)


def test_a_ping_comes_first_and_then_everything_in_order(post: Post) -> None:
    number = subscribed(post.engine)
    offer(post.engine, AT_ONCE + 1)
    post.deliver()
    ping, first, second = post.told()
    assert ping == {"type": "ping"}
    assert [item["sequence"] for item in first["items"]] == list(range(1, AT_ONCE + 1))
    assert (first["next"], second["next"]) == (AT_ONCE, AT_ONCE + 1)
    assert webhook(post.engine, number).position == AT_ONCE + 1
    assert post.deliver() == ()


def test_what_is_not_taken_is_sent_again_with_what_is_true_by_then(post: Post) -> None:
    number = subscribed(post.engine)
    post.deliver()
    offer(post.engine, 1)
    post.answer = Receipt(reason="It cannot be reached.")
    post.deliver()
    assert webhook(post.engine, number).state is WebhookState.FAILING
    assert post.deliver(timedelta(seconds=4)) == ()
    post.deliver(timedelta(seconds=1))
    assert [message.headers["webhook-id"] for message in post.sent[1:]] == [
        post.sent[1].headers["webhook-id"]
    ] * 2
    offer(post.engine, 1, positions=2)
    post.answer, ids = Receipt(status=204), {m.headers["webhook-id"] for m in post.sent}
    post.deliver(timedelta(minutes=5))
    assert post.sent[-1].headers["webhook-id"] not in ids
    assert post.told()[-1]["items"][0]["opening"]["positions"] == 2
    assert webhook(post.engine, number).state is WebhookState.ACTIVE


def test_after_five_days_a_webhook_is_disabled_with_a_notice(post: Post) -> None:
    number = subscribed(post.engine, city="musterstadt")
    post.answer = Receipt(status=500)
    while webhook(post.engine, number).disabled_at is None:
        post.deliver(timedelta(hours=24))
    assert post.now - NOW >= PATIENCE
    entry = audited(post.engine, "musterstadt")[0]
    assert (entry.deed, entry.actor, entry.subject) == (
        "webhook_disabled",
        "delivery",
        f"webhook {number}",
    )
    assert entry.told == {"reason": "It answered with status 500.", "url": URL}
    assert post.deliver(timedelta(days=9)) == ()


def test_a_replay_wakes_it_and_says_the_same_under_a_new_name(post: Post) -> None:
    number = subscribed(post.engine)
    offer(post.engine, 1)
    post.deliver()
    first = post.sent[-1]
    post.answer = Receipt(status=410)
    with writing(post.engine) as session:
        ping_webhook(session, number)
    post.deliver()
    assert webhook(post.engine, number).state is WebhookState.DISABLED
    post.answer = TAKEN
    with writing(post.engine) as session:
        replay_webhook(session, number, 0, by=AGENCY, at=NOW)
    post.deliver()
    again = post.sent[-1]
    assert again.body == first.body
    assert again.headers["webhook-id"] != first.headers["webhook-id"]


def test_a_replay_while_a_message_is_under_way_is_not_lost(post: Post) -> None:
    number = subscribed(post.engine)
    post.deliver()
    offer(post.engine, 2)

    def replay() -> None:
        post.meanwhile = lambda: None
        with writing(post.engine) as session:
            replay_webhook(session, number, 1, by=AGENCY, at=NOW)

    post.meanwhile = replay
    post.deliver()
    assert [[item["sequence"] for item in body["items"]] for body in post.told()[1:]] == [
        [1, 2],
        [2],
    ]
    assert webhook(post.engine, number).position == 2


def test_what_is_deleted_while_a_message_is_under_way_stays_deleted(post: Post) -> None:
    number = subscribed(post.engine)

    def end() -> None:
        with writing(post.engine) as session:
            end_webhook(session, number, by=AGENCY, at=NOW)

    post.meanwhile = end
    assert len(post.deliver()) == 1
    assert post.deliver() == ()


def test_two_deliveries_at_once_never_tell_one_webhook_anything(post: Post) -> None:
    subscribed(post.engine)
    offer(post.engine, 1)
    inner: list[tuple[Attempt, ...]] = []

    def deliver_too() -> None:
        thread = threading.Thread(target=lambda: inner.append(post.deliver()))
        thread.start()
        thread.join()

    post.meanwhile = deliver_too
    assert len(post.deliver()) == 2
    assert inner == [(), ()]


def test_what_a_killed_delivery_had_claimed_is_due_again(post: Post) -> None:
    number = subscribed(post.engine)

    def die() -> None:
        raise KeyboardInterrupt

    post.meanwhile = die
    with pytest.raises(KeyboardInterrupt):
        post.deliver()
    post.meanwhile = lambda: None
    assert post.deliver(CLAIM - timedelta(seconds=1)) == ()
    assert [each.webhook.id for each in post.deliver(timedelta(seconds=1))] == [number]


def test_a_citys_webhook_is_told_of_its_own_openings_only(post: Post) -> None:
    number = subscribed(post.engine, city="neustadt")
    post.deliver()
    offer(post.engine, 1)
    assert post.deliver() == ()
    assert webhook(post.engine, number).position == 1
    settled(post.engine, harvest(notice("n")), of=source(city="neustadt"))
    post.deliver()
    assert [item["sequence"] for item in post.told()[-1]["items"]] == [2]


def test_whose_copy_is_too_old_is_told_to_begin_anew(post: Post) -> None:
    offer(post.engine, 1)
    number = subscribed(post.engine, after=1)
    with writing(post.engine) as session:
        begins = restart_sequence(session)
    post.deliver()
    assert post.told() == [{"type": "ping"}, {"type": "copy.outdated", "sequence": begins}]
    assert webhook(post.engine, number).position == begins


def test_one_that_does_not_answer_holds_up_no_other(post: Post) -> None:
    first, second = subscribed(post.engine), subscribed(post.engine)
    both = threading.Barrier(2, timeout=20)
    post.meanwhile = both.wait
    assert {each.webhook.id for each in post.deliver()} == {first, second}

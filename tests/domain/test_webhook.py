"""Webhook: how long it waits after a failure, and when it is given up."""

from datetime import timedelta

import pytest

from stellenbund.domain.webhook import PATIENCE, WAITS, Receipt, Webhook, WebhookState
from tests.builders import NOW

BROKEN = Receipt(status=500)


def webhook(**changes: object) -> Webhook:
    plain = {
        "id": 3,
        "url": "https://agentur.example/hooks",
        "city": None,
        "position": 7,
        "created_at": NOW,
        "created_by": "Agentur",
        "salt": "0" * 32,
    }
    return Webhook.model_validate(plain | changes)


def test_each_failure_waits_longer_until_five_days_are_over() -> None:
    now, waits, failing = NOW, [], webhook()
    while failing.disabled_at is None:
        failing = failing.failed(BROKEN, now)
        if failing.next_at is not None:
            assert failing.state is WebhookState.FAILING
            waits.append(failing.next_at - now)
            now = failing.next_at
    assert tuple(waits[: len(WAITS)]) == WAITS
    assert set(waits[len(WAITS) :]) == {WAITS[-1]}
    assert PATIENCE <= now - NOW < PATIENCE + WAITS[-1]
    assert (failing.state, failing.failing_since) == (WebhookState.DISABLED, NOW)
    assert failing.complaint == "It answered with status 500."


def test_a_message_that_is_taken_forgives_everything() -> None:
    well = webhook().failed(BROKEN, NOW).told(9, NOW + timedelta(minutes=1))
    assert (well.state, well.position, well.failures) == (WebhookState.ACTIVE, 9, 0)
    assert (well.failing_since, well.complaint, well.next_at) == (None, None, None)


def test_what_is_gone_is_disabled_at_once() -> None:
    assert webhook().failed(Receipt(status=410), NOW).disabled_at == NOW


@pytest.mark.parametrize(
    ("wait", "expected"),
    [(None, WAITS[0]), (1, WAITS[0]), (3600, timedelta(hours=1)), (10**7, WAITS[-1])],
)
def test_a_receiver_may_ask_for_a_longer_rest_but_not_for_ever(
    wait: int | None, expected: timedelta
) -> None:
    rest = None if wait is None else timedelta(seconds=wait)
    failed = webhook().failed(Receipt(status=429, wait=rest), NOW)
    assert failed.next_at == NOW + expected


def test_a_replay_wakes_what_was_disabled() -> None:
    awake = webhook().failed(Receipt(status=410), NOW).replayed(2)
    assert (awake.state, awake.position, awake.series) == (WebhookState.ACTIVE, 2, 1)


@pytest.mark.parametrize(
    ("status", "is_taken"), [(200, True), (299, True), (199, False), (300, False)]
)
def test_only_a_success_is_taken(status: int, *, is_taken: bool) -> None:
    assert Receipt(status=status).is_taken is is_taken
    assert not Receipt(reason="It cannot be reached.").is_taken

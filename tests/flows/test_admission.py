"""Admission: a good token is let in and its day noted, any other is told why it is not."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine, event

from stellenbund.domain.access import Verb
from stellenbund.domain.token import Rotation, TokenRefusedError
from stellenbund.domain.token_text import CHANCE, write_token
from stellenbund.flows.admission import admit
from stellenbund.flows.tokens import revoke_token, rotate_token
from stellenbund.store.database import reading, writing
from stellenbund.store.tokens import list_tokens, mark_used
from tests.builders import NOW
from tests.domain.typos import mutant
from tests.flows.deciding import CHIEF
from tests.flows.issuing import issued, new_secret
from tests.stocking import open_store

DAY = timedelta(days=1)


@pytest.fixture
def stocked(engine: Engine) -> Engine:
    """A database that knows its cities."""
    open_store(engine)
    return engine


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """Collect what the database is asked meanwhile."""
    asked: list[str] = []

    def listen(*told: object) -> None:
        asked.append(str(told[2]))

    event.listen(engine, "before_cursor_execute", listen)
    yield asked
    event.remove(engine, "before_cursor_execute", listen)


def last_used(engine: Engine) -> list[date | None]:
    with reading(engine) as session:
        return [token.last_used_on for token in list_tokens(session)]


def refusal(engine: Engine, text: str, at: datetime = NOW) -> str:
    with pytest.raises(TokenRefusedError) as refused:
        admit(engine, text, at)
    assert text not in str(refused.value.args) + refused.value.detail_de
    return refused.value.detail


def test_a_good_token_says_who_asks_and_what_they_may(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt", Verb.UPLOAD)
    issued(stocked, "neustadt")
    caller = admit(stocked, given.text, NOW)
    assert caller == given.token.caller
    assert caller.actor == f"Excel-Makro (token {given.token.id})"


def test_of_10_000_typos_none_asks_the_database(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt")
    chance = random.Random(4711)  # noqa: S311 - the same typos in every run
    typos = [mutant(given.text, chance) for _ in range(10_000)]
    with statements(stocked) as asked:
        for typo in typos:
            if typo != given.text:
                assert "typo" in refusal(stocked, typo)
    assert asked == []


def test_a_token_that_nobody_gave_out_is_unknown(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt", secret=lambda: 17)
    for stranger in (write_token("musterstadt", 18), write_token("neustadt", 17)):
        assert refusal(stocked, stranger) == "Nobody knows this token."
    assert admit(stocked, given.text, NOW)


def test_a_guess_with_a_right_checksum_is_still_wrong(stocked: Engine) -> None:
    issued(stocked, "musterstadt")
    chance = random.Random(4711)  # noqa: S311 - the same guesses in every run
    for _ in range(200):
        guess = write_token("musterstadt", chance.getrandbits(CHANCE))
        assert refusal(stocked, guess) == "Nobody knows this token."


def test_an_expired_token_is_told_its_day(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt")
    assert admit(stocked, given.text, NOW + 365 * DAY - timedelta(seconds=1))
    told = refusal(stocked, given.text, NOW + 365 * DAY)
    assert told == "The token expired on 2027-11-24."


def test_a_revoked_token_is_refused_at_once(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt")
    assert admit(stocked, given.text, NOW)
    with writing(stocked) as session:
        revoke_token(session, given.token.id, by=CHIEF, at=NOW)
    assert refusal(stocked, given.text) == "The token was revoked."


def test_old_and_new_are_both_good_during_the_overlap_and_only_then(stocked: Engine) -> None:
    old = issued(stocked, "musterstadt")
    with writing(stocked) as session:
        rotation = Rotation(at=NOW, days=365, overlap_days=14)
        new = rotate_token(session, old.token.id, rotation, by=CHIEF, new_secret=new_secret)
    for at in (NOW, NOW + 14 * DAY - timedelta(seconds=1)):
        assert admit(stocked, old.text, at).token == old.token.id
        assert admit(stocked, new.text, at).token == new.token.id
    assert "expired" in refusal(stocked, old.text, NOW + 14 * DAY)
    assert admit(stocked, new.text, NOW + 14 * DAY).token == new.token.id


def test_the_day_of_use_is_noted_once_a_day(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt")
    assert last_used(stocked) == [None]
    for hours, writes in ((0, 1), (1, 0), (9, 0), (12, 1), (13, 0)):
        with statements(stocked) as asked:
            admit(stocked, given.text, NOW + timedelta(hours=hours))
        assert len([each for each in asked if each.startswith("UPDATE")]) == writes, hours
    assert last_used(stocked) == [date(2026, 11, 25)]


def test_the_day_of_use_never_goes_back(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt")
    for day in (date(2026, 11, 24), date(2026, 11, 26), date(2026, 11, 25)):
        with writing(stocked) as session:
            mark_used(session, given.token.id, day)
    assert last_used(stocked) == [date(2026, 11, 26)]


def test_a_refused_token_is_not_noted_as_used(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt")
    refusal(stocked, given.text, NOW + 400 * DAY)
    assert last_used(stocked) == [None]

"""Tokens: given out, replaced and revoked, each time with a line in the audit, or not at all."""

import dataclasses
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from stellenbund.domain.access import Verb
from stellenbund.domain.audit import Deed
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.token import Rotation, Token, TokenSpentError, TokenState
from stellenbund.domain.token_text import fingerprint
from stellenbund.flows.tokens import Issued, revoke_token, rotate_token
from stellenbund.store.database import DATABASE_ERRORS, reading, writing
from stellenbund.store.tokens import list_tokens
from tests.builders import NOW
from tests.flows.deciding import CHIEF
from tests.flows.issuing import audited, issued, new_secret
from tests.stocking import open_store

DAY = timedelta(days=1)


@pytest.fixture
def stocked(engine: Engine) -> Engine:
    """A database that knows its cities."""
    open_store(engine)
    return engine


def rotated(engine: Engine, number: int, *, at: datetime = NOW, overlap: int = 14) -> Issued:
    rotation = Rotation(at=at, days=365, overlap_days=overlap)
    with writing(engine) as session:
        return rotate_token(session, number, rotation, by=CHIEF, new_secret=new_secret)


def revoked(engine: Engine, number: int, *, at: datetime = NOW) -> Token:
    with writing(engine) as session:
        return revoke_token(session, number, by=CHIEF, at=at)


def known(engine: Engine, city: str | None = None) -> tuple[Token, ...]:
    with reading(engine) as session:
        return list_tokens(session, city)


def test_a_token_is_kept_as_it_was_given_out(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt", Verb.UPLOAD, Verb.DECIDE)
    assert known(stocked) == (given.token,)
    assert given.text.startswith("stb_musterstadt_")
    assert (given.token.last_used_on, given.token.revoked_at) == (None, None)


def test_only_its_fingerprint_is_kept(stocked: Engine) -> None:
    given = [issued(stocked, city) for city in ("musterstadt", "neustadt", None) for _ in range(9)]
    with reading(stocked) as session:
        rows = [
            *session.connection().execute(text("SELECT * FROM token")).all(),
            *session.connection().execute(text("SELECT * FROM audit")).all(),
        ]
    written = repr(rows)
    for each in given:
        assert fingerprint(each.text) in written
        assert each.text not in written
        assert each.text.split("_")[2] not in written
        assert each.text not in repr(each)


def test_the_tokens_of_a_city_are_its_own(stocked: Engine) -> None:
    own = issued(stocked, "musterstadt")
    for other in ("neustadt", None):
        issued(stocked, other)
    assert known(stocked, "musterstadt") == (own.token,)
    assert len(known(stocked)) == 3


def test_no_token_is_given_out_for_a_city_that_nobody_knows(stocked: Engine) -> None:
    with pytest.raises(NotFoundError, match="nirgendwo"):
        issued(stocked, "nirgendwo")
    assert (known(stocked), audited(stocked)) == ((), ())


def test_a_replaced_token_goes_on_for_the_overlap_beside_its_successor(stocked: Engine) -> None:
    old = issued(stocked, "musterstadt", Verb.UPLOAD)
    new = rotated(stocked, old.token.id, at=NOW + DAY)
    kept = known(stocked)
    assert [token.expires_at for token in kept] == [NOW + 15 * DAY, NOW + 366 * DAY]
    assert kept[1] == new.token
    assert (new.token.replaces, new.token.grant) == (old.token.id, old.token.grant)
    assert new.text != old.text


def test_without_an_overlap_the_old_one_ends_at_once(stocked: Engine) -> None:
    old = issued(stocked, "musterstadt")
    rotated(stocked, old.token.id, at=NOW, overlap=0)
    assert known(stocked)[0].state(NOW) is TokenState.EXPIRED


def test_an_expired_token_can_be_replaced(stocked: Engine) -> None:
    old = issued(stocked, "musterstadt")
    new = rotated(stocked, old.token.id, at=NOW + 400 * DAY)
    assert known(stocked)[0].expires_at == NOW + 365 * DAY
    assert new.token.state(NOW + 401 * DAY) is TokenState.ACTIVE


def test_a_token_has_one_successor(stocked: Engine) -> None:
    old = issued(stocked, "musterstadt")
    new = rotated(stocked, old.token.id)
    with pytest.raises(TokenSpentError, match=f"replaced by token {new.token.id}"):
        rotated(stocked, old.token.id)
    assert rotated(stocked, new.token.id).token.replaces == new.token.id
    assert len(audited(stocked)) == 3


def test_what_is_revoked_stays_revoked(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt")
    told = revoked(stocked, given.token.id)
    assert known(stocked) == (told,)
    assert told.state(NOW) is TokenState.REVOKED
    for again in (revoked, rotated):
        with pytest.raises(TokenSpentError, match="was revoked on 2026-11-24"):
            again(stocked, given.token.id)
    assert len(audited(stocked)) == 2


@pytest.mark.parametrize("deed", [revoked, rotated])
def test_a_token_that_never_was_is_said_to_be_none(stocked: Engine, deed: object) -> None:
    with pytest.raises(NotFoundError, match="99"):
        deed(stocked, 99)  # type: ignore[operator]
    assert audited(stocked) == ()


def test_each_deed_stands_in_the_audit_of_the_city_with_who_did_it(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt", Verb.UPLOAD, Verb.DECIDE)
    new = rotated(stocked, given.token.id)
    revoked(stocked, given.token.id)
    last, middle, first = audited(stocked, "musterstadt")
    assert {(each.actor, each.subject) for each in (first, middle, last)} == {
        ("Petra Muster", f"token {given.token.id}")
    }
    assert (first.deed, first.told["verbs"]) == (Deed.TOKEN_CREATED, "decide, upload")
    assert (middle.deed, middle.told["replaced_by"]) == (Deed.TOKEN_ROTATED, new.token.id)
    assert (last.deed, last.told) == (Deed.TOKEN_REVOKED, {"name": "Excel-Makro"})


def test_the_operators_tokens_concern_no_city(stocked: Engine) -> None:
    issued(stocked, None)
    (entry,) = audited(stocked)
    assert entry.city is None
    assert audited(stocked, "musterstadt") == ()


class PowerCutError(Exception):
    """The machine stops."""


def _revoke_until_the_power_goes(engine: Engine, number: int) -> None:
    rotation = Rotation(at=NOW, days=1, overlap_days=0)
    with writing(engine) as session:
        rotate_token(session, number, rotation, by=CHIEF, new_secret=new_secret)
        revoke_token(session, number, by=CHIEF, at=NOW)
        raise PowerCutError


def test_what_is_not_kept_does_not_stand_in_the_audit_either(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt")
    with pytest.raises(PowerCutError):
        _revoke_until_the_power_goes(stocked, given.token.id)
    assert known(stocked) == (given.token,)
    assert len(audited(stocked)) == 1


def test_what_cannot_stand_in_the_audit_is_not_done(stocked: Engine) -> None:
    given = issued(stocked, "musterstadt")
    with stocked.execution_options(writes=True).begin() as connection:
        connection.execute(text("ALTER TABLE audit RENAME TO lost"))
    with pytest.raises(DATABASE_ERRORS), writing(stocked) as session:
        revoke_token(session, given.token.id, by=CHIEF, at=NOW)
    assert known(stocked) == (given.token,)


def test_a_token_is_shown_to_whom_it_is_given_and_in_no_log(stocked: Engine) -> None:
    given = issued(stocked, None)
    assert given.text not in f"{given} {given!r} {given.token!r}"
    assert dataclasses.asdict(given)["text"] == given.text

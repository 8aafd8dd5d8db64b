"""Token: for how long it is good, and what becomes of it when another takes its place."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from stellenbund.domain.access import Grant, Verb
from stellenbund.domain.token import Rotation, Token, TokenState, TokenTerms, spent
from tests.builders import NOW

GRANT = Grant(city="musterstadt", verbs=frozenset({Verb.UPLOAD}))
TERMS = TokenTerms.lasting(365, name="Excel-Makro", grant=GRANT, at=NOW)
TOKEN = Token(id=3, **dict(TERMS))
DAY = timedelta(days=1)


def test_a_token_is_good_until_the_instant_at_which_it_expires() -> None:
    assert TOKEN.expires_at == NOW + 365 * DAY
    assert TOKEN.state(TOKEN.expires_at - timedelta(microseconds=1)) is TokenState.ACTIVE
    assert TOKEN.state(TOKEN.expires_at) is TokenState.EXPIRED


def test_a_revoked_token_stays_revoked() -> None:
    revoked = TOKEN.model_copy(update={"revoked_at": NOW})
    assert revoked.state(NOW) is TokenState.REVOKED
    assert revoked.state(NOW + 1000 * DAY) is TokenState.REVOKED


def test_who_asks_is_known_by_the_name_and_number_of_the_token() -> None:
    assert TOKEN.caller.actor == "Excel-Makro (token 3)"
    assert TOKEN.caller.grant == GRANT


@pytest.mark.parametrize(("overlap", "end"), [(0, 0), (14, 14), (90, 90)])
def test_a_replaced_token_goes_on_for_the_overlap(overlap: int, end: int) -> None:
    rotation = Rotation(at=NOW, days=365, overlap_days=overlap)
    assert rotation.end(TOKEN) == NOW + end * DAY


def test_the_overlap_never_prolongs_a_token() -> None:
    late = Rotation(at=TOKEN.expires_at - DAY, days=365, overlap_days=14)
    assert late.end(TOKEN) == TOKEN.expires_at
    later = Rotation(at=TOKEN.expires_at + DAY, days=365, overlap_days=14)
    assert later.end(TOKEN) == TOKEN.expires_at


def test_a_successor_may_do_the_same_from_now_on() -> None:
    new = Rotation(at=NOW + DAY, days=30, overlap_days=14).successor(TOKEN)
    assert (new.name, new.grant, new.replaces) == ("Excel-Makro", GRANT, 3)
    assert (new.created_at, new.expires_at) == (NOW + DAY, NOW + 31 * DAY)


@pytest.mark.parametrize(("days", "overlap"), [(0, 1), (401, 1), (1, -1), (1, 91)])
def test_no_token_lasts_for_ever(days: int, overlap: int) -> None:
    with pytest.raises(ValidationError):
        Rotation(at=NOW, days=days, overlap_days=overlap)


def test_why_a_token_is_refused_is_told_in_both_languages() -> None:
    expired = spent(TOKEN, TokenState.EXPIRED)
    assert expired.detail == "The token expired on 2027-11-24."
    assert expired.detail_de == "Das Token ist am 24.11.2027 abgelaufen."
    assert spent(TOKEN, TokenState.REVOKED).detail_de == "Das Token wurde widerrufen."

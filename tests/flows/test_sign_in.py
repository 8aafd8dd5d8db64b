"""Sign-in: for a time, one try after another, and never denied for good."""

import threading
from datetime import datetime, timedelta
from typing import Literal

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, text

from stellenbund.domain.account import AccountRefusedError
from stellenbund.domain.password import FREE_TRIES, LONGEST_WAIT, TooSoonError
from stellenbund.flows.passwords import IN_LINE, Passwords, TooManyAtOnceError
from stellenbund.flows.sign_in import sign_in, sign_in_of, sign_out
from stellenbund.store.database import reading
from tests.builders import NOW
from tests.flows.inviting import CHEAP, PASSWORD, accepted, new_ticket
from tests.stocking import open_store

EMAIL = "petra@musterstadt.example"
WRONG = "falsch"
HOUR = timedelta(hours=1)


class SlowHasher(PasswordHasher):
    """A hasher that compares nothing before its gate opens."""

    gate = threading.Event()

    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        """Return the same for all."""
        del password, salt
        return "digest"

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002
        """Find everything right, once the gate is open."""
        del hash, password
        self.gate.wait()
        return True


@pytest.fixture
def stocked(engine: Engine) -> Engine:
    """A database with Petra's account."""
    open_store(engine)
    accepted(engine)
    return engine


def tried(engine: Engine, password: str = WRONG, email: str = EMAIL, *, at: datetime = NOW) -> str:
    return sign_in(
        engine, email, password, passwords=CHEAP, clock=lambda: at, new_ticket=new_ticket
    )


def test_a_sign_in_ends_after_eight_idle_hours_and_after_twelve_in_any_case(
    stocked: Engine,
) -> None:
    idle = tried(stocked, PASSWORD)
    assert sign_in_of(stocked, idle, NOW + 8 * HOUR) is None
    busy = tried(stocked, PASSWORD)
    for hours in (4, 8, 11.9):
        assert sign_in_of(stocked, busy, NOW + hours * HOUR) is not None
    assert sign_in_of(stocked, busy, NOW + 12 * HOUR) is None


def test_each_sign_in_has_a_ticket_of_its_own_and_ends_alone(stocked: Engine) -> None:
    here, there = tried(stocked, PASSWORD), tried(stocked, PASSWORD)
    sign_out(stocked, here)
    assert sign_in_of(stocked, here, NOW) is None
    assert sign_in_of(stocked, there, NOW) is not None
    assert sign_in_of(stocked, "made up", NOW) is None


def test_case_and_blanks_around_an_address_do_not_matter(stocked: Engine) -> None:
    assert tried(stocked, PASSWORD, " Petra@Musterstadt.EXAMPLE ")


def test_a_wrong_password_and_an_unknown_address_say_the_same(stocked: Engine) -> None:
    said = set()
    for email in (EMAIL, "niemand@musterstadt.example", "keine Adresse", ""):
        with pytest.raises(AccountRefusedError) as refused:
            tried(stocked, email=email)
        said.add(refused.value.detail_de)
    assert len(said) == 1


def test_waits_grow_with_each_failure_and_stay_short_of_a_denial(stocked: Engine) -> None:
    at = NOW
    waits = []
    for _ in range(14):
        with pytest.raises(AccountRefusedError):
            tried(stocked, at=at)
        try:
            tried(stocked, PASSWORD[:-1], at=at)
        except TooSoonError as soon:
            waits.append(soon.free_at - at)
            at = soon.free_at
        except AccountRefusedError:
            waits.append(timedelta(0))
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT
    assert tried(stocked, PASSWORD, at=at)


def test_who_comes_too_soon_does_not_prolong_the_wait(stocked: Engine) -> None:
    for _ in range(FREE_TRIES + 2):
        with pytest.raises(AccountRefusedError):
            tried(stocked)
    frees = set()
    for second in (0.0, 0.3, 0.6):
        with pytest.raises(TooSoonError) as soon:
            tried(stocked, PASSWORD, at=NOW + timedelta(seconds=second))
        frees.add(soon.value.free_at)
    (free,) = frees
    assert tried(stocked, PASSWORD, at=free)


def test_the_wait_is_for_one_address_and_over_once_its_person_is_in(stocked: Engine) -> None:
    accepted(stocked, email="otto@musterstadt.example")
    for _ in range(FREE_TRIES + 1):
        with pytest.raises(AccountRefusedError):
            tried(stocked)
    assert tried(stocked, PASSWORD, "otto@musterstadt.example")
    later = NOW + timedelta(seconds=5)
    assert tried(stocked, PASSWORD, at=later)
    with pytest.raises(AccountRefusedError, match="passen nicht"):
        tried(stocked, at=later)


def test_failures_are_forgotten_after_a_day(stocked: Engine) -> None:
    for email in ("a@b.example", "c@d.example"):
        with pytest.raises(AccountRefusedError):
            tried(stocked, email=email)
    with pytest.raises(AccountRefusedError):
        tried(stocked, at=NOW + timedelta(days=1, seconds=1))
    with reading(stocked) as session:
        rows = session.connection().execute(text("SELECT count FROM failed_sign_in")).all()
    assert rows == [(1,)]


def test_many_who_guess_at_once_get_no_more_tries_than_one_after_another(stocked: Engine) -> None:
    looked = []

    def guess() -> None:
        try:
            tried(stocked)
        except TooSoonError:
            return
        except AccountRefusedError:
            looked.append(1)

    threads = [threading.Thread(target=guess) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(looked) == FREE_TRIES


def test_the_line_at_the_door_has_an_end_so_that_other_pages_go_on() -> None:
    passwords, gate = Passwords(SlowHasher()), SlowHasher.gate
    gate.clear()
    refused: list[TooManyAtOnceError] = []

    def ask() -> None:
        try:
            passwords.is_right(PASSWORD, "digest")
        except TooManyAtOnceError as error:
            refused.append(error)
            gate.set()

    threads = [threading.Thread(target=ask) for _ in range(IN_LINE + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert passwords.is_right(PASSWORD, "digest")

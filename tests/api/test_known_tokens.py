"""Known tokens: the database is asked once a minute for each good token, and for each bad one."""

from dataclasses import dataclass, field

import anyio
import pytest
from sqlalchemy.exc import OperationalError

from stellenbund.api.known_tokens import REMEMBERED, KnownTokens
from stellenbund.domain.token import unknown


@dataclass
class Door:
    """Lets in whom a test tells it to, and counts who asked."""

    asked: int = 0
    now: float = 0.0
    wrong: Exception | None = None
    tokens: KnownTokens = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = KnownTokens(self.admit, lambda: self.now)

    def admit(self, _token: str) -> None:
        """Let a token in, unless something is wrong."""
        self.asked += 1
        if self.wrong is not None:
            raise self.wrong

    def is_good(self, token: str) -> bool:
        """Ask whether a token is good."""
        return anyio.run(self.tokens.is_good, token)


def test_a_good_token_is_asked_about_once_a_minute() -> None:
    door = Door()
    assert [door.is_good("a") for _ in range(3)] == [True] * 3
    assert door.asked == 1
    door.now += REMEMBERED
    door.wrong = unknown()
    assert [door.is_good("a") for _ in range(2)] == [False] * 2
    assert door.asked == 3


@pytest.mark.parametrize("wrong", [unknown(), OperationalError("", {}, Exception())])
def test_who_cannot_be_let_in_is_not_remembered(wrong: Exception) -> None:
    door = Door(wrong=wrong)
    assert not door.is_good("a")
    door.wrong = None
    assert door.is_good("a")


def test_only_so_many_are_remembered() -> None:
    door = Door()
    for number in range(1_001):
        door.is_good(str(number))
    assert len(door.tokens._known) == 1_000

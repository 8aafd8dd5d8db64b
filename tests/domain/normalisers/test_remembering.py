"""Short texts are read once, readable or not; long ones and mistakes leave nothing behind."""

import pytest

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.remembering import LONGEST, remembering

READ: list[str] = []


@remembering
def read(text: str, *, times: int = 1) -> int:
    READ.append(text)
    if not text:
        raise ValueError(text)
    if text.isspace():
        raise UnreadableTextError(text, "text.empty", "Hier steht nichts.")
    return len(text) * times


@pytest.fixture(autouse=True)
def nothing_read() -> None:
    READ.clear()


def test_a_short_text_is_read_once_for_each_question() -> None:
    assert [read("Koch"), read("Koch"), read("Koch", times=2), read("Koch", times=2)] == [
        *(4, 4),
        *(8, 8),
    ]
    assert READ == ["Koch", "Koch"]


def test_a_long_text_is_read_each_time() -> None:
    text = "x" * (LONGEST + 1)
    assert read(text) == read(text) == LONGEST + 1
    assert len(READ) == 2


def test_a_mistake_comes_anew_each_time() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match=r"^$"):
            read("")
    assert READ == ["", ""]


def test_what_cannot_be_read_is_looked_at_once_and_refused_each_time() -> None:
    refusals = []
    for _ in range(2):
        with pytest.raises(UnreadableTextError, match="nichts") as refused:
            read(" ")
        refusals.append(refused.value)
    assert READ == [" "]
    assert [(each.text, each.rule) for each in refusals] == [(" ", "text.empty")] * 2
    assert refusals[0] is not refusals[1]

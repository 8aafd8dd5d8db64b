"""Long texts: whatever stands in a field, reading it takes bounded work."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from time import perf_counter

import pytest

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.certificates import read_certificate
from stellenbund.domain.normalisers.dates import read_date, read_day, read_deadline, read_start
from stellenbund.domain.normalisers.durations import read_duration
from stellenbund.domain.normalisers.pay import read_pay

TODAY = date(2026, 11, 24)
LENGTH = 100_000
SECONDS = 2.0
READERS: dict[str, Callable[[str], object]] = {
    "date": lambda text: read_date(text, today=TODAY),
    "start": lambda text: read_start(text, today=TODAY),
    "deadline": lambda text: read_deadline(text, today=TODAY),
    "day": lambda text: read_day(text, today=TODAY),
    "duration": read_duration,
    "certificate": read_certificate,
    "pay": lambda text: read_pay(text, starts_on=TODAY),
}
BITS = (
    *("1", "1.", "1.1.", "a", "a ", "ab ", "bis zum ", "frist", "und ", "- ", "/", " ", "\n", "("),
    *("1.368,26 € ", "1,", "1'", "jahr ", "1. jahr ", "hauptschulabschluss", "kein ", "ohne ", "<"),
    *("typ a ", "klasse 10 ", "schul", "januar ", "\u0301", "&amp;", "2027/", "wintersemester "),
    *("praemie", "3-", "solange x ", "(ab 1. mai 2026: ", "tvaöd", "abschluss nicht ", "in x "),
)


@pytest.mark.parametrize("name", READERS)
def test_a_hundred_thousand_characters_are_read_or_refused_at_once(name: str) -> None:
    slow = []
    for bit in BITS:
        text = bit * (LENGTH // len(bit)) + "!"
        begun = perf_counter()
        with suppress(UnreadableTextError):
            READERS[name](text)
        if perf_counter() - begun > SECONDS:
            slow.append(bit)
    assert slow == []

"""Corpora: every labelled text of the bench is read as a careful person labelled it."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.certificates import read_certificate
from stellenbund.domain.normalisers.dates import read_date, read_deadline, read_start
from stellenbund.domain.normalisers.durations import read_duration
from stellenbund.domain.normalisers.pay import read_pay

CORPUS = Path(__file__).parents[3] / "bench" / "corpus"
REFUSED = ("refused", "")


def rows(name: str) -> Iterator[dict[str, str]]:
    r"""Yield the rows of a corpus; a line break within a text is written ``\\n``."""
    with (CORPUS / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row | {"text": row["text"].replace("\\n", "\n")}


def read_time(row: dict[str, str]) -> tuple[str, str]:
    """Return kind and value: a day, ``opens/closes``, a month as 2027-08, a year, or months."""
    text, today = row["text"], date.fromisoformat(row["today"])
    match row["role"]:
        case "duration":
            return "months", str(read_duration(text))
        case "start":
            start = read_start(text, today=today)
            return start.kind, _value(start.kind, start.on, None, start.training_year)
        case "deadline":
            deadline = read_deadline(text, today=today)
            return deadline.kind, _value(deadline.kind, deadline.on, deadline.opens_on, None)
        case _:
            found = read_date(text, today=today)
            return found.kind, _value(found.kind, found.on, found.opens_on, found.year)


def _value(kind: str, on: date | None, opens_on: date | None, year: int | None) -> str:
    if opens_on:
        return f"{opens_on}/{on or ''}"
    if on and kind == "month":
        return f"{on:%Y-%m}"
    return str(on or year or "")


def test_every_labelled_time_is_read_as_labelled() -> None:
    wrong = []
    for row in rows("dates"):
        try:
            got = read_time(row)
        except UnreadableTextError:
            got = REFUSED
        if got != (row["kind"], row["value"]):
            wrong.append((row, got))
    assert wrong == []


def test_every_labelled_certificate_is_read_as_labelled() -> None:
    wrong = []
    for row in rows("certificates"):
        try:
            got: str = read_certificate(row["text"]).certificate
        except UnreadableTextError:
            got = "refused"
        if got != row["certificate"]:
            wrong.append((row, got))
    assert wrong == []


def test_every_labelled_pay_is_read_as_labelled() -> None:
    wrong = []
    for row in rows("pay"):
        starts_on = date.fromisoformat(row["starts_on"]) if row["starts_on"] else None
        try:
            pay = read_pay(row["text"], starts_on=starts_on)
        except UnreadableTextError:
            got = ("refused", "", "")
        else:
            amounts = "; ".join(f"{each.year or 'all'}: {each.amount:.2f}" for each in pay.amounts)
            got = (amounts, pay.tariff or "", str(pay.valid_from or ""))
        if got != (row["amounts"], row["tariff"], row["valid_from"]):
            wrong.append((row, got))
    assert wrong == []

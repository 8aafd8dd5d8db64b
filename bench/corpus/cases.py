"""Cases: each labelled text with what should be read from it and what is read.

Codes are written as the files beside this one write them; "" stands for nothing.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.certificates import read_certificate
from stellenbund.domain.normalisers.dates import (
    DateKind,
    read_date,
    read_deadline,
    read_start,
)
from stellenbund.domain.normalisers.durations import read_duration
from stellenbund.domain.normalisers.kinds import read_kind
from stellenbund.domain.normalisers.pay import read_pay
from stellenbund.domain.normalisers.professions import match_profession
from stellenbund.domain.normalisers.titles import read_title
from stellenbund.domain.source import Scope
from stellenbund.domain.vocabulary import StartKind

FOLDER = Path(__file__).parent

Row = Mapping[str, str]


class Case(NamedTuple):
    """One labelled text: what should be read from it, and what was; "" is nothing."""

    text: str
    expected: str
    found: str


def cases() -> Iterator[tuple[str, Case]]:
    """Yield every case of the corpus with the name of its normaliser."""
    for corpus in (titles, dates, certificates, pays):
        yield from corpus()


def rows(name: str) -> Iterator[Row]:
    """Yield the rows of one file of the corpus."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def valued(label: str) -> str:
    """Return what a label says should be read."""
    return "" if label in {"none", "refused"} else label


def attempt(read: Callable[[], str]) -> str:
    """Return what *read* finds, or nothing where it refuses."""
    try:
        return read()
    except UnreadableTextError:
        return ""


def titles() -> Iterator[tuple[str, Case]]:
    """Yield a case for the clean title, the kind and the profession of each labelled title."""
    for row in rows("titles"):
        title = read_title(row["title"])
        text = row["text"] or None
        match = match_profession(row["title"], None, text)
        kind = read_kind(
            title,
            scope=Scope(row["scope"]),
            section=row["section"] or None,
            kind_text=None,
            text=text,
            match=match,
        )
        profession = match.slug if match and kind.keeps_profession else ""
        said = " · ".join(part for part in (row["title"], row["section"], row["text"]) if part)
        yield "kinds", Case(said, valued(row["kind"]), kind.kind or "")
        yield "professions", Case(said, valued(row["profession"]), profession)
        if row["clean"]:
            yield "titles", Case(said, row["clean"], title.title)


def start(text: str, today: date) -> str:
    """Return the start as the corpus writes it."""
    read = read_start(text, today=today)
    match read.kind:
        case StartKind.DAY:
            value = str(read.on)
        case StartKind.MONTH:
            value = str(read.on)[:7]
        case _:
            value = str(read.training_year or "")
    return f"{read.kind} {value}"


def deadline(text: str, today: date) -> str:
    """Return the deadline as the corpus writes it."""
    read = read_deadline(text, today=today)
    opens = f"{read.opens_on}/" if read.opens_on else ""
    return f"{read.kind} {opens}{read.on or ''}"


def any_date(text: str, today: date) -> str:
    """Return any time as the corpus writes it."""
    read = read_date(text, today=today)
    match read.kind:
        case DateKind.DAY:
            value = str(read.on)
        case DateKind.MONTH:
            value = str(read.on)[:7]
        case DateKind.PERIOD:
            value = f"{read.opens_on}/{read.on}"
        case _:
            value = str(read.year or "")
    return f"{read.kind} {value}"


def duration(text: str, _today: date) -> str:
    """Return the duration as the corpus writes it."""
    return f"months {read_duration(text)}"


ROLES = {"start": start, "deadline": deadline, "date": any_date, "duration": duration}


def dates() -> Iterator[tuple[str, Case]]:
    """Yield a case for each labelled date text."""
    for row in rows("dates"):
        read, today = ROLES[row["role"]], date.fromisoformat(row["today"])
        found = attempt(partial(read, row["text"], today)).strip()
        label = f"{row['kind']} {row['value']}".strip()
        yield "dates", Case(row["text"], valued(label), found)


def certificates() -> Iterator[tuple[str, Case]]:
    """Yield a case for each labelled certificate text."""
    for row in rows("certificates"):
        found = attempt(partial(certificate, row["text"]))
        # "none" is a value here: the text says that no certificate is needed.
        expected = "" if row["certificate"] == "refused" else row["certificate"]
        yield "certificates", Case(row["text"], expected, found)


def certificate(text: str) -> str:
    """Return the code of the certificate that a text admits."""
    return read_certificate(text).certificate


def pays() -> Iterator[tuple[str, Case]]:
    """Yield a case for each labelled pay text."""
    for row in rows("pay"):
        expected = " | ".join((row["amounts"], row["tariff"], row["valid_from"])).strip(" |")
        found = attempt(partial(pay, row["text"], row["starts_on"]))
        yield "pay", Case(row["text"], valued(expected), found)


def pay(text: str, starts_on: str) -> str:
    """Return what a text states about pay as the corpus writes it."""
    read = read_pay(text, starts_on=date.fromisoformat(starts_on) if starts_on else None)
    amounts = "; ".join(f"{each.year or 'all'}: {each.amount:.2f}" for each in read.amounts)
    return " | ".join((amounts, read.tariff or "", str(read.valid_from or ""))).strip(" |")

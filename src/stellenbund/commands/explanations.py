"""Explanations: what normalisers make of a text, and by which rule, as plain JSON."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stellenbund.commands.screen import plain
from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.certificates import CertificateReading, read_certificate
from stellenbund.domain.normalisers.dates import (
    DateReading,
    Deadline,
    Start,
    read_date,
    read_deadline,
    read_start,
)
from stellenbund.domain.normalisers.kinds import read_kind
from stellenbund.domain.normalisers.pay import read_pay
from stellenbund.domain.normalisers.professions import match_profession
from stellenbund.domain.normalisers.titles import read_title
from stellenbund.domain.source import Scope
from stellenbund.domain.statements import Pay
from stellenbund.domain.value import Value

Explanation = dict[str, object]


class Sort(StrEnum):
    """What sort of text is to be explained."""

    TITLE = "title"
    DATE = "date"
    CERTIFICATE = "certificate"
    PAY = "pay"


@dataclass(frozen=True, slots=True)
class Context:
    """Where the texts stand: the day of reading, and for titles the source and the section."""

    today: date
    scope: Scope = Scope.MIXED
    section: str | None = None


def explained(what: Sort, text: str, context: Context) -> Explanation:
    """Return what the normalisers of *what* make of *text*: its own fields and the rule.

    A text that cannot be read has an *error* instead, the rule that refused it, and a *message*.
    """
    match what:
        case Sort.TITLE:
            return _title(text, context)
        case Sort.DATE:
            return _date(text, context.today)
        case Sort.CERTIFICATE:
            return _read(read_certificate, text, CertificateReading)
        case Sort.PAY:
            return _pay(text)


def _read(read: Callable[[str], Value], text: str, shape: type[Value]) -> Explanation:
    """Return the fields of a reading under the *text* as it was given, or why there is none.

    A refused text has the same fields as one that was read, all null, and the error beside them.
    """
    try:
        fields: Explanation = plain(read(text))
    except UnreadableTextError as error:
        fields = dict.fromkeys(shape.model_fields)
        fields |= {"rule": error.rule, "error": error.rule, "message": error.message}
    return {"text": text} | fields | {"text": text}


def _date(text: str, today: date) -> Explanation:
    """Return what *text* is as a date, and what it would be as a start and as a deadline."""
    return _read(lambda each: read_date(each, today=today), text, DateReading) | {
        "start": _part(lambda each: read_start(each, today=today), text, Start),
        "deadline": _part(lambda each: read_deadline(each, today=today), text, Deadline),
    }


def _part(read: Callable[[str], Value], text: str, shape: type[Value]) -> Explanation:
    explanation = _read(read, text, shape)
    del explanation["text"]
    return explanation


def _pay(text: str) -> Explanation:
    """Return the pay that *text* states, read by its amounts or by the table that it names."""
    explanation = _read(lambda each: read_pay(each, starts_on=None), text, Pay)
    if "error" in explanation:
        return explanation
    return explanation | {"rule": "pay.amounts" if explanation["amounts"] else "pay.tariff"}


def _title(text: str, context: Context) -> Explanation:
    """Return the clean title, the profession that it names, and what it is where it stands."""
    title, match = read_title(text), match_profession(text)
    kind = read_kind(
        title,
        scope=context.scope,
        section=context.section,
        kind_text=None,
        text=None,
        match=match,
    )
    known = match if kind.keeps_profession else None
    return {
        "text": text,
        "title": title.title,
        "kind": kind.kind,
        "is_training": kind.kind is not None,
        "profession": known and known.slug,
        "kldb": known and known.kldb,
        "method": known and known.method,
        "score": known and known.score,
        "start_text": title.start_text,
        "evidence": kind.evidence,
        "rule": kind.rule,
        "rules": {"title": title.rule, "kind": kind.rule},
    }

"""explain: what a normaliser makes of a text, and by which rule."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from stellenbund.commands.options import AsJson, Today
from stellenbund.commands.screen import cell, plain, print_json_line, results, said, table
from stellenbund.commands.surroundings import now
from stellenbund.domain.clock import berlin_day
from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.certificates import read_certificate
from stellenbund.domain.normalisers.dates import read_date, read_deadline, read_start
from stellenbund.domain.normalisers.kinds import read_kind
from stellenbund.domain.normalisers.pay import read_pay
from stellenbund.domain.normalisers.professions import match_profession
from stellenbund.domain.normalisers.titles import read_title
from stellenbund.domain.source import Scope
from stellenbund.domain.value import Value


class Sort(StrEnum):
    """What sort of text is to be explained."""

    TITLE = "title"
    DATE = "date"
    CERTIFICATE = "certificate"
    PAY = "pay"


Explanation = dict[str, object]

What = Annotated[Sort, typer.Argument(help="What sort of text it is.")]
Texts = Annotated[list[str], typer.Argument(metavar="TEXT…", help="Texts; - reads lines.")]
ScopeOption = Annotated[
    Scope,
    typer.Option(help="For titles: what the source publishes; mixed lets nothing but words count."),
]


def explain(
    what: What,
    texts: Texts,
    *,
    today: Today = None,
    scope: ScopeOption = Scope.MIXED,
    as_json: AsJson = False,
) -> None:
    """Show what a normaliser makes of each text, and by which rule.

    With --json, one line of JSON per text. A text that cannot be read is explained too: its
    "error" is the rule that refused it.
    """
    day = today.date() if today else berlin_day(now())
    for text in _lines(texts):
        explanation = explained(what, text, today=day, scope=scope)
        if as_json:
            print_json_line(explanation)
        else:
            _print(explanation)


def explained(what: Sort, text: str, *, today: date, scope: Scope = Scope.MIXED) -> Explanation:
    """Return what the normalisers of *what* make of *text*; its own fields, ready for JSON."""
    match what:
        case Sort.TITLE:
            return _title(text, scope)
        case Sort.DATE:
            return _date(text, today)
        case Sort.CERTIFICATE:
            return _read(read_certificate, text)
        case Sort.PAY:
            return _read(lambda each: read_pay(each, starts_on=None), text)


def _read(read: Callable[[str], Value], text: str) -> Explanation:
    """Return the fields of a reading under the *text* as it was given, or why there is none."""
    try:
        reading = read(text)
    except UnreadableTextError as error:
        return {"text": text, "error": error.rule, "message": error.message}
    fields: Explanation = plain(reading)
    return fields | {"text": text}


def _date(text: str, today: date) -> Explanation:
    """Return what *text* is as a date, and what it would be as a start and as a deadline."""
    return _read(lambda each: read_date(each, today=today), text) | {
        "start": _part(lambda each: read_start(each, today=today), text),
        "deadline": _part(lambda each: read_deadline(each, today=today), text),
    }


def _part(read: Callable[[str], Value], text: str) -> Explanation:
    explanation = _read(read, text)
    del explanation["text"]
    return explanation


def _title(text: str, scope: Scope) -> Explanation:
    """Return the clean title, the profession that it names, and what it is by itself."""
    title = read_title(text)
    match = match_profession(title.title)
    kind = read_kind(title, scope=scope, section=None, kind_text=None, text=None, match=match)
    explanation: Explanation = plain(
        {
            "text": text,
            "title": title.title,
            "kind": kind.kind,
            "is_training": kind.kind is not None,
            "profession": match and match.slug,
            "kldb": match and match.kldb,
            "method": match and match.method,
            "score": match and match.score,
            "start_text": title.start_text,
            "evidence": kind.evidence,
            "rule": kind.rule,
            "rules": {"title": title.rule, "kind": kind.rule},
        }
    )
    return explanation


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts; a dash stands for the lines of the standard input."""
    for text in texts:
        if text == "-":
            yield from (line.strip() for line in sys.stdin if line.strip())
        else:
            yield text


def _print(explanation: Mapping[str, object]) -> None:
    shown = table("", "", title=f"“{explanation['text']}”")
    shown.show_header = False
    for name, value in explanation.items():
        if name != "text" and value not in (None, [], {}):
            shown.add_row(f"  {name}", cell(said(value)))
    results().print(shown, "")

"""Screen: what commands print with – results on stdout, progress and complaints on stderr."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, TypeAdapter

from stellenbund.domain.record import RawPlace

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WIDTH_OF_A_FILE = 160
"""Columns where nobody looks: a pipe or a file has no width of its own."""


def results() -> "Console":
    """Return the console for what was asked for."""
    return _console(is_stderr=False)


def progress() -> "Console":
    """Return the console for what goes on meanwhile."""
    return _console(is_stderr=True)


def say(sentence: str) -> None:
    """Tell the person at the screen something that is no result."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def print_json(document: object) -> None:
    """Print one JSON document: dates in ISO 8601, decimals as text, umlauts as they are."""
    print_json_line(document, indent=2)


def print_json_line(document: object, indent: int | None = None) -> None:
    """Print *document* as JSON, on one line unless *indent* says otherwise."""
    text = json.dumps(plain(document), ensure_ascii=False, indent=indent)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def plain(document: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Return *document* as JSON knows it: models as objects, dates and decimals as text."""
    return TypeAdapter(object).dump_python(document, mode="json")


def table(*columns: str, title: str | None = None, numbers: Iterable[str] = ()) -> "Table":
    """Return an empty table; the columns named in *numbers* are aligned to the right."""
    from rich.markup import escape
    from rich.table import Table

    right = set(numbers)
    drawn = Table(title=title and escape(title), title_justify="left", box=None, pad_edge=False)
    for column in columns:
        drawn.add_column(column, justify="right" if column in right else "left")
    return drawn


def cell(value: object) -> str:
    """Return *value* as a cell shows it: nothing for what is not stated, no markup of its own."""
    from rich.markup import escape

    return "" if value is None else escape(str(value))


def said(value: object) -> str:
    """Return what a value says on one line, without what it leaves open."""
    return ", ".join(_parts(value))


def _parts(value: object) -> Iterator[str]:
    match value:
        case BaseModel():
            yield from _parts(dict(value))
        case RawPlace():
            yield from _parts(asdict(value))
        case dict():
            for name, part in value.items():
                yield from (f"{name} {each}" for each in _parts(part))
        case tuple() | list():
            for part in value:
                yield " ".join(_parts(part))
        case None:
            return
        case _:
            yield str(value)


def _console(*, is_stderr: bool) -> "Console":
    from rich.console import Console

    stream = sys.stderr if is_stderr else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else WIDTH_OF_A_FILE)

"""Workbooks: XLSX, XLS and ODS to a table, opened in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from threading import Timer
from typing import Any

from stellenbund.feeds.choices import Choices
from stellenbund.feeds.delimited import Score
from stellenbund.feeds.errors import refusal
from stellenbund.feeds.limits import LOOKED_AT, SECONDS
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.sayings import finding
from stellenbund.feeds.table import Assumed, Table, gathered

_COMMAND = (sys.executable, "-P", "-m", "stellenbund.feeds.reader_process")

_CONFUSED = 1
"""How a Python program ends that met something nobody had thought of."""

Sheet = dict[str, Any]
"""What the reader process tells of one sheet, as it comes from its JSON."""


def read_workbook(body: bytes, choices: Choices, score: Score) -> Table:
    """Return the table of the chosen sheet, else of the first one with a header that we know.

    Raises:
        FeedError: rules ``choice.sheet``, ``file.no_header``, ``file.encrypted``, ``file.broken``,
            ``limit.rows``, ``limit.columns``, ``limit.cell``, ``limit.effort``.
    """
    names: list[str] = []
    with closing(_sheets(body)) as sheets:
        for sheet in sheets:
            if _is_wanted(sheet, choices, score):
                return _table(sheet)
            names = sheet["names"]
    if choices.sheet is not None:
        raise refusal("choice.sheet", value=choices.sheet, where=", ".join(names))
    raise refusal("file.no_header", where=_sheets_named(names) if names else "der Datei")


def _sheets_named(names: list[str]) -> str:
    """Return in which sheets something was looked for, to stand behind "in".

    >>> _sheets_named(["Tabelle1"]), _sheets_named(["Deckblatt", "Liste"])
    ('Blatt „Tabelle1“', 'den Blättern „Deckblatt“, „Liste“')
    """
    quoted = ", ".join(f"„{name}“" for name in names)
    return f"{'Blatt' if len(names) == 1 else 'den Blättern'} {quoted}"


def _is_wanted(sheet: Sheet, choices: Choices, score: Score) -> bool:
    if choices.sheet is not None:
        return bool(sheet["name"] == choices.sheet)
    return choices.header_row is not None or score(_beginning(sheet)) > 0


def _beginning(sheet: Sheet) -> list[tuple[str, ...]]:
    return list(_rows({**sheet, "rows": sheet["rows"][:LOOKED_AT]}))


def _rows(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    texts = sheet["texts"]
    return (tuple(texts[place] for place in row) for row in sheet["rows"])


def _table(sheet: Sheet) -> Table:
    if sheet["excess"] is not None:
        raise refusal(sheet["excess"], where=f"Blatt {sheet['name']}")
    return Table(
        rows=gathered(_rows(sheet)),
        assumed=Assumed(sheet=sheet["name"], sheets=tuple(sheet["names"])),
        findings=tuple(_findings(sheet)),
        counts_from_1904=sheet["counts_from_1904"],
        hidden_columns=frozenset(sheet["hidden_columns"]),
        banners=frozenset(sheet["banners"]),
    )


def _findings(sheet: Sheet) -> Iterator[RowFinding]:
    if sheet["is_hidden"]:
        yield finding("file.hidden_sheet", value=sheet["name"])
    if sheet["hidden"]:
        rows = ", ".join(map(str, sheet["hidden_rows"]))
        where = f", zum Beispiel Zeile {rows}" if rows else ""
        yield finding("file.hidden_rows", count=sheet["hidden"], where=where)
    if sheet["merged"]:
        yield finding("file.merged_cells", where=", ".join(sheet["merged"]))
    if sheet["failed"]:
        yield finding("file.failed_formulas", where=", ".join(sheet["failed"]))
    if sheet["counts_from_1904"]:
        yield finding("file.date_system")


def _sheets(body: bytes) -> Generator[Sheet]:
    """Yield the sheets as the reader process tells them; it ends when no more are asked for."""
    with subprocess.Popen(  # noqa: S603 - our own module
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        alarm = Timer(SECONDS, process.kill)
        alarm.start()
        try:
            yield from _told(process, body)
        finally:
            alarm.cancel()
            process.kill()


def _told(process: subprocess.Popen[bytes], body: bytes) -> Iterator[Sheet]:
    assert process.stdin
    assert process.stdout
    # A process that has died already is told by its code, not by its broken pipe.
    with suppress(BrokenPipeError), process.stdin as pipe:
        pipe.write(body)
    for line in process.stdout:
        sheet = json.loads(line)
        if "refused" in sheet:
            raise refusal(sheet["refused"])
        yield sheet
    code = process.wait()
    if code:
        raise refusal("file.broken" if code == _CONFUSED else "limit.effort")

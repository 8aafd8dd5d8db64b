"""Marked copy: a city's workbook as she sent it, with our findings written into it."""

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date

from stellenbund.feeds.annotated import (
    ABOUT_THE_FILE,
    COLOURS,
    NOTES_WIDTH,
    about,
    by_row,
    gravest,
    told,
)
from stellenbund.feeds.columns import NOTES, SUGGESTION
from stellenbund.feeds.feed import Feed
from stellenbund.feeds.limits import MOST_COPIED, SECONDS
from stellenbund.feeds.row_finding import RowFinding

ELSEWHERE = -1
"""The place of a mark about a whole row: it is set in our first column."""

_COMMAND = (sys.executable, "-P", "-m", "stellenbund.feeds.marking_process")


def marked_copy(
    body: bytes, feed: Feed, findings: Sequence[RowFinding], *, day: date
) -> bytes | None:
    """Return the workbook in *body* with *findings*; ``None`` if it is too large or too odd.

    A process of its own opens it, as it does for reading.
    """
    if sum(map(len, feed.table.rows)) > MOST_COPIED:
        return None
    order = json.dumps(_order(feed, findings, day)).encode()
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            _COMMAND, input=order + b"\n" + body, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 else None


def _order(feed: Feed, findings: Sequence[RowFinding], day: date) -> dict[str, object]:
    """Return what the process is to write; places count from 0, rows from 1.

    *place* is that of our first column: where an earlier return has it, else behind the last one.
    """
    said = by_row(findings)
    in_rows = {row: each for row, each in said.items() if row not in {0, feed.header_row}}
    places = {each.name: each.position for each in reversed(feed.headings)}
    earlier = [each.position for each in feed.headings if each.key is NOTES.key]
    name, header = ABOUT_THE_FILE
    return {
        "sheet": feed.table.assumed.sheet,
        "header_row": feed.header_row,
        "headers": [NOTES.header, SUGGESTION.header],
        "place": earlier[0] if earlier else max(map(len, feed.table.rows)),
        "is_new": not earlier,
        "told": {row: told(each) for row, each in in_rows.items()},
        "marks": {
            row: [[place, COLOURS[severity]] for place, severity in marked.items()]
            for row, each in in_rows.items()
            if (marked := gravest(each, places, elsewhere=ELSEWHERE))
        },
        "colours": list(COLOURS.values()),
        "width": NOTES_WIDTH,
        "about": [name, [header, *map(about, (*said[0], *said[feed.header_row]))]],
        "day": day.isoformat(),
    }

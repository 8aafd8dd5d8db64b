"""Own openings: what a city's openings say, as a table to take away."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO, StringIO

from stellenbund.domain.content import content
from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.opening import Opening
from stellenbund.feeds.formulas import neutral
from stellenbund.feeds.own_output import OWN_START
from stellenbund.feeds.spreadsheet import writing
from stellenbund.site.values import NOTHING, shown
from stellenbund.site.wording import STATUSES

HEADINGS = (*OWN_START, *(each.label for each in CORRECTABLE.values()))
"""What can be corrected is what the template has, too, so that both read alike.

By its first names the table is known as ours when somebody uploads it.
"""


def own_csv(openings: Iterable[Opening]) -> bytes:
    """Return the table as CSV that German Excel opens: UTF-8 with mark and semicolons."""
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([neutral(text) for text in row] for row in _rows(openings))
    return written.getvalue().encode("utf-8-sig")


def own_xlsx(openings: Iterable[Opening], *, day: date) -> bytes:
    """Return the table as a workbook of that *day*."""
    target = BytesIO()
    with writing(target, day=day) as book:
        sheet, bold = book.sheet("Stellen"), book.look(bold=True, bottom=1)
        for place, heading in enumerate(HEADINGS):
            sheet.write(0, place, heading, bold)
        for number, row in enumerate(_rows(openings), start=1):
            for place, text in enumerate(row):
                sheet.write(number, place, text)
    return target.getvalue()


def _rows(openings: Iterable[Opening]) -> Iterator[list[str]]:
    for opening in openings:
        told = content(opening)
        values = (shown(told, key) for key in CORRECTABLE)
        yield [
            opening.id,
            STATUSES[opening.status],
            *("" if value == NOTHING else value for value in values),
        ]

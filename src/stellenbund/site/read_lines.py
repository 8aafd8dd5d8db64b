"""Read lines: what was read from the rows of a file, as a preview shows it before publishing."""

from datetime import datetime
from typing import NamedTuple

from stellenbund.domain.clock import has_passed
from stellenbund.domain.content import content
from stellenbund.domain.diff import Verb
from stellenbund.domain.finding import clip
from stellenbund.flows.preview_upload import Preview
from stellenbund.flows.read_rows import ReadRow
from stellenbund.site.values import shown

SHOWN = ("kind", "start", "deadline", "certificate", "pay", "contact")
"""The values in which a reading goes wrong most often, by what sets them; the title stands first.
"""

SHORT = {"kind": "Art", "certificate": "Abschluss", "contact": "Kontakt"}
"""How the columns of the preview are called whose own name is too long for it."""

VERBS = {Verb.NEW: "neu", Verb.CHANGED: "geändert", None: "wie bisher"}


class ReadLine(NamedTuple):
    """One row of the file: what is done with it, and its values; *opening* once it has a page.

    *written* is the title as the file writes it, where it is shown otherwise.
    """

    row: int | None
    title: str
    written: str | None
    verb: str
    is_known_elsewhere: bool
    is_over: bool
    values: dict[str, str]
    opening: str | None


def read_lines(preview: Preview, now: datetime) -> tuple[ReadLine, ...]:
    """Return the first rows of the file in their order."""
    return tuple(_line(each, preview, now) for each in preview.rows)


def _line(read: ReadRow, preview: Preview, now: datetime) -> ReadLine:
    told, written = content(read.fields), read.fields.title_published
    touched = preview.touched.get(read.reference)
    return ReadLine(
        row=read.row,
        title=read.fields.title,
        written=written if written != read.fields.title else None,
        verb=VERBS[read.verb],
        is_known_elsewhere=read.verb is Verb.NEW and read.reference in preview.known_elsewhere,
        is_over=has_passed(read.fields.deadline_on, now),
        values={key: clip(shown(told, key)) for key in SHOWN},
        opening=touched.opening if touched else None,
    )

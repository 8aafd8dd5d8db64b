"""Reader process: opens a workbook where it can do no harm, as ``python -m`` in a process alone.

The file comes on the standard input. For each sheet a line of JSON goes to the standard output,
with each text once and the rows as places among the texts; a file that cannot be opened is one
line that says why. The library that opens workbooks ends the whole process on some hostile files,
which is why nothing else may live in it.
"""

import json
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from io import BytesIO

import python_calamine as calamine
from lxml import etree

from stellenbund.feeds.confinement import limit_itself
from stellenbund.feeds.limits import LOOKED_AT, MOST_COLUMNS, MOST_ROWS
from stellenbund.feeds.merged_cells import banners, fill_down
from stellenbund.feeds.sheet_texts import Value, text_of
from stellenbund.feeds.sheet_traits import MOST_TOLD, Traits, traits_by_sheet

_BROKEN = (
    *(calamine.CalamineError, zipfile.BadZipFile, zlib.error, etree.LxmlError),
    *(OSError, EOFError, ValueError, LookupError, NotImplementedError),
)
_TABLE = calamine.SheetTypeEnum.WorkSheet
_MOST = MOST_ROWS + LOOKED_AT


def main() -> None:
    """Read the standard input; limits hold from before the first byte."""
    limit_itself()
    body = sys.stdin.buffer.read()
    try:
        for sheet in _sheets(body):
            _tell(sheet)
    except calamine.PasswordError:
        _tell({"refused": "file.encrypted"})
    except MemoryError:
        _tell({"refused": "limit.effort"})
    except _BROKEN:
        _tell({"refused": "file.broken"})


def _tell(told: dict[str, object]) -> None:
    line = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


def _sheets(body: bytes) -> Iterator[dict[str, object]]:
    traits = traits_by_sheet(body)
    with calamine.load_workbook(BytesIO(body)) as book:
        tables = [each for each in book.sheets_metadata if each.typ is _TABLE]
        for sheet in tables:
            yield {
                "name": sheet.name,
                "names": [each.name for each in tables],
                "is_hidden": sheet.visible is not calamine.SheetVisibleEnum.Visible,
                **asdict(traits.get(sheet.name, Traits())),
                **_rows(book.get_sheet_by_name(sheet.name)),
            }


def _rows(sheet: calamine.CalamineSheet) -> dict[str, object]:
    """Return the rows down to the last filled one; of too large a sheet only the beginning.

    A cell that is merged over rows holds for each of them.
    """
    left = [0] * (sheet.start[1] if sheet.start else 0)
    places = {"": 0}
    rows: list[list[int]] = []
    last = 0
    excess = None
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = _trimmed([*left, *(_place(places, cell) for cell in cells)])
        rows.append(row)
        last = number if row else last
        if last > _MOST or len(row) > MOST_COLUMNS:
            excess = "limit.rows" if last > _MOST else "limit.columns"
            rows[-1] = row[:MOST_COLUMNS]
            last = min(last, LOOKED_AT)
            break
    merged = sheet.merged_cell_ranges or []
    return {
        "texts": list(places),
        "rows": (told := rows[:last]),
        "merged": fill_down(told, merged)[:MOST_TOLD],
        "banners": banners(merged)[:_MOST],
        "excess": excess,
    }


def _place(places: dict[str, int], cell: Value) -> int:
    return places.setdefault(cell if type(cell) is str else text_of(cell), len(places))


def _trimmed(row: list[int]) -> list[int]:
    while row and not row[-1]:
        row.pop()
    return row


if __name__ == "__main__":
    main()

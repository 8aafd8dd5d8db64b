"""Sheet room: a place for our two columns in a sheet that somebody else has laid out."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from stellenbund.feeds.limits import MOST_COLUMNS

_OURS = 2


def make_room(sheet: Worksheet, place: int, *, is_new: bool, width: int) -> int:
    """Return where, from 0, our columns begin: at *place*, or behind merged cells if they are new.

    They are shown, *width* characters wide; what a sheet hides behind its table is shown as well.

    Raises:
        ValueError: there is no room.
    """
    if is_new:
        place = max(place, *(each.max_col for each in sheet.merged_cells.ranges), 0)
    if place + _OURS > MOST_COLUMNS:
        raise ValueError(place)
    for column in range(place + 1, place + 1 + _OURS):
        _set_apart(sheet, column)
        letters = get_column_letter(column)
        sheet.column_dimensions[letters].width = width
        sheet.column_dimensions[letters].hidden = False
    return place


def _set_apart(sheet: Worksheet, column: int) -> None:
    """Let *column* have a look of its own where it shares one with all those behind the table."""
    for shared in list(sheet.column_dimensions.values()):
        first, last = shared.min or 0, shared.max or 0
        if first < column <= last:
            shared.max = column - 1
        elif first == column:
            shared.max = column

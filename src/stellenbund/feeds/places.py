"""Places: how a spreadsheet program names a column or a cell."""


def column_letters(position: int) -> str:
    """Return the letters of the column at *position*, counted from 0.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    number = position + 1
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def cell_name(position: int, row: int) -> str:
    """Return the name of a cell: *position* counts from 0, *row* from 1.

    >>> cell_name(7, 4)
    'H4'
    """
    return f"{column_letters(position)}{row}"

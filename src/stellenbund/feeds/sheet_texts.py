"""Sheet texts: the values of a workbook's cells, written as a German office would see them."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

Value = str | float | bool | date | datetime | time | timedelta
"""What a cell can hold once its workbook is opened."""

_WHOLE = 1e15
_MIDNIGHT = time()


def text_of(value: Value) -> str:
    """Return *value* as text: days as 01.09.2027, numbers with a comma and never rounded.

    >>> text_of(5911000.0), text_of(38.5), text_of(datetime(2027, 9, 1)), text_of(True)
    ('5911000', '38,5', '01.09.2027', 'WAHR')
    """
    match value:
        case str():
            return value
        case bool():
            return "WAHR" if value else "FALSCH"
        case int() | float():
            return _number(value)
        case date():
            return _day(value)
        case _:
            return _clock(value)


def _day(value: date) -> str:
    day = f"{value:%d.%m.}{value.year:04}"
    has_clock = isinstance(value, datetime) and value.time() != _MIDNIGHT
    return f"{day} {value:%H:%M}" if has_clock else day


def _clock(value: time | timedelta) -> str:
    """Return hours and minutes; an empty day is shown as the midnight before the first one."""
    if isinstance(value, time):
        return "" if value == _MIDNIGHT else f"{value:%H:%M}"
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _number(value: float) -> str:
    if value == int(value) and abs(value) < _WHOLE:
        return str(int(value))
    return format(Decimal(repr(value)), "f").replace(".", ",")

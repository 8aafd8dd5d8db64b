"""Machine dates: what programs write instead of a day, read as the day it is in Berlin."""

import re
from datetime import UTC, datetime, timedelta, timezone

from stellenbund.domain.clock import BERLIN, berlin_day
from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.date_parts.calendar_words import MONTH, month_number
from stellenbund.domain.normalisers.spelling import shown

_CLOCK = r"(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
_ZONE = r"z|utc|gmt|cet|cest|mez|mesz|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d)"
_WEEKDAY = r"\b(?:mon|tue|wed|thu|fri|sat|sun)"
_INSTANTS = (
    re.compile(
        rf"(?<!\d)(?P<y>\d{{4}})-?(?P<m>\d{{2}})-?(?P<d>\d{{2}})[t ]{_CLOCK}"
        rf"\s?(?P<zone>{_ZONE})(?P<more>[+-]\d{{2}}:?\d{{2}})?\b"
    ),
    re.compile(  # the basic form of ISO 8601: 20270131T225959Z
        r"(?<!\d)(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})t"
        rf"(?P<hour>\d{{2}})(?P<minute>\d{{2}})(?P<second>\d{{2}})?(?P<zone>{_ZONE})\b"
    ),
    re.compile(  # Java's Date: Mon Jul 13 00:00:00 UTC 2026
        rf"{_WEEKDAY} (?P<n>{MONTH}) (?P<d>\d{{1,2}}) {_CLOCK} (?P<zone>{_ZONE}) (?P<y>\d{{4}})\b"
    ),
    re.compile(  # JavaScript's Date: Mon Jul 13 2026 00:00:00 GMT+0200 (...)
        rf"{_WEEKDAY} (?P<n>{MONTH}) (?P<d>\d{{1,2}}) (?P<y>\d{{4}}) {_CLOCK} "
        rf"(?:gmt|utc)?(?P<zone>{_ZONE})(?: \([^()]{{1,60}}\))?"
    ),
    re.compile(  # RFC 822: Wed, 26 Feb 2025 16:40:27 +0100
        rf"(?:{_WEEKDAY},? )?(?<!\d)(?P<d>\d{{1,2}}) (?P<n>{MONTH}) (?P<y>\d{{4}}) {_CLOCK} "
        rf"(?P<zone>{_ZONE})\b"
    ),
)
_INTERVAL = re.compile(r"(\d{4}-\d\d-\d\d)/(?=\d{4}-\d\d-\d\d)")
_MILLISECONDS = re.compile(r"\\?/date\((-?\d{1,15})(?:[+-]\d{4})?\)\\?/")
_COMPACT = re.compile(r"(20\d{2})([01]\d)([0-3]\d)")
_EPOCH_SECONDS = re.compile(r"([1-4]\d{9}|2534\d{8})(?:[.,]0+)?")
_EPOCH_MILLISECONDS = re.compile(r"([1-4]\d{12}|2534\d{11})(?:[.,]0+)?")
_SCIENTIFIC = re.compile(r"([1-4])[.,](\d{1,15})e\+?(?:0?9|12)")
_BEFORE_EPOCH = re.compile(r"-\d{9,15}(?:[.,]0+)?")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_LOCAL = {"cet", "mez", "cest", "mesz"}
_FIRST, _LAST = 1971, 2200
_LAST_SECOND = 7_258_118_400  # 1 January 2200
_DIGITS = 10
"""Of a number of seconds since 1970 in our time."""


def with_berlin_days(text: str) -> str:
    """Return folded *text* with each instant replaced by its day in Berlin, as ``2026-08-04``.

    >>> with_berlin_days("2025-08-03t22:00z")
    '2025-08-04'
    >>> with_berlin_days("mon jul 13 00:00:00 utc 2026")
    '2026-07-13'

    Raises:
        UnreadableTextError: rules ``date.impossible``, ``date.two_zones`` (two zones that mean
            different days), ``date.serial_number`` (a spreadsheet's number for a day).
    """
    if _SERIAL.fullmatch(text):
        message = "Das ist die Zahl einer Tabelle für ein Datum; je nach Programm bedeutet sie"
        raise _refusal(text, "serial_number", f"{message} verschiedene Tage.")
    seconds = _seconds(text)
    if seconds is not None:
        return _since_epoch(seconds)
    text = _COMPACT.sub(r"\1-\2-\3", text) if _COMPACT.fullmatch(text) else text
    text = _MILLISECONDS.sub(lambda found: _since_epoch(int(found[1]) // 1000), text)
    for pattern in _INSTANTS:
        text = pattern.sub(_berlin_day, text)
    return _INTERVAL.sub(r"\1 bis ", text)


def is_stamp(text: str) -> bool:
    """Say whether *text* is nothing but seconds or milliseconds since 1970, which no person writes.

    >>> is_stamp("1809122399"), is_stamp("/Date(1809122399000)/"), is_stamp("30.04.2027")
    (True, True, False)
    """
    bare = text.strip(" '\"").casefold()
    return _seconds(bare) is not None or _MILLISECONDS.fullmatch(bare) is not None


def is_digits(text: str) -> bool:
    """Say whether *text* is one whole number, as nobody writes a day.

    >>> is_digits("20270131"), is_digits("31.01.2027")
    (True, False)
    """
    return text.isascii() and text.isdigit()


def _seconds(text: str) -> int | None:
    """Return the seconds since 1970 that folded *text* counts, however it writes the number."""
    if match := _EPOCH_SECONDS.fullmatch(text):
        return int(match[1])
    if match := _EPOCH_MILLISECONDS.fullmatch(text):
        return int(match[1]) // 1000
    if match := _SCIENTIFIC.fullmatch(text):
        return int((match[1] + match[2]).ljust(_DIGITS, "0")[:_DIGITS])
    return 0 if _BEFORE_EPOCH.fullmatch(text) else None


def _refusal(text: str, rule: str, message: str) -> UnreadableTextError:
    return UnreadableTextError(shown(text), f"date.{rule}", message)


def _since_epoch(seconds: int) -> str:
    """Return the day in Berlin; what lies before 1971 is a zero in disguise, 1 January 1970."""
    if seconds >= _LAST_SECOND:
        return "9999-12-31"
    return str(berlin_day(datetime.fromtimestamp(max(seconds, 0), tz=UTC)))


def _berlin_day(match: re.Match[str]) -> str:
    found = match.groupdict()
    month = month_number(found["n"]) if found.get("n") else int(found["m"])
    year, day = int(found["y"]), int(found["d"])
    if not _FIRST <= year < _LAST:
        return f"{year:04}-{month:02}-{day:02}"
    zones = [zone for zone in (found["zone"], found.get("more")) if zone]
    try:
        days = {_day_in(zone, (year, month, day), match) for zone in zones}
    except ValueError as error:
        raise _refusal(match[0], "impossible", "Diesen Zeitpunkt gibt es nicht.") from error
    if len(days) > 1:
        message = "Die Angabe hat zwei Zeitzonen, die verschiedene Tage bedeuten."
        raise _refusal(match[0], "two_zones", message)
    return days.pop()


def _day_in(zone: str, day: tuple[int, int, int], match: re.Match[str]) -> str:
    """Return the day in Berlin; 24:00 is still the day that it ends."""
    seconds = 3600 * int(match["hour"]) + 60 * int(match["minute"]) + int(match["second"] or 0)
    if int(match["minute"]) > 59 or seconds > 86_400:  # noqa: PLR2004 - a clock's own bounds
        raise ValueError(match[0])
    midnight = datetime(*day, tzinfo=BERLIN if zone in _LOCAL else _offset(zone))
    return str(berlin_day(midnight + timedelta(seconds=min(seconds, 86_399))))


def _offset(zone: str) -> timezone:
    if zone[0] not in "+-":
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    if int(digits[2:]) > 59:  # noqa: PLR2004 - minutes of an hour
        raise ValueError(zone)
    span = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-span if zone[0] == "-" else span)

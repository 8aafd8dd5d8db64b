"""Mended texts: the value that a cell was meant to hold, and what had happened to it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from stellenbund.domain.normalisers.texts import fold
from stellenbund.feeds.columns import Form


class Mended(NamedTuple):
    """A text as it was meant, ``None`` for an empty cell; by *rule* if something had happened."""

    text: str | None
    rule: str | None = None


_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_SERIALS = range(30_000, 80_000)
_NO_DAY = re.compile(r"0|00\.01\.1900|30\.12\.1899|00\.00\.0000|0000-00-00")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
_DAY = re.compile(rf"\d{{2}}\.\d{{2}}\.\d{{4}}|\d{{1,2}}\. ?{_MONTH}|{_MONTH}[ -.]\d{{2}}")
_WHOLE = re.compile(r"(\d+)[.,]0+")
_POINTED = re.compile(r"(\d+)\.(\d{2})|(\d{3,})\.(\d)")
_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?")
_LENGTH = re.compile(r"(\d{1,2})(?:[.,](?:0|(5)))?")
_YEARS, _MONTHS = range(1, 6), range(12, 73)
_SHORT_POSTCODE, _POSTCODE = re.compile(r"\d{4}"), re.compile(r"\d{5}")
_AGS_DIGITS = 8
_PHONE_DIGITS = range(6, 15)
_COUNTRY = "49"
_YES = {"ja", "j", "x", "1", "wahr", "true", "yes", "y", "✓", "✔"}
_NO = {"nein", "n", "0", "falsch", "false", "no"}

YES, NO = "ja", "nein"
"""What is meant by the many ways to tick a cell."""


def mended(text: str, form: Form, *, counts_from_1904: bool = False) -> Mended:
    """Return what *text* was meant to be in a column of this *form*.

    >>> mended("46266", Form.DATE), mended("1069", Form.POSTCODE).text
    (Mended(text='01.09.2026', rule='cell.serial_date'), '01069')
    """
    if form is Form.DATE:
        return _date(text, _FIRST_DAY_1904 if counts_from_1904 else _FIRST_DAY)
    mend = _MENDERS.get(form)
    return mend(text) if mend else Mended(text)


def _date(text: str, first: date) -> Mended:
    if _NO_DAY.fullmatch(text):
        return Mended(None)
    serial = _SERIAL.fullmatch(text)
    if serial is None or int(serial[1]) not in _SERIALS:
        return Mended(text)
    return Mended(f"{first + timedelta(days=int(serial[1])):%d.%m.%Y}", "cell.serial_date")


def _reference(text: str) -> Mended:
    if _SCIENTIFIC.fullmatch(text):
        return Mended(None, "cell.scientific")
    return Mended(text, "cell.date_as_reference" if _DAY.fullmatch(text) else None)


def _number(text: str) -> Mended:
    whole = _WHOLE.fullmatch(text)
    return Mended(whole[1] if whole else text)


def _money(text: str) -> Mended:
    """Write an amount as Germans do, as a spreadsheet keeps no zero at its end."""
    if _POINTED.fullmatch(text):
        text = text.replace(".", ",")
    amount = _AMOUNT.fullmatch(text)
    if amount is None:
        return Mended(text)
    euros = f"{int(amount[1].replace('.', '')):,}".replace(",", ".")
    cents = f",{amount[2]:0<2}" if amount[2] else ""
    return Mended(f"{euros}{cents} €")


def _duration(text: str) -> Mended:
    """Add the unit to a number that can only be one of years or only one of months."""
    length = _LENGTH.fullmatch(text)
    if length and int(length[1]) in _YEARS:
        return Mended(f"{length[1]}{',5' if length[2] else ''} Jahre", "cell.no_unit")
    if length and int(length[1]) in _MONTHS and not length[2]:
        return Mended(f"{length[1]} Monate", "cell.no_unit")
    return Mended(text)


def _postcode(text: str) -> Mended:
    text = _number(text).text or ""
    if _SHORT_POSTCODE.fullmatch(text):
        return Mended(f"0{text}", "cell.leading_zero")
    return Mended(text)


def _ags(text: str) -> Mended:
    digits = (_number(text).text or "").replace(" ", "")
    if _SCIENTIFIC.fullmatch(digits):
        return Mended(None, "cell.scientific")
    if not digits.isdecimal() or len(digits) not in {_AGS_DIGITS - 1, _AGS_DIGITS}:
        return Mended(None, "cell.ags")
    if len(digits) < _AGS_DIGITS:
        return Mended(f"0{digits}", "cell.leading_zero")
    return Mended(digits)


def _phone(text: str) -> Mended:
    """Give a number back the zero that Excel took; with the code of the country it needs a plus."""
    digits = _number(text).text or ""
    if _SCIENTIFIC.fullmatch(digits):
        return Mended(None, "cell.scientific")
    if not digits.isdecimal() or digits.startswith("0") or len(digits) not in _PHONE_DIGITS:
        return Mended(text)
    if digits.startswith(_COUNTRY) and len(digits) > _PHONE_DIGITS.start + len(_COUNTRY):
        return Mended(f"+{digits}", "cell.country_code")
    return Mended(f"0{digits}", "cell.leading_zero")


def _yes_no(text: str) -> Mended:
    word = fold(text)
    if word in _YES:
        return Mended(YES)
    return Mended(NO if word in _NO else text)


_MENDERS: dict[Form, Callable[[str], Mended]] = {
    Form.REFERENCE: _reference,
    Form.NUMBER: _number,
    Form.MONEY: _money,
    Form.DURATION: _duration,
    Form.POSTCODE: _postcode,
    Form.AGS: _ags,
    Form.PHONE: _phone,
    Form.YES_NO: _yes_no,
}

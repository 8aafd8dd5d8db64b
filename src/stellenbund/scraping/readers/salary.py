"""Salary: the pay of a JobPosting, in any of the shapes that schema.org and carelessness allow."""

from collections.abc import Iterator

from stellenbund.scraping.readers.json_ld import Node
from stellenbund.scraping.readers.nodes import each, inner, words

_PERIODS = {
    "HOUR": "pro Stunde",
    "DAY": "pro Tag",
    "WEEK": "pro Woche",
    "MONTH": "pro Monat",
    "YEAR": "pro Jahr",
}


def salaries(node: Node) -> Iterator[str]:
    """Yield the pay as a German reader would write it: "1368,26 EUR pro Monat"."""
    for value in each(node, "baseSalary", "estimatedSalary"):
        amount = value if isinstance(value, dict) else {"value": value}
        currency = words(amount, "currency") or words(node, "salaryCurrency")
        inside = next(inner(amount, "value"), amount)
        period = words(inside, "unitText") or words(amount, "unitText") or ""
        span = _span(inside)
        if span and span[0].isdigit():
            parts = (span, currency, _PERIODS.get(period.upper(), period))
            yield " ".join(part for part in parts if part)
        elif span:
            yield span


def _span(amount: Node) -> str | None:
    """Return one amount, or the least and the most."""
    least, most = words(amount, "minValue"), words(amount, "maxValue")
    if least and most and least != most:
        return f"{_german(least)} bis {_german(most)}"
    stated = words(amount, "value") or least or most
    return _german(stated) if stated else None


def _german(amount: str) -> str:
    """Write a number with the decimal comma; a text stays as it is.

    >>> _german("1368.26"), _german("nach TVAöD"), _german("1.368,26")
    ('1368,26', 'nach TVAöD', '1.368,26')
    """
    whole, point, cents = amount.partition(".")
    is_number = whole.isdecimal() and cents.isdecimal() and len(cents) != len("000")
    return f"{whole},{cents:0<2}" if point and is_number else amount

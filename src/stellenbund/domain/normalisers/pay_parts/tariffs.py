"""Tariffs: the pay tables that adverts name, and what they say on a given day."""

import re
from datetime import date
from decimal import Decimal

from stellenbund.domain.statements import PayYear
from stellenbund.domain.vocabulary import Tariff

_UNKNOWN = ""
_TABLES: dict[Tariff, tuple[tuple[date, str], ...]] = {
    # TVAöD, Besonderer Teil BBiG: rounds of the bargaining for federation and municipalities.
    Tariff.TVAOED_BBIG: (
        (date(2017, 2, 1), "918.26 968.20 1014.02 1077.59"),
        (date(2018, 3, 1), "968.26 1018.20 1064.02 1127.59"),
        (date(2019, 3, 1), "1018.26 1068.20 1114.02 1177.59"),
        (date(2021, 4, 1), "1043.26 1093.20 1139.02 1202.59"),
        (date(2022, 4, 1), "1068.26 1118.20 1164.02 1227.59"),
        (date(2024, 3, 1), "1218.26 1268.20 1314.02 1377.59"),
        (date(2025, 4, 1), "1293.26 1343.20 1389.02 1452.59"),
        (date(2026, 5, 1), "1368.26 1418.20 1464.02 1527.59"),
    ),
    # TVAöD, Besonderer Teil Pflege; the amounts from April 2025 on are not known to us.
    Tariff.TVAOED_PFLEGE: (
        (date(2024, 3, 1), "1340.69 1402.07 1503.38"),
        (date(2025, 4, 1), _UNKNOWN),
    ),
}
NAMES = {
    Tariff.TVAOED_BBIG: "TVAöD-BBiG",
    Tariff.TVAOED_PFLEGE: "TVAöD-Pflege",
    Tariff.TVSOED: "TVSöD",
    Tariff.TVPOED: "TVPöD",
    Tariff.ANWAERTERBEZUEGE: "Anwärterbezüge",
}
"""How each tariff is called in an advert."""

_PUBLIC_SERVICE = r"tarifvertrag\w{0,2} fuer"
_WORDS = {
    Tariff.TVPOED: rf"\btvp(?:oe|o)d\b|{_PUBLIC_SERVICE} praktikant",
    Tariff.TVSOED: rf"\btvs(?:oe|o)d\b|{_PUBLIC_SERVICE} (?:dual )?studierende",
    Tariff.TVAOED_PFLEGE: (
        r"\btva(?:oe|o)d\b[\s(,:-]{0,4}(?:(?:besonderer teil|bt|bereich|teil)\W{0,3})?pflege\b"
        r"|besonderer teil\W{0,3}pflege\b"
    ),
    Tariff.TVAOED_BBIG: (
        r"\btva(?:oe|o)d\b(?:[^.;\n]{0,40}?\bbbig\b)?"
        rf"|{_PUBLIC_SERVICE} (?:die )?auszubildende\w{{0,2}} (?:im|des|in dem) oeffentl"
    ),
    Tariff.ANWAERTERBEZUEGE: (
        r"\banwaerter\w{0,8}(?:bezuege?n?|grundbetr\w{1,4}|verguetung|gehalt|sold)\b"
    ),
}
_PATTERNS = {tariff: re.compile(words) for tariff, words in _WORDS.items()}


def tariff_amounts(tariff: Tariff, on: date) -> tuple[date, tuple[PayYear, ...]] | None:
    """Return since when, and how much, *tariff* pays in each year of training on the day *on*.

    Gross per month in euros. ``None`` for a tariff whose table is not known, or not for that day.

    >>> since, years = tariff_amounts(Tariff.TVAOED_BBIG, date(2018, 9, 1))
    >>> str(since), str(years[0].amount)
    ('2018-03-01', '968.26')
    """
    rows = [row for row in _TABLES.get(tariff, ()) if row[0] <= on]
    since, amounts = rows[-1] if rows else (on, _UNKNOWN)
    if amounts == _UNKNOWN:
        return None
    years = enumerate(amounts.split(), start=1)
    return since, tuple(PayYear(year=year, amount=Decimal(amount)) for year, amount in years)


def named_tariff(text: str) -> Tariff | None:
    """Return the tariff that folded *text* names; ``None`` for none, or for several.

    >>> named_tariff("verguetung nach § 8 tvaoed (bbig)")
    <Tariff.TVAOED_BBIG: 'tvaoed_bbig'>
    """
    found = []
    for tariff, pattern in _PATTERNS.items():
        if pattern.search(text):
            found.append(tariff)
            text = pattern.sub(" ", text)
    return found[0] if len(found) == 1 else None

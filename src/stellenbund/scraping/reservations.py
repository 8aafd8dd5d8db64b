"""Reservations: for which of its addresses a host reserves text and data mining (TDMRep)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from stellenbund.scraping.nesting import shallow

FILE = "/.well-known/tdmrep.json"


@dataclass(frozen=True, slots=True)
class Reservation:
    """One line of the file: a pattern of paths, and whether those are reserved."""

    location: str
    is_reserved: bool

    def matches(self, path: str) -> bool:
        """Say whether *path* begins as the pattern does: ``*`` is anything, ``$`` the end.

        >>> Reservation("/stellen/*.pdf$", True).matches("/stellen/2027/gaertner.pdf")
        True
        """
        first, *rest = unquote(self.location.removesuffix("$")).split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        for part in rest:
            found = path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        if not self.location.endswith("$"):
            return True
        return path.endswith(rest[-1]) if rest else at == len(path)


Reservations = tuple[Reservation, ...]


def read_reservations(text: str) -> Reservations:
    """Return what *text* reserves; a file that is none of the kind reserves nothing.

    Source: W3C TDM Reservation Protocol, "TDM File on the Origin Server".
    """
    try:
        document = shallow(json.loads(text))
    except (ValueError, RecursionError):
        return ()
    return tuple(_read(document)) if isinstance(document, list) else ()


def is_reserved(reservations: Reservations, url: str) -> bool:
    """Say whether *url* is reserved: the first pattern that matches it decides."""
    path = unquote(urlsplit(url).path) or "/"
    return next((each.is_reserved for each in reservations if each.matches(path)), False)


def _read(rules: list[object]) -> Iterator[Reservation]:
    for rule in rules:
        match rule:
            case {"location": str(location), "tdm-reservation": 0 | 1 | "0" | "1" as value}:
                yield Reservation(location, int(value) == 1)

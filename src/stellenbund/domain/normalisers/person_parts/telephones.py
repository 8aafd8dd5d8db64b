"""Telephones: numbers of a contact, and whether each rings at an office."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

import phonenumbers

from stellenbund.domain.normalisers.person_parts.direct_lines import is_switchboard
from stellenbund.domain.normalisers.person_parts.mailboxes import is_functional, mailboxes
from stellenbund.domain.normalisers.person_parts.names import names_person

_FAX = re.compile(r"fax\W{0,12}$", re.IGNORECASE)
_SHARED = re.compile(
    r"(?:zentrale|sammelnummer|servicetelefon|infotelefon|hotline)\W{0,12}$", re.IGNORECASE
)


class Telephone(NamedTuple):
    """A number as E.164; *is_personal* unless it is an office's, or everybody's in it."""

    number: str
    is_personal: bool


def office_number(number: str | None, *, beside: str | None) -> str | None:
    """Return *number* unless it is the direct line of a person who is named *beside* it.

    >>> office_number("0521 51-2345", beside="Erika Beispiel") is None
    True
    >>> office_number("0521 51-2345", beside="Team Ausbildung")
    '0521 51-2345'
    """
    if number and beside and names_person(beside) and not is_switchboard(number):
        return None
    return number


def telephones(contact: str, is_office: Callable[[str], bool]) -> Iterator[Telephone]:
    """Yield the numbers of *contact* that are no fax.

    A number belongs to whom the words before it name, else to whom the number before it does; that
    of a person whose office is named too is hers. Words behind count where none stand before, and
    behind the last number.
    """
    found = list(phonenumbers.PhoneNumberMatcher(contact, "DE"))
    edges = [0, *(edge for each in found for edge in (each.start, each.end)), len(contact)]
    parts = [contact[begin:end] for begin, end in list(pairwise(edges))[::2]]
    last = len(found) - 1
    is_personal: bool | None = None
    for place, each in enumerate(found):
        before, behind = parts[place], parts[place + 1]
        named = _names_her(before, is_office)
        is_personal = is_personal if named is None else named
        if is_personal is None:
            is_personal = _names_her(behind, is_office)
        elif place == last:
            is_personal = is_personal or names_person(behind)
        if not _FAX.search(before):
            is_open = is_switchboard(each.raw_string) or _SHARED.search(before)
            yield Telephone(_e164(each), bool(is_personal) and not is_open)


def _names_her(words: str, is_office: Callable[[str], bool]) -> bool | None:
    """Say whether *words* name a person rather than an office; ``None`` if they name nobody.

    Whoever is named by nothing but her mailbox is a person.
    """
    if names_person(words):
        return True
    if is_office(words):
        return False
    return True if any(not is_functional(each[0]) for each in mailboxes(words)) else None


def _e164(found: phonenumbers.PhoneNumberMatch) -> str:
    return phonenumbers.format_number(found.number, phonenumbers.PhoneNumberFormat.E164)

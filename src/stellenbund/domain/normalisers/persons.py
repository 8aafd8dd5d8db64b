"""Persons: running text without their names, mailboxes and direct lines."""

import re
from collections.abc import Callable, Iterable

from stellenbund.domain.normalisers.person_parts.direct_lines import without_lines
from stellenbund.domain.normalisers.person_parts.mailboxes import (
    ADDRESS_REMOVED,
    is_functional,
    mailboxes,
)
from stellenbund.domain.normalisers.person_parts.names import (
    NAME_REMOVED,
    addressed,
    introduced,
)

_PERSONAL_LINK = re.compile(
    r'<a href="mailto:(?P<box>[^"?]{3,254})[^"]{0,900}"[^<>]{0,60}>.{0,300}?</a>', re.DOTALL
)


def without_persons(text: str) -> str:
    """Return plain text or safe HTML without named contact persons and how to reach just them.

    >>> without_persons("Ansprechpartnerin: Frau Maria Muster, ausbildung@example.org")
    'Ansprechpartnerin: [Name entfernt], ausbildung@example.org'
    >>> without_persons("Hr. Muster, Tel. 0521 51-2345, hilft.")
    '[Name entfernt], Tel. [Durchwahl entfernt], hilft.'
    """
    if "mailto:" in text:
        text = _PERSONAL_LINK.sub(_without_person_in_link, text)
    text = _replaced(text, mailboxes(text), _office_or_hint)
    text = _replaced(text, addressed(text), lambda _: NAME_REMOVED)
    text = _replaced(text, introduced(text), lambda match: f"{match['label']}{NAME_REMOVED}")
    return without_lines(text)


def _replaced(
    text: str, matches: Iterable[re.Match[str]], by: Callable[[re.Match[str]], str]
) -> str:
    kept: list[str] = []
    done = 0
    for match in matches:
        kept += (text[done : match.start()], by(match))
        done = match.end()
    return "".join((*kept, text[done:])) if kept else text


def _office_or_hint(box: re.Match[str]) -> str:
    return box[0] if is_functional(box[0]) else ADDRESS_REMOVED


def _without_person_in_link(link: re.Match[str]) -> str:
    return link[0] if is_functional(link["box"]) else ADDRESS_REMOVED

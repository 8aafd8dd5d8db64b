"""Direct lines: the telephone numbers right beside a name in running text."""

import re

from stellenbund.domain.normalisers.person_parts.mailboxes import ADDRESS_REMOVED
from stellenbund.domain.normalisers.person_parts.names import GAP, NAME_REMOVED

LINE_REMOVED = "[Durchwahl entfernt]"

_DIGITS = r"(?:\+|\(?0)[\d()](?:[\s./–-]{0,3}\(?\d\)?){3,15}[\s./–-]{0,3}\d"
_NUMBER = rf"(?!\d\d?\.\d\d?\.\d)(?:\({_DIGITS}\)|{_DIGITS})"
_LINK = rf'<a href="tel:[^"]{{3,60}}"[^<>]{{0,60}}>\s?{_NUMBER}\s?</a>'
_ANNOUNCED = ("Tel", "Tel.", "Tel:", "Tel.:", "Telefon", "Telefon:", "Durchwahl", "Durchwahl:")
_LOCAL = (
    f"(?:{'|'.join(f'(?<={re.escape(word)}{end})' for word in _ANNOUNCED for end in (' ', ' -'))})"
    r"(?!0)\d{2,5}(?:\s?[–/-]\s?\d{1,5}){0,2}"
)
"""A number without the code of its town, as those in the house dial it."""

_ANY = rf"(?:{_LINK}|{_NUMBER}|{_LOCAL})(?!\d)"
_EACH = re.compile(_ANY)
_CALLED = (
    r"(?:Tel(?:efon)?(?:nummer)?\b\.?|tel\.|Fon\b|Ruf(?:nummer)?\b|Durchwahl\b(?:\s-(?=\d))?|Handy\b"
    r"|[Mm]obil(?:telefon)?\b|Fax\b|[Tt]elefonisch\b|[Uu]nter\b|der Nummer\b|und\b|oder\b"
    r"|Sie\b|ist\b|erreichen\b|erreichbar\b|(?:Zi\.|Zimmer\b|Raum\b)\s?\w?\d{1,4}\b)"
)
_REMARK = r"\([^()<>\[\]\d]{1,60}\)"
_BETWEEN = (
    rf"(?:{GAP}|{_REMARK}|[,;:|)/–-]|\((?!0)|{_CALLED}|{re.escape(ADDRESS_REMOVED)}){{0,20}}+"
)
_BEHIND_NAME = re.compile(rf"{re.escape(NAME_REMOVED)}(?:{_BETWEEN}{_ANY}){{1,3}}")
_BEFORE_NAME = re.compile(
    rf"(?<![\d/+])(?:{_LINK}|{_NUMBER})(?=\s?(?:\(|bei\s){re.escape(NAME_REMOVED)})"
)
_SWITCHBOARD = re.compile(r"[–-]\s?0{1,2}\s?(?:</a>)?$")


def is_switchboard(number: str) -> bool:
    """Say whether whoever is there answers *number*, as its extension is nought.

    >>> is_switchboard("0234 910-0"), is_switchboard("0234 910-10")
    (True, False)
    """
    return _SWITCHBOARD.search(number) is not None


def without_lines(text: str) -> str:
    """Return *text*, in which names are replaced, without the numbers right beside them.

    >>> without_lines("Bei Fragen: [Name entfernt], Tel. 0234 910-1234, Zentrale 0234 910-0.")
    'Bei Fragen: [Name entfernt], Tel. [Durchwahl entfernt], Zentrale 0234 910-0.'
    """
    if NAME_REMOVED not in text:
        return text
    text = _BEFORE_NAME.sub(_office_or_hint, text)
    return _BEHIND_NAME.sub(lambda found: _EACH.sub(_office_or_hint, found[0]), text)


def _office_or_hint(number: re.Match[str]) -> str:
    return number[0] if is_switchboard(number[0]) else LINE_REMOVED

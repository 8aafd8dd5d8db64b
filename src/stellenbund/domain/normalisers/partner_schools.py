"""Partner schools: the vocational schools and universities that a text names."""

import re

from stellenbund.domain.finding import clip
from stellenbund.domain.gazetteer import by_name
from stellenbund.domain.normalisers.texts import read_text
from stellenbund.domain.statements import PartnerSchool

MOST = 10
LONGEST = 200
_BETWEEN = re.compile(r"\s*[;\n|]\s*|\s+/\s+")
_NOTHING = re.compile(r"[\W_]*|keine(?: angaben?)?|nicht angegeben", re.IGNORECASE)


def read_partner_schools(text: str | None) -> tuple[PartnerSchool, ...]:
    """Return the schools of *text*, with their place where the gazetteer knows it.

    >>> read_partner_schools("Rudolf-Rempel-Berufskolleg, Bielefeld")[0].place
    'Bielefeld'
    """
    if text is None:
        return ()
    names = (part.strip("• -–") for part in _BETWEEN.split(read_text(text) or ""))
    schools = dict.fromkeys(_school(name) for name in names if not _NOTHING.fullmatch(name))
    return tuple(schools)[:MOST]


def _school(text: str) -> PartnerSchool:
    before, _, after = text.rpartition(",")
    if before.strip() and by_name(after.strip()):
        return PartnerSchool(name=clip(before, LONGEST), place=clip(after, LONGEST))
    return PartnerSchool(name=clip(text, LONGEST))

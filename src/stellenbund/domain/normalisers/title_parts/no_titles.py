"""No titles: what stands in place of a title where a page has another structure than expected."""

import re

from stellenbund.domain.normalisers.pay_parts.pay_marks import without_pay
from stellenbund.domain.normalisers.spelling import any_of
from stellenbund.domain.normalisers.texts import fold

_LONGEST = 60
"""Characters of the longest text that says nothing; a title that says more is one."""
_AS_CITY = r"(?:(?:kreisfreie |die )?(?:stadt|landeshauptstadt|stadtverwaltung) )?"
_LETTERS = re.compile(r"[^\W\d_]+")
_GENDERS = re.compile(r"\b[mwdfx](?: [mwdfx]){1,2}\b")
_NOTHING_SAID = re.compile(
    any_of(
        *("(?:mehr|alles?) (?:erfahren|lesen|anzeigen|zeigen|infos?|informationen)", "mehr"),
        *("weiter ?lesen", "weiter", "(?:mehr )?details?(?: anzeigen| ansehen)?", "hier klicken"),
        *(r"(?:zur|zum|zu den) (?:stellen?|ausschreibung|anzeige|angebot|details)\w{0,15}", "hier"),
        *("(?:jetzt |hier |online )?bewerben", "(?:online)?bewerbung", "ansehen", "anzeigen"),
        *("stellen?(?:angebote?|ausschreibung(?:en)?|anzeigen?|markt)?", "ausschreibung(?:en)?"),
        *("anzeige", "angebot", "jobs?", "karriere", "position", "link", "html"),
        "(?:download|pdf)(?: pdf)?",
        *("(?:ohne|kein|neuer) titel", "titel", "untitled", "unbenannt", "name", "bezeichnung"),
        *("kennziffer", "kennung", "referenz(?:nummer)?", "nr", "nummer", "id", "test", "seite"),
        *("null", "none", "undefined", "true", "false", "startseite", "home", "menue", "zurueck"),
        *("(?:stellen|referenz|ausschreibungs)-?(?:nr|nummer|id)", "bild", "logo", "read more"),
    )
    + "(?: (?:nr|nummer|id))?"
)


def is_no_title(title: str, *, city: str) -> bool:
    """Say whether *title* names nothing that one could learn in the *city*, whatever its number.

    >>> is_no_title("Mehr erfahren", city="Bochum"), is_no_title("Stelle 4711", city="Bochum")
    (True, True)
    >>> is_no_title("Stadt Bochum", city="Bochum"), is_no_title("Koch", city="Bochum")
    (True, False)
    """
    if len(title) > _LONGEST:
        return False
    words = _GENDERS.sub("", _words(without_pay(title))).strip()
    if not words or _NOTHING_SAID.fullmatch(words):
        return True
    return re.fullmatch(_AS_CITY + re.escape(_words(city)), words) is not None


def _words(text: str) -> str:
    return " ".join(_LETTERS.findall(fold(text)))

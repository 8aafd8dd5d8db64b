"""Names of places: which words name a place that we know, or look like one at all."""

import re

from stellenbund.domain.gazetteer import Municipality, by_name
from stellenbund.domain.normalisers.spelling import any_of
from stellenbund.domain.normalisers.texts import fold

_MOST_WORDS = 10
_WHOLE_CITY = re.compile(r"\bstadtgebiet\b")
_SIGNS = re.compile(r"[^\W\d_][^\W_ ]*(?:[ ,.;/|()&+'’–-]{1,4}[^\W_]+)*[ .)]{0,3}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWEL = re.compile("[aeiouy]")
_BUILT = any_of(
    r"str(?:asse|\.)?|weg|platz|allee|ring|ufer|damm|markt|gasse|wall|graben|pfad|steig|chaussee",
    r"bruecke|tor|berg|feld|hof|wache|haus(?:es)?|gebaeude|halle|kita|schule|campus|werk|depot|park",
    r"garten|zentrum|buero|standort|bezirk|revier|station|lager|hafen|heim|kamp|heide|siedlung|kai",
    r"wiese|hang|bogen|tal|bach|busch|hain|raum|zimmer|block|trakt|etage|aufgang|postfach",
)
_NUMBER = r"(?:nr\.? ?)?(?:[a-z] ?)?\d{1,4} ?[a-z]?(?: ?[-/+–] ?\d{1,4} ?[a-z]?)?(?![^\W_])"
_NUMBERED = re.compile(rf"{_BUILT} {_NUMBER}")
_AT = re.compile(
    r"\b(?:am|an de[rnm]|auf de[rm]|beim?|im|in der|unter|vor|zu[mr]|hinter|(?:alt|neu|gross|klein)"
    rf"e[rns]?)(?: [a-z-]+\.?){{1,4}} {_NUMBER}"
)
_NO_PLACE = re.compile(
    r"\b"
    + any_of(
        *("vollzeit", "teilzeit", "befristet", "unbefristet", "ausbildung", "ausbildungsplatz"),
        *("ausbildungsberuf", "azubis?", r"auszubildende\w?", "praktikum", "duale?s? studium"),
        *("beruf", "bewerb(?:en|ung|ungen)", "stellenangebote?", "ausschreibung", "sofort"),
        *("mehr erfahren", "weiterlesen", "details?", "download", "hier klicken", "startseite"),
        *("abitur", "fachabitur", r"\w{0,20}schulreife", "mittlere reife", r"\w{0,20}abschluss"),
        *("januar", "februar", "maerz", "april", "juni", "juli", "august", "september"),
        *("oktober", "november", "dezember", r"\w{0,15}frist", "uhr", "jahre?", "monate?"),
        *("wochen?", "stunden?", "tage?", "euro", "true", "false", "null", "none", "undefined"),
    )
    + r"\b"
)


def known_as(name: str | None, home: Municipality) -> Municipality | None:
    """Return the municipality that *name* means; a district alone is one of *home*."""
    if name is None:
        return None
    if home.is_called(name) or home.has_district(name) or _WHOLE_CITY.search(fold(name)):
        return home
    return by_name(name)


def looks_like_place(name: str) -> bool:
    """Say whether *name* has the shape of a place: words, and numbers only of houses.

    >>> looks_like_place("Feuerwache 1"), looks_like_place("Am Lindenhain 3")
    (True, True)
    >>> looks_like_place("Stelle 4711"), looks_like_place("Vollzeit"), looks_like_place("QE2")
    (False, False, False)
    """
    words = fold(name)
    if _SIGNS.fullmatch(name) is None or len(words.split()) > _MOST_WORDS:
        return False
    if _NO_PLACE.search(words) or not any(map(str.isupper, name)):
        return False
    if any(map(str.isdigit, _AT.sub(" ", _NUMBERED.sub(" ", words)))):
        return False
    return any(_VOWEL.search(word) for word in _WORD.findall(words))

"""Profession names: the words that are left when gender, case and filling words do not count."""

import re
from functools import lru_cache

from stellenbund.domain.normalisers.characters import stripped
from stellenbund.domain.normalisers.texts import fold

_TWO_IN_ONE = re.compile(r"\b(?:2|zwei)[ -]?in[ -]?(?:1|eins?)\b")
_BOTH = re.compile(r"\((?:frau|mann) ?[/*:] ?-?(?:frau|mann)\)")
_ENDING = re.compile(
    r"(?<=[a-z])(?:"
    r"\((?:er|in)/(?:er|in)\)"  # Beamt(er/in)
    r"|\(-?(?:innen|in|r|n|e|er|en|frau|mann)\)"  # Gärtner(in), Kauf(frau)
    r"|[/*:_|·•’'.] ?-?(?:innen|inn|in|rin|r|n|en|e|er|frauen|frau|mann|leute|person)\b(?!\.)"
    r"|\s?/\s?-\s?(?:innen|in|rin|r|n|en|e|er|frauen|frau|mann|person)\b"
    r")"
)
_WORD = re.compile(r"(?P<elided>/\s?-\s?)?(?P<word>[^\W_]+)")
_IRREGULAR = {
    "dienste": "dienst",
    "dienstes": "dienst",
    "koech": "koch",
    "koechin": "koch",
    "koechinnen": "koch",
    "koeche": "koch",
    "koechen": "koch",
    "kraefte": "kraft",
    "kraeften": "kraft",
    "bauingenieurstudium": "bauingenieurwesen",
    "zimmerin": "zimmerer",
    "zimmerinnen": "zimmerer",
}
_PERSON = re.compile(
    r"^(?P<stem>[a-z]{3,})(?:frauen|frau|manns|mann|maennern?|leuten?|personen|person|menschen?)$"
)
_FORCE = re.compile(r"^(?P<stem>[a-z]{3,}kr)(?:aft|aefte|aeften)$")
_OFFICIAL = re.compile(r"^(?P<stem>[a-z]*beamt)(?:en|er|e|in|innen)?$")
_EMPLOYED = re.compile(r"^(?P<stem>[a-z]*(?:gestell?t|bildend))e[rnms]?$")
_FEMININE = re.compile(
    r"^(?P<stem>[a-z]*(?:er|eur|or|ar|aer|ist|ent|ant|wirt|og|at|ot|et|metz|therapeut|graf|graph))"
    r"(?:inn?en|in)$"
)
_CASE = re.compile(
    r"^(?P<stem>[a-z]{2,}(?:wirt|ist|log|agog|ent|ant|eur|metz|therapeut|graf))(?:en|es|e|s)$"
    r"|^(?P<agent>[a-z]{3,}er)[ns]$"
)
_ADJECTIVE = re.compile(r"^(?P<stem>[a-z]{3,}(?:isch|al|iert|ig|ich))e[rnsm]?$")
_RANK = re.compile(r"^(?P<stem>gehoben|mittler|hoeher|zweit|erst)e[rnsm]?$")
_COMPOUND = re.compile(r"^(?P<agent>[a-z]{3,}(?:er|ent|ist|wirt|eur))(?:innen)?ausbildung(?:en)?$")
_STUDIES = (
    *("studium", "studiums", "studiengang", "studienplatz", "studierende", "studierenden"),
    *("student", "studenten", "studentin", "studentinnen"),
)
_SHAPES = (_RANK, _PERSON, _OFFICIAL, _EMPLOYED, _FEMININE, _CASE, _ADJECTIVE)
_FILLING = re.compile(
    r"und|oder|bzw|beziehungsweise|sowie|der|die|das|den|dem|des|eine?[nmr]?|fuer|in|im|als|zum|zur"
    r"|zu|von|vom|bei|fachrichtung(?:en)?|fr|schwerpunkt|fachgebiet|fachbereich|bereich|richtung"
    r"|einsatzgebiet|spezialisierung|beruf|staatlich|geprueft|anerkannt|frau(?:en)?|mann"
    r"|[mwdxifuo]|gn|div|\d{2,}"
)
_ELISION = 5


def name_words(text: str) -> tuple[str, ...]:
    """Return the words of *text* that could name a profession, each in one form for all genders.

    >>> name_words("Kaufmann / zur Kauffrau für Büromanagement (m/w/d)")
    ('kaufmann', 'bueromanagement')
    >>> name_words("Verwaltungsfachangestellte:r") == name_words("Verwaltungsfachangestellten")
    True
    """
    folded = _BOTH.sub("mann", _TWO_IN_ONE.sub("2in1", fold(stripped(text)))).replace("+", " mit ")
    words: list[str] = []
    for found in _WORD.finditer(_ENDING.sub("", folded)):
        word = _stem(found["word"])
        if _FILLING.fullmatch(word):
            continue
        if words and (word == words[-1] or _is_elided(found, words[-1])):
            continue
        words.append(word)
    return tuple(words)


def _is_elided(found: re.Match[str], before: str) -> bool:
    """Whether a word only gives the other gender's ending: Umwelttechnologe/-technologin."""
    return bool(found["elided"]) and _stem(found["word"])[:_ELISION] in before


@lru_cache(maxsize=8_192)
def _stem(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(_STUDIES):
        return "studium"
    if compound := _COMPOUND.match(word):
        word = compound["agent"]
    if force := _FORCE.match(word):
        return force["stem"] + "aft"
    for shape in _SHAPES:
        if found := shape.match(word):
            stem = next(group for group in found.groups() if group is not None)
            return stem + "mann" if shape is _PERSON else stem
    return word

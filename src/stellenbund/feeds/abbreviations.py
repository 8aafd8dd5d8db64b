"""Abbreviations: the whole words of a name that a narrow column made short."""

import re

_WORDS = {
    "ausb": ("ausbildung", "ausbildungs"),
    "bew": ("bewerbung", "bewerbungs"),
    "einst": ("einstellung", "einstellungs"),
    "verg": ("verguetung", "verguetungs"),
    "lj": ("lehrjahr",),
    "lehrj": ("lehrjahr",),
    "aj": ("ausbildungsjahr",),
    "ausbj": ("ausbildungsjahr",),
    "anz": ("anzahl",),
    "lfd": ("laufende",),
    "nr": ("nummer",),
    "std": ("stunden",),
    "woechentl": ("woechentliche",),
    "schulabschl": ("schulabschluss",),
    "abschl": ("abschluss",),
    "vorauss": ("voraussetzungen",),
    "bez": ("bezeichnung",),
    "beschr": ("beschreibung",),
    "ansprechp": ("ansprechpartner",),
    "veroeff": ("veroeffentlichung",),
    "uebern": ("uebernahme",),
    "org": ("organisations",),
    "str": ("strasse",),
    "tel": ("telefon",),
}
"""What stands for an abbreviation alone, then what does as the beginning of a longer word."""

_SHORT = re.compile(
    rf"(?<![a-z])({'|'.join(sorted(_WORDS, key=len, reverse=True))})(?:\.|(?![a-z]))"
)


def spelt_out(folded: str) -> tuple[str, ...]:
    """Return the ways in which *folded*, a name in small letters, reads with whole words.

    >>> spelt_out("ausb.-beginn"), spelt_out("2. lj."), spelt_out("beginn")
    (('ausbildung-beginn', 'ausbildungs-beginn'), ('2. lehrjahr',), ())
    """
    if not _SHORT.search(folded):
        return ()
    return tuple(dict.fromkeys(_with(place, folded) for place in (0, -1)))


def _with(place: int, folded: str) -> str:
    return _SHORT.sub(lambda match: _WORDS[match[1]][place], folded)

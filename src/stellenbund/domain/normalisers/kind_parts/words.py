"""Kind words: the words by which folded German text names a sort of training place.

Each alternative begins with a letter: the engine then passes over all places where none of those
letters stands, which makes a search several times as fast.
"""

import re

from stellenbund.domain.vocabulary import Kind


def any_of(*words: str) -> str:
    """Return a pattern for any of *words*, each a pattern itself."""
    return f"(?:{'|'.join(words)})"


def begins(word: str) -> str:
    """Return a pattern for *word* where a word begins, one that begins with a letter itself."""
    return rf"{word}(?<=\b{word})"


def _either(*words: str) -> str:
    return "|".join(words)


_ENTRY = _either("einstiegsquali", begins("eq") + r"j?\b")
_VOLUNTARY = _either(
    r"freiwillige[nrs]? (?:[a-z]+ )?(?:jahr|dienst)",
    r"freiwilligendienst",
    r"bundesfreiwillig",
    r"bufdi",
    *map(begins, ("fsj", "bfd", "foej", "fskj")),
)
_INTERNSHIP = _either(
    r"praktik(?:um|a\b|ant)",
    r"praxissemester",
    r"praxisjahr\b",
    r"anerkennungsjahr",
    r"praktisches jahr",
    r"famulatur",
    begins("internship"),
)
_OTHER = _either(
    "volont(?:aer|ariat)", begins("trainee"), begins("umsch") + "(?:ul|ueler)", "stipendi"
)
_STUDY = _either(
    begins("dual") + r"e?[srnm]?[ -](?:[a-z]+-?)?stud",
    "dualstud",
    begins("dhbw") + "[ -]stud",
    begins("hspv") + "[ -]stud",
    begins("student") + r".{0,30} (?:dhbw|hspv)\b",
    begins("dual") + r"\b(?![ -]career)",
    begins("dual") + r"e?[srnm]? (?:bachelor|master)",
    begins("kia") + r"\b",
    "kooperative[rn]? ingenieur",
    "bachelor-?studi",
    "master-?studi",
    begins("studium") + r"\b",
    begins("studierende") + r"[nr]?\b",
    begins("studien") + r"(?:platz|plaetze|gang\b|beginn|start)",
)
_CANDIDATE = _either(
    r"anwaerter(?:innen|in|n|s)?(?![a-z])",
    r"vorbereitungsdienst",
    r"beamtenausbildung",
    begins("auf widerruf"),
)
_TRAINING = _either(
    r"ausbildung(?:en)?(?![a-z])",
    r"ausbildungs(?:platz|plaetze|stelle|beruf|start|beginn|jahr|angebot|gang|einstieg)",
    r"ausbildungs(?:richtung|vertrag|verhaeltnis|offensive|weg|modell|-)",
    r"auszubildende",
    begins("azubi"),
    r"lehrling",
    r"lehrstelle",
    begins("lehre ") + "(?:als|zum|zur)",
    r"nachwuchskr",
    begins("wir bilden aus") + r"\b",
    r"praxisintegriert",
    begins("pia") + r"\b",
    begins("2") + r" ?-?in-? ?1\b",
    r"apprentice",
)

ENTRY_QUALIFICATION = re.compile(_ENTRY)
"""Words that name an Einstiegsqualifizierung; it is also called Langzeitpraktikum."""

SPECIFIC: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.VOLUNTARY_YEAR, re.compile(_VOLUNTARY)),
    (Kind.INTERNSHIP, re.compile(_INTERNSHIP)),
    (Kind.OTHER, re.compile(_OTHER)),
    (Kind.DUAL_STUDY, re.compile(_STUDY)),
)
"""Words that name one kind."""

CANDIDATE = re.compile(_CANDIDATE)
"""Words that name somebody in the civil service's preparation or its degree course."""

TRAINING = re.compile(_TRAINING)
"""Words that name some training; its profession says which kind it is."""

ANY_TRAINING = re.compile(
    any_of(_ENTRY, _VOLUNTARY, _INTERNSHIP, _OTHER, _STUDY, _CANDIDATE, _TRAINING)
)
"""Any of these words."""

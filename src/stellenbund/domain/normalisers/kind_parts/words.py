"""Kind words: the words by which folded German text names a sort of training place."""

import re

from stellenbund.domain.vocabulary import Kind


def any_of(*words: str) -> str:
    """Return a pattern for any of *words*, each a pattern itself."""
    return f"(?:{'|'.join(words)})"


_ENTRY = any_of(r"einstiegsquali", r"\beqj?\b")
_VOLUNTARY = any_of(
    r"freiwillige[nrs]? (?:[a-z]+ )?(?:jahr|dienst)",
    r"freiwilligendienst",
    r"bundesfreiwillig",
    r"bufdi",
    r"\b(?:fsj|bfd|foej|fskj)",
)
_INTERNSHIP = any_of(
    r"praktik(?:um|a\b|ant)",
    r"praxissemester",
    r"praxisjahr\b",
    r"anerkennungsjahr",
    r"praktisches jahr",
    r"famulatur",
    r"\binternship",
)
_OTHER = any_of(r"volont(?:aer|ariat)", r"\btrainee", r"\bumsch(?:ul|ueler)", r"stipendi")
_STUDY = any_of(
    r"\bduale?[srnm]?[ -](?:[a-z]+-?)?stud",
    r"dualstud",
    r"\b(?:dhbw|hspv)[ -]stud|\bstudent.{0,30} (?:dhbw|hspv)\b",
    r"\bdual\b(?![ -]career)",
    r"\bduale?[srnm]? (?:bachelor|master)",
    r"\bkia\b",
    r"kooperative[rn]? ingenieur",
    r"(?:bachelor|master)-?studi",
    r"\bstudium\b|\bstudierende[nr]?\b",
    r"\bstudien(?:platz|plaetze|gang\b|beginn|start)",
)
_CANDIDATE = any_of(
    r"anwaerter(?:innen|in|n|s)?(?![a-z])",
    r"vorbereitungsdienst",
    r"beamtenausbildung",
    r"\bauf widerruf",
)
_TRAINING = any_of(
    r"ausbildung(?:en)?(?![a-z])",
    r"ausbildungs(?:platz|plaetze|stelle|beruf|start|beginn|jahr|angebot|gang|einstieg)",
    r"ausbildungs(?:richtung|vertrag|verhaeltnis|offensive|weg|modell|-)",
    r"auszubildende",
    r"\bazubi",
    r"lehrling",
    r"lehrstelle",
    r"\blehre (?:als|zum|zur)",
    r"nachwuchskr",
    r"\bwir bilden aus\b",
    r"praxisintegriert",
    r"\bpia\b",
    r"\b2 ?-?in-? ?1\b",
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

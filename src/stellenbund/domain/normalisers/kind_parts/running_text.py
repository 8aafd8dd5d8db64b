"""Training in running text: sentences that only an advert for trainees contains."""

import re
from collections.abc import Iterator

from stellenbund.domain.normalisers.kind_parts.words import any_of
from stellenbund.domain.normalisers.texts import fold

_LONGEST = 60_000
_SENTENCE_END = re.compile(r"(?<=[a-zäöüß)][.!?])\s|\n|•|;\s")
_TRAINEE = re.compile(
    any_of(
        r"waehrend (?:deiner|ihrer|der|des|deines|ihres) (?:[a-z-]+ ){0,2}(?:ausbildung|studiums)",
        r"ausbildungs(?:dauer|jahr|verguetung|entgelt|beginn|start|platz|plaetze|vertrag|inhalte)",
        r"ausbildungs(?:abschnitt|schwerpunkt|verlauf)",
        r"dauer der ausbildung|dauer des (?:dualen )?studiums",
        r"berufsschul|blockunterricht|(?:praxis|theorie)phasen|zwischenpruefung",
        r"tvaoed|tvsoed|anwaerterbezuege|anwaertergrundbetrag",
        r"(?:deine|ihre|die|unsere) (?:duale |schulische |praxisintegrierte )?ausbildung"
        r" (?:dauert|beginnt|startet|umfasst|gliedert|erfolgt|findet|vermittelt|bietet)",
        r"(?:das|dein|ihr) (?:duale )?studium"
        r" (?:dauert|beginnt|startet|umfasst|gliedert|erfolgt)",
        r"jaehrige[nrs]? (?:[a-z-]+ ){0,2}(?:ausbildung|studium|vorbereitungsdienst)",
        r"vorbereitungsdienst|auf widerruf",
        r"wir bilden (?:dich|sie|zum|\d|aus\b)|als auszubildende|du (?:lernst|wirst ausgebildet)",
    )
)
_OTHERS = re.compile(
    any_of(
        r"(?:betreu|anleit|begleit|koordin|unterstuetz|organis|planung|unterricht|einsatz)"
        r"[^,;]{0,60}(?:auszubild|azubi|nachwuchs|praktikant|ausbildung)",
        r"ausbildereignung|zusammenarbeit mit (?:der |den )?berufsschul",
        r"ausbildung (?:von|der (?:auszubild|nachwuchs|anwaerter))",
    )
)
_TO_YOU = re.compile(r"\b(?:du|dich|dir|deine?[rnms]?)\b|waehrend (?:der|ihrer) ")
_GRADE = re.compile(
    any_of(
        r"entgeltgruppe|\beg ?\d|\be ?\d{1,2} ?[abc]? (?:tvoed|tv-l)|besoldungsgruppe",
        r"unbefristet|berufserfahrung|stellenumfang",
    )
)
_AFTERWARDS = re.compile(
    r"uebernahme|uebernommen|im anschluss|nach (?:der|dem|erfolg|bestand|absch)"
)
_FINISHED = re.compile(
    r"abgeschlossene[nmrs]? (?:[\w-]{1,40} ){0,4}[\w-]{0,30}(?:ausbildung|studium)"
)
_GRADE_WEIGHT = 2


def training_sentence(text: str | None) -> str | None:
    """Return the first sentence that speaks to trainees, if such sentences outweigh the others.

    A text that asks for a finished training, names a pay grade or speaks of guiding trainees is
    evidence against: each sentence counts, a pay grade twice, unless it is about the time after.

    >>> training_sentence("Während deiner dreijährigen Ausbildung lernst du alle Ämter kennen.")
    'Während deiner dreijährigen Ausbildung lernst du alle Ämter kennen.'
    >>> training_sentence("Sie haben eine abgeschlossene Ausbildung. Vergütung nach EG 9a.") is None
    True
    """
    first: str | None = None
    weight = 0
    for sentence in _sentences(text or ""):
        words = fold(sentence)
        counts = _weight(words)
        first = first or (sentence if counts > 0 else None)
        weight += counts
    return first if weight > 0 else None


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(text[:_LONGEST]):
        yield sentence.strip()


def _weight(words: str) -> int:
    if _OTHERS.search(words) and not _TO_YOU.search(words):
        return -1
    if _GRADE.search(words) and not _AFTERWARDS.search(words):
        return -_GRADE_WEIGHT
    if _TRAINEE.search(words):
        return 1
    return -1 if _FINISHED.search(words) else 0

"""Part-time: whether an advert says that the training can be done in part-time."""

import re

from stellenbund.domain.normalisers.claim_parts.phrasing import claim_of
from stellenbund.domain.normalisers.claim_parts.sentences import Sentence
from stellenbund.domain.statements import Claim
from stellenbund.domain.vocabulary import Answer

_PART_TIME = re.compile(r"teilzeit|\bpart[-_ ]?time\b|\bteilbar\b")
_LATER = re.compile(
    r"\b(?:nach|im anschluss an) (?:der|deiner|ihrer|erfolgreiche\w*|abgeschlossene\w*"
    r"|abschluss der|bestandener) ?\w*(?:ausbildung|pruefung|studium|uebernahme|abschluss)"
    r"|\bim spaeteren beruf|\bspaeter\b|\bwiedereinstieg\b|\belternzeit\b|\bbeschaeftigte\w*\b"
)
_NO = re.compile(
    r"\b(?:nur|ausschliesslich|lediglich|allein) in vollzeit\b"
    r"|\bvollzeit (?:ist |erforderlich|zwingend|vorausgesetzt)"
    r"|\bteilzeit\w*\b[^,;.]{0,60}\b(?:nicht|leider nicht|ausgeschlossen|unmoeglich)\b"
    r"|\b(?:nicht|keine?) (?:\w+ ){0,2}?(?:in )?teilzeit\w*|\bnicht teilbar\b"
    r"|\bteilzeit\w*\W{1,3}nein\b|\bauch nicht in teilzeit\b"
)
_YES = re.compile(
    r"\bteilzeit\w*\b[^;.]{0,60}\b(?:moeglich\w*|denkbar|angeboten|absolvier\w*|gegeben"
    r"|durchgefuehrt|machbar|realisierbar|vereinbar\w*|geeignet|erfolgen|bewerben|willkommen)\b"
    r"|\b(?:auch|oder|und|bzw\.?|sowie|alternativ|gern|gerne) (?:\w+ ){0,2}?(?:in )?teilzeit"
    r"|\bteilzeit\w* (?:oder|und|bzw\.?) vollzeit|vollzeit ?[/,;|+&] ?teilzeit"
    r"|teilzeit ?[/,;|+&] ?vollzeit|\bausbildung in teilzeit|\bin teilzeit (?:zu |an)"
    r"|\bteilzeit(?:geeignet|faehig|tauglich|moeglichkeit\w*|(?:berufs)?ausbildung\w*|modelle?n?)"
    r"|\bmoeglich\w*\b[^;.]{0,60}teilzeit"
    r"|\bteilzeit\w*\W{1,3}ja\b"
    r"|\barbeitszeit\W{1,3}teilzeit$|\bgrundsaetzlich teilbar|\bpart[-_ ]?time\b"
)

CUES = ("teilzeit", "vollzeit", "teilbar", "time")
"""Every pattern that answers needs one of them."""


def read_part_time(sentence: Sentence) -> Claim:
    """Return whether training in part-time is possible."""
    return claim_of(sentence, _answer(sentence.folded))


def _answer(folded: str) -> Answer:
    if _LATER.search(folded):
        return Answer.NOT_STATED
    if _NO.search(folded):
        return Answer.NO
    if _PART_TIME.search(folded) and _YES.search(folded):
        return Answer.YES
    return Answer.NOT_STATED

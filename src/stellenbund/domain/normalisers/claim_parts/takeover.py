"""Takeover: whether an advert says that trainees are taken on after the examination."""

import re

from stellenbund.domain.normalisers.claim_parts.phrasing import claim_of
from stellenbund.domain.normalisers.claim_parts.sentences import Sentence
from stellenbund.domain.statements import Claim
from stellenbund.domain.vocabulary import Answer

_ELSE = re.compile(
    r"\buebernahme (?:der|von|aller|saemtlicher|deiner|ihrer) (?:\w+ ){0,2}?\w*(?:kosten|gebuehr"
    r"|fahr|aufgabe|verantwortung|taetigkeit|ticket)"
    r"|\b(?:kosten|aufgaben|verantwortungs|gebuehren)\w*uebernahme\b"
    r"|\buebern(?:ehmen|immst|immt) (?:du |sie |wir )?(?:\w+ ){0,2}?"
    r"\w*(?:kosten|aufgabe|verantwortung)"
    r"|\b\w*(?:kosten|aufgaben?|verantwortung)\b[^;.]{0,40}\buebern(?:ehmen|immst|immt)\b"
)
_OPEN = re.compile(
    r"\buebernahme\w*\b[^;.]{0,60}\b(?:nicht|keine?) (?:\w+ ){0,2}?"
    r"(?:garantier|zugesichert|zugesagt|verspr|gewaehrleistet)"
    r"|\bkeine? (?:uebernahmegarantie|garantie|anspruch|rechtsanspruch|zusage)\b"
    r"|\buebernahme\w*\W{1,3}(?:ggf|eventuell|evtl|offen)"
)
_NO = re.compile(
    r"\bkeine (?:\w+ )?uebernahme\b|\buebernahme\w*\W{1,3}nein\b|\bnicht uebernommen\b"
    r"|\buebernahme\w*\b[^,;.]{0,60}\bnicht\b[^,;.]{0,30}"
    r"\b(?:vorgesehen|geplant|moeglich|beabsichtigt)"
    r"|\bueber (?:den )?(?:eigenen )?bedarf ausgebildet\b"
)
_YES = re.compile(
    r"\buebernahme(?:garantie|zusage|chancen?|moeglichkeit|perspektive|aussicht|quote)"
    r"|\b(?:un)?befristete\w* uebernahme\b|\buebernahme\w*\W{1,3}ja\b"
    r"|\buebernahme\w*\b[^;.]{0,90}\b(?:garantier|zugesichert|zugesagt|vorgesehen|geplant"
    r"|angestrebt|beabsichtigt|moeglich|sicher|leistung|bestanden|bestehen|beschaeftigungsverh"
    r"|arbeitsverh|beamtenverh|abschluss|pruefung|ausbildung|bedarf|eignung|chance)"
    r"|\b(?:chancen?|aussicht|perspektive|moeglichkeit|garanti|sichere)\w*\b[^;.]{0,40}"
    r"\buebernahme\b|\buebernommen zu werden\b"
    r"|\b(?:wir|stadt)\b[^;.]{0,80}\b(?:dich|euch|sie|unsere|alle|auszubildende\w*)\b"
    r"[^;.]{0,80}\b(?:uebernehmen|uebernimmt)\b"
    r"|\b(?:wirst|werden|wird)\b[^;.]{0,80}\buebernommen\b"
    r"|\b(?:auszubildende|nachwuchskraefte)\w*\b[^;.]{0,40}\bzu uebernehmen\b"
    r"|\b(?:uebernehmen|uebernimmt) (?:wir |dich |euch |sie |alle |unsere )[^;.]{0,80}"
    r"\b(?:nach|arbeitsverhaeltnis|unbefristet|dauerhaft)"
)

CUES = ("uebern", "bedarf ausgebildet")
"""Every pattern that answers needs one of them."""


def read_takeover(sentence: Sentence) -> Claim:
    """Return whether trainees are taken on, be it for good results or when there is need.

    That nobody can promise it ("kann nicht garantiert werden") is neither yes nor no.
    """
    return claim_of(sentence, _answer(sentence.folded))


def _answer(folded: str) -> Answer:
    if _ELSE.search(folded) or _OPEN.search(folded):
        return Answer.NOT_STATED
    if _NO.search(folded):
        return Answer.NO
    return Answer.YES if _YES.search(folded) else Answer.NOT_STATED

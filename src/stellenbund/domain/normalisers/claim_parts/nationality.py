"""Nationality: whether an advert asks for one."""

import re

from stellenbund.domain.normalisers.claim_parts.sentences import Sentence
from stellenbund.domain.statements import NationalityClaim
from stellenbund.domain.vocabulary import Answer, NationalityRule

_NATIONALITY = r"(?:staatsangehoerig\w*|staatsbuerger\w*|nationalitaet\w*)"
_NEEDED = r"(?:erforderlich|noetig|notwendig|vorausgesetzt|voraussetzung|bedingung|verlangt)"
_CONDITION = re.compile(
    r"\b(?:wenn|falls|sofern|wer)\b[^,;]{0,60}\b(?:kein\w*|nicht|ohne|auslaendisch\w*)\b[^,;]{0,40}"
    rf"{_NATIONALITY}"
)
_ANY = re.compile(
    rf"\b(?:unabhaengig|ungeachtet|egal|gleich)\b[^;.]{{0,200}}\b{_NATIONALITY}"
    rf"|\b{_NATIONALITY}[^,;.]{{0,40}}\b(?:spielt? (?:\w+ ){{0,4}}?keine rolle|egal"
    rf"|(?:nicht|kein\w*) (?:\w+ ){{0,2}}?(?:{_NEEDED}|entscheidend|ausschlaggebend))"
    rf"|\b(?:alle[nr]?|jede[rn]?|jedweder|verschiedener) {_NATIONALITY}"
    rf"|\bkein\w* (?:bestimmte |deutsche |besondere )?{_NATIONALITY}[^,;.]{{0,40}}\b{_NEEDED}"
    rf"|\b(?:{_NATIONALITY}|eu-buerger\w*|art(?:\.|ikel)? ?116)\b[^;]{{0,160}}"
    r"\boder\b[^;.]{0,100}"
    r"\b(?:aufenthalts|niederlassungs|arbeits)-?(?:erlaubnis|titel|genehmigung|recht)"
    rf"|\b(?:wer|wenn|falls|sofern)\b[^;.]{{0,60}}\bkein\w*[^;.]{{0,40}}{_NATIONALITY}[^;.]{{0,80}}"
    r"\b(?:aufenthalts|niederlassungs|arbeits)-?(?:erlaubnis|titel|genehmigung)"
    r"|\bnicht-?eu-?\w+[^;.]{0,80}\b(?:aufenthalts|arbeits)-?(?:erlaubnis|titel|genehmigung)"
    rf"|\bauslaendische[rn]? {_NATIONALITY}[^;.]{{0,80}}\b(?:willkommen|erwuenscht|begruess\w*"
    r"|ermutig\w*|angesprochen)"
)
_EU = re.compile(
    r"\b(?:eu|ewr)-?(?:buerger|staatsangehoerig|staatsbuerger|auslaender)\w*|\bunionsbuerger\w*"
    r"|§ ?7\b[^;]{0,40}\b(?:beamtstg|beamtenstatusgesetz\w*)"
)
_UNION = re.compile(
    r"\b(?:eu|ewr)\b|\beuropaeische[nr]? (?:union|wirtschaftsraum\w*)"
    r"|\bmitglieds?(?:staat|land|laend)\w*"
)
_GERMAN = re.compile(
    r"\bdeutsche?\w*,? (?:oder \w+ )?(?:staatsangehoerig|staatsbuerger|nationalitaet)\w*"
    r"|\bdeutsche\w*(?:[/*:_(-]+i?n?r?\)?)?(?: oder deutscher?)? im sinne\b"
    r"|\bart(?:\.|ikel)? ?116\b"
    rf"|\b{_NATIONALITY} deutschlands\b|\b(?:deutsche|deutscher) (?:sein|sind|bist)\b"
    r"|\b(?:bist|sind|sein) deutsche(?:r|/r|\*r|:r)?\b(?! sprach)"
)
_STATED = re.compile(rf"\b{_NATIONALITY}|\bim sinne des art|\bart(?:\.|ikel)? ?116\b")

CUES = (
    *("staatsangehoerig", "staatsbuerger", "nationalitaet", "buerger", "auslaender", "deutsche"),
    *("nichteu", "nicht-eu", "116", "beamtstg", "beamtenstatusgesetz", "im sinne des art"),
)
"""Every name of a nationality, or of the law that asks for one, holds one of them."""


def read_nationality(sentence: Sentence) -> NationalityClaim:
    """Return whether a nationality is asked for: *german*, *eu* (EU or EEA), or *any*: no."""
    rule = _rule(sentence.folded)
    if rule is None:
        return NationalityClaim()
    answer = Answer.NO if rule is NationalityRule.ANY else Answer.YES
    return NationalityClaim(answer=answer, rule=rule, sentence=sentence.text)


def _rule(folded: str) -> NationalityRule | None:
    if _ANY.search(folded):
        return NationalityRule.ANY
    if _CONDITION.search(folded):
        return None
    if _EU.search(folded) or (_STATED.search(folded) and _UNION.search(folded)):
        return NationalityRule.EU
    return NationalityRule.GERMAN if _GERMAN.search(folded) else None

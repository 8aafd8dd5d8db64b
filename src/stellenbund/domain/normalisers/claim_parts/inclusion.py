"""Inclusion: whether an advert invites people with disabilities or a history of migration."""

import re

from stellenbund.domain.normalisers.claim_parts.phrasing import claim_of
from stellenbund.domain.normalisers.claim_parts.sentences import Sentence
from stellenbund.domain.statements import Claim
from stellenbund.domain.vocabulary import Answer

_PEOPLE = re.compile(
    r"schwerbehind|\b(?:mit|ohne) (?:\w+ ){0,2}?behinderung|\bbehinderte\w* mensch"
    r"|\bgleichgestellt\w*"
    r"|\b(?:migrations|einwanderungs|zuwanderungs)(?:hintergrund|geschichte|biograf\w*)"
    r"|\binternationale[rn]? (?:familien)?(?:geschichte|herkunft|biograf\w*)"
    r"|\bmenschen mit (?:\w+ ){0,2}?(?:handicap|beeintraechtigung|fluchterfahrung|flucht)"
    r"|\bgefluechtete\w*|\bauslaendische[rn]? herkunft|\bzugewanderte\w*"
)
_REGARDLESS = re.compile(
    r"\b(?:unabhaengig|ungeachtet|egal)\b[^;.]{0,250}\b(?:behinderung|herkunft|nationalitaet"
    r"|staatsangehoerigkeit|beeintraechtigung)"
)
_INVITES = re.compile(
    r"\b(?:willkommen|erwuenscht|begruess\w*|bevorzug\w*|beruecksichtig\w*|eingeladen|bewerb\w*"
    r"|freuen|freut|aufgefordert|ermutig\w*|ermuntert|angesprochen|vorrang|gleicher eignung"
    r"|gewinnen|begeistern|vielfalt)\b"
    r"|\b(?:foerder\w*|erhoeh\w*|steiger\w*)\b[^;.]{0,60}\b(?:beschaeftigung|einstellung|anteil)"
    r"|\banteil\b[^;.]{0,80}\b(?:erhoehen|steigern)\b"
)
_REFUSES = re.compile(
    r"\b(?:schwerbehind\w*|behinderung\w*)\b[^;.]{0,60}"
    r"\b(?:nicht geeignet|ungeeignet|ausgeschlossen|nicht moeglich)"
)

CUES = (
    *("behind", "gleichgestellt", "wanderungs", "migrations", "international", "menschen mit"),
    *("gefluechtet", "auslaendische", "zugewandert", "unabhaengig", "ungeachtet", "egal"),
)
"""Every name of those who are invited, or of everybody, holds one of them."""


def read_inclusive(sentence: Sentence) -> Claim:
    """Return whether such an invitation stands there; the promotion of women alone is none."""
    return claim_of(sentence, _answer(sentence.folded))


def _answer(folded: str) -> Answer:
    if _REFUSES.search(folded):
        return Answer.NO
    is_named = _PEOPLE.search(folded) or _REGARDLESS.search(folded)
    if is_named and _INVITES.search(folded):
        return Answer.YES
    return Answer.NOT_STATED

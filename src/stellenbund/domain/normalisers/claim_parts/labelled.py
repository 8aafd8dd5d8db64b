"""Labelled: a line of a label that asks and a value that answers, as tables have them."""

import re

from stellenbund.domain.normalisers.claim_parts.sentences import Sentence
from stellenbund.domain.statements import Claim
from stellenbund.domain.vocabulary import Answer

_DENIED = re.compile(
    r"(?:(?:leider|derzeit|zurzeit|noch|aktuell) )*"
    r"(?:nein\b.*|nicht(?: (?:moeglich|vorgesehen|noetig|notwendig|erforderlich))?\.?"
    r"|keine?[nrs]?\.?|entfaellt\.?)"
)
_LEFT_OPEN = re.compile(
    r"(?:noch )?(?:auf anfrage|offen|unklar|unbekannt|keine angaben?|k\. ?a\.|evtl\.?|eventuell"
    r"|vielleicht|in pruefung|in klaerung|\?+|-+|–)\.?"
)


def as_answered(sentence: Sentence, claim: Claim) -> Claim:
    """Return *claim* as the value behind a label has it: what a label asks is not yet said.

    "Teilzeit möglich: nein" is a *no*, however much the label sounds like a *yes*;
    "Teilzeit möglich: auf Anfrage" says nothing.
    """
    _, colon, value = sentence.folded.partition(":")
    if not colon or claim.answer is not Answer.YES:
        return claim
    if _DENIED.fullmatch(value.strip()):
        return type(claim)(answer=Answer.NO, sentence=claim.sentence)
    return type(claim)() if _LEFT_OPEN.fullmatch(value.strip()) else claim

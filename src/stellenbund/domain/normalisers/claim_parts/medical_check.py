"""Medical check: whether an advert asks for a medical examination."""

import re

from stellenbund.domain.normalisers.claim_parts.phrasing import answer_to, claim_of
from stellenbund.domain.normalisers.claim_parts.sentences import Sentence
from stellenbund.domain.statements import Claim

_CHECK = re.compile(
    r"\bgesundheitlich\w*\b(?:[ -]+(?:und|oder|sowie|/)? ?\w+){0,3}? ?(?:eignung|voraussetzung\w*"
    r"|geeignet\w*|tauglich\w*|anforderung\w*)"
    r"|\b(?:eignung|tauglichkeit)\b[^,;.]{0,30}\bgesundheitlich"
    r"|\bgesundheitliche?r? hinsicht\b|\bgesundheitszeugnis\w*|\bgesundheitspruefung\w*"
    r"|\b(?:polizei|betriebs|werks|personal)aerztlich\w* (?:\w+ ){0,2}?"
    r"(?:untersuch\w*|eignung\w*|attest\w*|zeugnis\w*|gutachten|bescheinigung\w*|festgestellt|feststellung|nachweis\w*"
    r"|pruefung|tauglichkeit\w*|einstellungs\w*|stellungnahme)"
    r"|\bamtsarzt\w*|\bamtsaerztlich\w*"
    r"|\baerztlich\w* (?:\w+ ){0,2}?(?:untersuch\w*|attest\w*|zeugnis\w*|bescheinigung\w*"
    r"|gutachten|eignung\w*|nachweis\w*|feststellung)"
    r"|\b(?:einstellungs|tauglichkeits|gesundheits|erst|vorsorge)untersuchung\w*"
    r"|\barbeitsmedizinisch\w* (?:\w+ ){0,2}?(?:untersuch\w*|eignung\w*|vorsorge\w*)"
    r"|\b(?:atemschutz|feuerwehrdienst|feuerwehr|einsatz|fahr)tauglich\w*"
    r"|\bg ?2[56](?:[.,]\d)?(?:-untersuchung\w*)?\b|\bgrundsatz g ?\d"
)
_CARE = re.compile(r"\b(?:foerderung|management|vorsorgeangebot\w*|betreuung|kurse?|angebote?)\b")

CUES = (
    *("gesundheit", "aerztlich", "amtsarzt", "untersuchung", "arbeitsmedizinisch", "tauglich"),
    *("g25", "g26", "g 25", "g 26", "grundsatz g"),
)
"""Every name of an examination or of fitness holds one of them."""


def read_medical_check(sentence: Sentence) -> Claim:
    """Return whether a medical examination, or fitness that only one can prove, is asked for."""
    if _CARE.search(sentence.folded):
        return Claim()
    return claim_of(sentence, answer_to(sentence, _CHECK))

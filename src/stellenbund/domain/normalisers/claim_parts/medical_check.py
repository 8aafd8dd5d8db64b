"""Medical check: whether an advert asks for a medical examination."""

import re

from stellenbund.domain.normalisers.claim_parts.phrasing import answer_to, each, strongest
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


def read_medical_check(text: tuple[Sentence, ...]) -> Claim:
    """Return whether a medical examination, or fitness that only one can prove, is asked for."""
    serious = tuple(sentence for sentence in text if not _CARE.search(sentence.folded))
    return strongest(each(serious, lambda sentence: answer_to(sentence, _CHECK)), Claim())

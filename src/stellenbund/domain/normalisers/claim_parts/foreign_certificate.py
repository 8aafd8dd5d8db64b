"""Foreign certificate: whether an advert says that one earned abroad is accepted."""

import re

from stellenbund.domain.normalisers.claim_parts.phrasing import claim_of
from stellenbund.domain.normalisers.claim_parts.sentences import Sentence
from stellenbund.domain.statements import Claim
from stellenbund.domain.vocabulary import Answer

_PAPER = (
    r"(?:\w*abschluss\w*|\w*abschluesse\w*|\w*zeugnis\w*|\w*bildungsnachweis\w*|\w*qualifikation\w*"
    r"|\w*zertifikat\w*)"
)
_FOREIGN = re.compile(
    rf"\b(?:auslaendisch\w*|internationale\w*) (?:\w+ ){{0,3}}?{_PAPER}"
    rf"|\bim ausland\b[^;.]{{0,60}}\b{_PAPER}|\b{_PAPER}[^;.]{{0,60}}\b(?:aus dem|im) ausland\b"
    r"|\bzeugnisanerkennung\w*|\bauslandszeugnis\w*|\bauslaendisches bildungswesen\b"
    rf"|\b{_PAPER}[^;.]{{0,60}}\b(?:aus anderen? l(?:ae|a)nd\w*|eines anderen (?:staat|land)\w*)"
)
_ACCEPTED = re.compile(
    r"\banerk\w+|\banerkannt\w*|\bzeugnisanerkennung\w*|\bgleichwertig\w*|\bbewert\w+|\bzab\b"
    r"|\bwillkommen\b|\bberuecksichtig\w+|\bakzeptier\w+|\bauslaendisches bildungswesen\b"
    r"|\bzugelassen\b|\bvergleichbar\w*"
)
_REFUSED = re.compile(
    r"\b(?:nicht|kein\w*) (?:\w+ ){0,2}?(?:anerkannt\b|anerkennen|beruecksichtig\w*"
    r"|akzeptier\w*|zugelassen)|\bausschliesslich deutsche\b|\bnur deutsche\b"
)
_NOT_RECOGNISED = re.compile(r"\bnicht anerkannte\w*|\bohne anerkennung\b|\bnoch nicht anerkannt\b")

CUES = (
    *("ausland", "auslaend", "international", "zeugnisanerkennung", "aus andere"),
    "eines anderen",
)
"""Every name of a foreign certificate holds one of them."""


def read_foreign_certificate(sentence: Sentence) -> Claim:
    """Return whether foreign certificates are accepted, be it after a recognition."""
    return claim_of(sentence, _answer(sentence.folded))


def _answer(folded: str) -> Answer:
    if not _FOREIGN.search(folded) or _NOT_RECOGNISED.search(folded):
        return Answer.NOT_STATED
    if _REFUSED.search(folded):
        return Answer.NO
    return Answer.YES if _ACCEPTED.search(folded) else Answer.NOT_STATED

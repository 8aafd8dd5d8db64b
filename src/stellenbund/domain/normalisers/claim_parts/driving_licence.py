"""Driving licence: whether an advert asks for one, and of which class."""

import re

from stellenbund.domain.normalisers.claim_parts.phrasing import answer_to
from stellenbund.domain.normalisers.claim_parts.sentences import Sentence
from stellenbund.domain.statements import LicenceClaim
from stellenbund.domain.vocabulary import Answer

_LICENCE = re.compile(
    r"\b(?:(?:auto|pkw|lkw)-?)?(?:fuehrerschein(?:e[ns]?|s)?|fahrerlaubnis(?:se)?)"
    r"(?:-?klassen?)?(?:-?[bc]e?)?\b"
)
_OFFICE = re.compile(r"\b(?:antraege?|antrag\w*|erteil\w+|ausstell\w+|umtausch\w*|entzieh\w+)\b")
_CLASS = r"(?:b|be|c1e|c1|ce|c|d1|d|t|l|am|a1|a2|a|3)"
_CLASSES = re.compile(
    r"(?:\bklassen?|\bkl\.|fuehrerschein|fahrerlaubnis(?:klassen?)?|\()[ :-]{0,3}(?:der )?"
    rf"(?:klassen? )?(?P<classes>{_CLASS}(?:(?: ?[/,] ?| und | oder | bzw\.? ){_CLASS}){{0,4}})\b"
)

CUES = ("fuehrerschein", "fahrerlaubnis")
"""Every licence is called by one of them."""


def read_driving_licence(sentence: Sentence) -> LicenceClaim:
    """Return whether a driving licence is asked for; "von Vorteil" means that it is not."""
    answer = answer_to(sentence, _LICENCE)
    if answer is Answer.NOT_STATED or _OFFICE.search(sentence.folded):
        return LicenceClaim()
    return LicenceClaim(
        answer=answer, sentence=sentence.text, licence_class=_classes(sentence.folded)
    )


def _classes(folded: str) -> str | None:
    if found := _CLASSES.search(folded):
        letters = re.findall(rf"\b{_CLASS}\b", found["classes"])
        return ", ".join(letters).upper()[:20]
    return "B" if re.search(r"\b(?:pkw|auto)-?f", folded) else None

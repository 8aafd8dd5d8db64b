"""Language level: whether an advert asks for German, and at which level."""

import re

from stellenbund.domain.normalisers.claim_parts.phrasing import answer_to
from stellenbund.domain.normalisers.claim_parts.sentences import Sentence
from stellenbund.domain.statements import GermanClaim
from stellenbund.domain.vocabulary import Answer, GermanLevel

_LEVEL = re.compile(r"(?<![\w.])(?<!klasse )(?<!klassen )(?<!kl\. )(?P<level>[abc][12])(?!\w)")
_NAME = (
    r"(?P<name>deutsch|englisch|franzoesisch|spanisch|tuerkisch|niederlaendisch|arabisch"
    r"|russisch|polnisch|italienisch|ukrainisch|fremdsprach)"
)
_LANGUAGE = re.compile(rf"\b{_NAME}")
_OF_LANGUAGE = re.compile(rf"[- ]{{0,3}}(?:niveau )?(?:in|im|der) {_NAME}")
_GERMAN = re.compile(
    r"\bdeutsch(?:sprach)?(?:kenntnis\w*|niveau\w*)"
    r"|\bdeutsch- und (?:englisch|fremdsprachen)kenntnis\w*"
    r"|\bdeutsche[nrs]? (?:sprache?\b|sprach-|sprachkenntnis\w*|rechtschreibung|grammatik)"
    r"|\bdeutsch in wort\b"
    r"|\b(?:gutes|sicheres|fliessend(?:es)?|perfektes|verhandlungssicheres|einwandfreies) deutsch\b"
    r"|\bdeutsch (?:fliessend|sicher|als muttersprache|auf muttersprach\w*)"
    r"|\bsprachkenntnis\w* in deutsch\b|\bkenntnisse in deutsch in wort\b"
)
_GERMAN_WITH_LEVEL = re.compile(r"\bdeutsch\w*|\bsprach(?:niveau|zertifikat|nachweis|kenntnis)\w*")
_NOT_NATIVE = re.compile(
    r"\bdeutsch\b[^,;.]{0,30}\bnicht\b[^,;.]{0,30}\bmuttersprach|\bnicht-?muttersprach"
)
_PAPER = re.compile(r"\bsprach(?:zertifikat|nachweis)")
_NEAR = 100

CUES = ("deutsch", "sprach")
"""Every name of the language, and of a level without one, holds one of them."""


def read_german_level(sentence: Sentence) -> GermanClaim:
    """Return whether German is asked for; the level is null where the text names none."""
    level = _level(sentence.folded)
    thing = _GERMAN_WITH_LEVEL if level else _GERMAN
    answer = answer_to(sentence, thing)
    if level and _NOT_NATIVE.search(sentence.folded):
        answer = Answer.YES
    is_paper_only = _PAPER.search(sentence.folded) and "deutsch" not in sentence.folded
    if answer is Answer.NOT_STATED or (answer is Answer.NO and is_paper_only):
        return GermanClaim()
    return GermanClaim(answer=answer, sentence=sentence.text, level=level)


def _level(folded: str) -> GermanLevel | None:
    """Return the lowest level that belongs to German."""
    levels = [
        GermanLevel(found["level"].upper())
        for found in _LEVEL.finditer(folded)
        if _language_of(found, folded) == "deutsch"
    ]
    return min(levels, default=None)


def _language_of(level: re.Match[str], folded: str) -> str | None:
    """Return the language that a level speaks of: "B2 in Deutsch", else the one named before it.

    A level beside "Sprachniveau" and the like is one of German if no language is named at all.
    """
    if named := _OF_LANGUAGE.match(folded, level.end()):
        return named["name"]
    before = list(_LANGUAGE.finditer(folded, max(0, level.start() - _NEAR), level.start()))
    if before:
        return before[-1]["name"]
    if after := _LANGUAGE.search(folded, level.end(), level.end() + _NEAR):
        return after["name"]
    return "deutsch" if _GERMAN_WITH_LEVEL.search(folded) else None

"""Sentences: what names certificates, in one spelling for acronyms and school classes."""

import re

from stellenbund.domain.normalisers.spelling import ONE_SPELLING, any_of
from stellenbund.domain.normalisers.texts import fold

_ACRONYMS = (
    (re.compile(r"\bFOR(?:\s?-?\s?Q)?\b"), "Fachoberschulreife"),
    (re.compile(r"\bFHR\b"), "Fachhochschulreife"),
    (re.compile(r"\bAHR\b"), "Abitur"),
    (re.compile(r"\b(?:HSA?|HA)\s?(?=10\s?[ABab]\b)"), "Hauptschulabschluss "),
    (
        re.compile(r"\b(?:HSA?|HA)\s?(?:nach |mit )?(?:Kl\.\s?|Klasse )?(?=(?:9|10)\b)"),
        "Hauptschulabschluss Klasse ",
    ),
    (
        re.compile(r"\bHaupts(?:ch)?\.\s?(?:Kl\.\s?|Klasse )?(?=(?:9|10)\b)"),
        "Hauptschulabschluss Klasse ",
    ),
    (re.compile(r"\bHSA\b"), "Hauptschulabschluss"),
    (re.compile(r"\bHS-(?=Abschl)"), "Hauptschul"),
)
_TEN = any_of(
    r"(?:klassenstufe|jahrgangsstufe|klasse|kl\.?|jahrgang)\s?(?:10|zehn)\b",
    r"\b(?:10\.?|zehnten?)\s?(?:klasse|kl\.|schuljahr)\b",
)
_NINE = any_of(
    r"\b(?:klasse|kl\.?|jahrgangsstufe)\s?9\b",
    r"\b(?:9\.|neunten?)\s?(?:klasse|kl\.|schuljahr)\b",
)
_CLASSES = (
    (re.compile(r"\btyp\s?(?:10\s?)?b\s?(?:oder|/|und)\s?(?:typ\s?)?(?:10\s?)?a\b"), "typ a"),
    (re.compile(rf"{_TEN}[\s,(/:-]{{0,3}}(?:typ\s?)?(?:10\s?)?[\"']?([ab])\b[\"']?"), r"k10\1"),
    (re.compile(r"\b(?:klasse|kl\.?)\s?10([ab])\b"), r"k10\1"),
    (re.compile(r"\b(?:typ\s?(?:10\s?)?|10\s?)[\"']?([ab])\b"), r"k10\1"),
    (re.compile(r"\bhaup(?:t?s)?schul"), "hauptschul"),
    (re.compile(_TEN), "k10"),
    (re.compile(_NINE), "k9"),
)
_CUES = (
    *("abschl", "schul", "schuel", "vorbildung", "reife", "abi", "fhr", "matura", "real", "esa"),
    *("bbr", "msa", "hsa", "quali", "bildungsgrad", "bildungsstand", "berechtig", "hzb"),
    *("10", "zehn", "typ", "9", "neun"),
)
_ACRONYM_CUES = ("FOR", "AHR")


def may_name(sentence: str) -> bool:
    """Say whether *sentence* holds a cue, without which it names no certificate of any sort.

    >>> may_name("Du hast die FOR"), may_name("Du arbeitest gern im Team")
    (True, False)
    """
    cued = any(map(fold(sentence).__contains__, _CUES))
    return cued or any(map(sentence.__contains__, _ACRONYM_CUES))


def plain_sentence(sentence: str) -> str:
    """Return *sentence* folded, with acronyms written out and classes as ``k10a``.

    >>> plain_sentence("FOR oder Abschluss nach Klasse 10, Typ A")
    'fachoberschulreife oder abschluss nach k10a'
    """
    for acronym, name in _ACRONYMS:
        sentence = acronym.sub(name, sentence)
    plain = fold(sentence.translate(ONE_SPELLING)).replace("_", " ")
    for words, token in _CLASSES:
        plain = words.sub(token, plain)
    return plain

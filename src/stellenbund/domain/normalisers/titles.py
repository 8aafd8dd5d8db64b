"""Titles: what is learnt, freed from gender markers, dates, numbers and phrases around it."""

import re
from collections.abc import Callable

from stellenbund.domain.normalisers.characters import stripped
from stellenbund.domain.normalisers.kind_parts.refusals import refused
from stellenbund.domain.normalisers.kind_parts.words import ANY_TRAINING
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.normalisers.title_parts.phrases import (
    ATTRIBUTE_ALONE,
    BARE_GENDER,
    BRACKET,
    CODE,
    EMPLOYER,
    INNER_LINK,
    LEAD_IN,
    SERVICE,
    TRAINING_AT_END,
    TRAINING_BEFORE,
    TRAINING_BEHIND,
    is_gender_marker,
)
from stellenbund.domain.normalisers.title_parts.starts import (
    BARE_START,
    DEADLINE,
    START,
    TRAINING_YEAR,
)
from stellenbund.domain.value import Value

_LONGEST = 500
_DIGIT = re.compile(r"\d")
"""Every date has one; most titles have none."""
_DATIVE = re.compile(r"(?<=gestellte)n\b(?![/*:(])", re.IGNORECASE)
_DATIVE_ADJECTIVE = re.compile(r"\b(?P<stem>\w{3,20}ische)n?(?=\s\w{0,20}gestellte/r)")
_DATIVE_LINK = re.compile(r"zu[rm]|beruf", re.IGNORECASE)
_OF_MAN = re.compile(r"\b(?P<stem>\w{2,25}(?:isch|lich|iert))en(?=\s\w{3,30}(?:er|enten|isten)\b)")
_OF_WOMAN = re.compile(r"\b(?P<stem>\w{2,25}(?:isch|lich|iert))en(?=\s\w{3,30}in\b)")
_DATIVE_MAN = re.compile(r"(?P<man>(?:^|/\s?)(?:\w+er\s)?[A-ZÄÖÜ]\w{2,30}(?:ist|ant|ent))en\b")
_DATIVE_PERSON = re.compile(r"(?<=technologe)n\b", re.IGNORECASE)
_TWICE = re.compile(r"\b(?P<word>[\w/]{4,60})\s?/\s?(?P=word)(?!\w)")
_EMPTY = re.compile(r"[(\[{]\s*[)\]}]")
_SEPARATORS = re.compile(r"(?:\s[–—|,;:·-])+(?=\s[–—|,;:·-](?:\s|$))|\s+(?=[,;:](?:\s|$))")
_ENDS = re.compile(r"^[\s–—|,;:·•*_+/-]+|[\s–—|,;:·•*_+/-]+$|\s(?:zum|zur|ab|per|bei|für)$")


class Title(Value):
    """A title as published and as we show it, with the start that it names.

    *published* is the source's title on one line, at most 500 characters. *title* is empty only
    where the source's holds nothing readable. *start_text* is the start in the source's words,
    such as ``01.09.2027``; *says_training* that the title itself has a word for training.
    """

    published: str
    title: str
    start_text: str | None = None
    says_training: bool = False
    rule: str


def read_title(text: str) -> Title:
    """Return *text* as a title; never raises. Reading a clean title again changes nothing.

    >>> read_title("Ausbildung zur/zum Verwaltungsfachangestellten (m/w/d) zum 01.09.2027").title
    'Verwaltungsfachangestellte/r'
    >>> read_title("Gärtner*in (w/m/d) – Ausbildungsstart 2027").start_text
    '2027'
    """
    published = " ".join(stripped(text[: 4 * _LONGEST]).split())[:_LONGEST].rstrip()
    clean = published
    while len(shorter := _cleaned(clean)) < len(clean):
        clean = shorter
    return Title(
        published=published,
        title=clean,
        start_text=_start(published),
        says_training=bool(ANY_TRAINING.search(fold(published))),
        rule="title.as_published" if clean == published else "title.cleaned",
    )


def _cleaned(text: str) -> str:
    """Return *text* after one round of cleaning; what would leave no letter is not done."""
    is_tidy = False
    for step in _STEPS:
        rest = step(text)
        if is_tidy and rest == text:
            continue
        shorter = _tidied(rest)
        is_tidy = shorter == rest
        if any(map(str.isalpha, shorter)):
            text = shorter
        else:
            is_tidy = False
    return text


def _tidied(text: str) -> str:
    text = _SEPARATORS.sub("", _EMPTY.sub("", " ".join(text.split())))
    return _ENDS.sub("", text)


def _start(text: str) -> str | None:
    text = DEADLINE.sub("", text)
    has_digit = _DIGIT.search(text) is not None
    for pattern in (START, TRAINING_YEAR, BARE_START) if has_digit else (START,):
        if found := pattern.search(text):
            return next(
                group for name, group in found.groupdict().items() if group and name != "what"
            )
    return None


def _without_genders(text: str) -> str:
    text = BRACKET.sub(lambda hit: "" if is_gender_marker(hit["inside"]) else hit[0], text)
    return BARE_GENDER.sub("", text)


def _without_training_before(text: str) -> str:
    found = TRAINING_BEFORE.match(text)
    if not found:
        return text
    rest = text[found.end() :]
    rest = SERVICE.sub(lambda hit: hit[0].replace("en ", "er "), rest)
    return _nominative(rest) if _DATIVE_LINK.search(found["links"]) else rest


def _without_training_behind(text: str) -> str:
    """Return *text* without a last word for the training, unless it is about training."""
    shorter = TRAINING_BEHIND.sub("", text)
    found = TRAINING_AT_END.search(shorter)
    if found and not ATTRIBUTE_ALONE.fullmatch(found["word"]):
        shorter = shorter[: found.end("word")]
    return text if shorter == text or refused(fold(text)) else shorter


def _nominative(text: str) -> str:
    """Return what stood behind "zum" or "zur" as it stands alone: Angestellten → Angestellte/r."""
    text = _DATIVE.sub("/r", INNER_LINK.sub(r"\g<joint>", text))
    text = _DATIVE_ADJECTIVE.sub(r"\g<stem>/r", text)
    text = _OF_WOMAN.sub(r"\g<stem>e", _OF_MAN.sub(r"\g<stem>er", text))
    text = _DATIVE_MAN.sub(r"\g<man>", text)
    return _TWICE.sub(r"\g<word>", _DATIVE_PERSON.sub("", text))


def _dated(pattern: re.Pattern[str], by: str = "") -> Callable[[str], str]:
    """Return the step that replaces what *pattern* finds, which holds a date."""
    return lambda text: pattern.sub(by, text) if _DIGIT.search(text) else text


_STEPS: tuple[Callable[[str], str], ...] = (
    _without_genders,
    lambda text: CODE.sub("", text),
    _dated(DEADLINE),
    lambda text: START.sub("", text),
    _dated(TRAINING_YEAR, r"\g<what>"),
    _dated(BARE_START),
    lambda text: EMPLOYER.sub("", text) if "tadt" in text else text,
    lambda text: LEAD_IN.sub("", text),
    _without_training_before,
    _without_training_behind,
)

"""Leads: the words before a date that say what it is, and how it hangs together with others."""

import re
from dataclasses import replace

from stellenbund.domain.normalisers.date_parts.calendar_words import ORDINAL, ordinal_digits
from stellenbund.domain.normalisers.date_parts.mentions import Label, Link, Mention
from stellenbund.domain.normalisers.spelling import any_of

_CLOCK = (
    any_of(
        r"(?<![\d.])(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?:\s?-\s?\d\d?)?\s?uhr\b",
        r"(?<![\d:])\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\b",
    )
    + r"(?:\s?\(?(?:mez|mesz|cet|cest)\b\)?)?"
)
_WEEKDAY = (
    any_of(
        r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?",
        r"(?:mo|di|mi|do|fr|sa|so)(?=[.,]{0,2}\s?\d)",
    )
    + r"\b[.,]{0,2}(?: (?:den|dem|der)(?= \d))?"
)
_NOISE = re.compile(rf"(?:\b(?:um|bis|ab) )?{_CLOCK}|(?<=\d)t(?=\s|$)|\b{_WEEKDAY}")
_SPAN = re.compile(r"\bzwischen ((?:dem |den )?\d\d?\.[^\n;]{0,25}?) und (?=(?:dem |den )?\d\d?\.)")
_ASIDE = any_of(
    r"\w{0,20}(?:tests?|gespraeche?|verfahren|veranstaltung|messe|infotag|boerse)",
    *("stand", "geboren", "befristet", "online seit", "tag der offenen tuer"),
    *(r"einfuehrungs\w{1,12}", r"veroeffentlich\w{0,8}", r"aktualisier\w{0,4}"),
)
_OPENS = any_of(
    r"bewerbungs(?:start|beginn|zeitraum|zeit|phase|fenster)",
    r"(?:bewerb\w{0,10}|bewirb dich)(?: \w{1,12}){0,3} (?:ab|vom|von)",
)
_CLOSES = any_of(
    r"\w{0,20}(?:schluss|frist|fristende|schlusstermin|fristen)",
    r"(?:bewerbungs|ausschreibungs|anmelde)\w{0,4}ende",
    *("endet", "deadline", "closing date", "apply by", "valid ?through"),
)
_STARTS = any_of(
    r"\w{0,20}(?:beginn(?:s|t|en|end)?|start(?:s|et|en|termin)?|antritt|eintritt(?:s(?:termin|datum))?"
    r"|einstellung(?:s(?:termin|datum|zeitpunkt))?|besetzung(?:stermin)?)",
    r"los geht'?s",
    r"(?:ausbildung|studium|praktikum|stellen?|plaetze|eingestellt)(?: [^\s.]{1,40}){0,5} zum",
)
_LABELS = re.compile(
    rf"\b(?:(?P<aside>{_ASIDE})|(?P<opens>{_OPENS})|(?P<closes>{_CLOSES})|(?P<starts>{_STARTS})"
    r"|(?P<until>bis(?: spaetestens)?|spaetestens bis|until|till|letzter (?:\w{1,20})?tag)"
    r"|(?P<latest>spaetestens)|(?P<from>ab(?! sofort)|vom|von|seit|from|fruehestens))\b"
)
_PREPOSITIONS = {Label.UNTIL, Label.LATEST, Label.FROM}
_COMBINED = {
    (Label.CLOSES, Label.FROM): Label.OPENS,
    (Label.OPENS, Label.UNTIL): Label.CLOSES,
    (Label.OPENS, Label.LATEST): Label.CLOSES,
}
_BETWEEN = re.compile(
    r"\s?(?:(?P<period>-|bis(?: einschl\w*\.?| inkl\w*\.?| spaetestens)?)"
    r"|(?:,? ?(?:und|oder|u\.|o\.|bzw\.?|beziehungsweise|sowie)|[/,;&+|]))"
    r"(?: ?(?:zum|ab|am|den|dem|der|auch|alternativ|wieder|anfang|mitte|ende))*\s?"
)
_PART = re.compile(
    r"\b(?:(?:zu )?(?:anfang|mitte|ende)|zu beginn|letzten? \w{1,12} (?:im|des)"
    r"|(?:monats|jahres)ende|\w{1,12} (?:\w{1,7})?haelfte)(?: des| der| im| vom)?$"
)
_REMARK = re.compile(r"\([^()\d\0]{1,40}\)")
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})[.!?]\s|[;!?]")
_TRAILING = re.compile(r"\s?\(([^()\0]{1,60})\)")
_COPULA = re.compile(r"\)? ?:? ?(?:(?:ist|endet|war|am|der|den|zum) ?){0,3}")
_NEAR = 40


def without_clock(text: str) -> str:
    """Return folded *text* without weekdays and times, "zwischen" and ordinal words made plain.

    >>> without_clock("sonntag, 31. januar 2027, 24:00 uhr").strip()
    '31. januar 2027,'
    """
    return _SPAN.sub(r"vom \1 bis ", _NOISE.sub(" ", ORDINAL.sub(ordinal_digits, text)))


def led_to(mentions: tuple[Mention, ...], rest: str) -> tuple[Mention, ...]:
    """Return *mentions* with label and link, read from *rest*, the text around them."""
    done: list[Mention] = []
    gap_from, gap_before = 0, ""
    for mention in mentions:
        gap = _after_trailing(done, rest[gap_from : mention.begin])
        led = _led(mention, gap, done[-1] if done else None)
        if led.label is None and done and _is_remark(done[-1], gap):
            led = replace(led, label=_subject(gap_before))
        done.append(led)
        gap_from, gap_before = mention.end, gap
    _after_trailing(done, rest[gap_from:])
    return tuple(done)


def _after_trailing(done: list[Mention], gap: str) -> str:
    """Give the last date the label that follows in brackets: "31.01.2027 (Bewerbungsschluss)"."""
    trailing = _TRAILING.match(gap) if done else None
    label = _label(trailing[1]) if trailing else None
    if trailing is None or label is None:
        return gap
    done[-1] = replace(done[-1], label=label)
    return gap[trailing.end() :]


def _led(mention: Mention, gap: str, before: Mention | None) -> Mention:
    mention = replace(mention, is_part=_PART.search(gap[-_NEAR:].rstrip()) is not None)
    if before and (between := _BETWEEN.fullmatch(" ".join(_REMARK.sub("", gap).split()))):
        link = Link.PERIOD if between["period"] else Link.LIST
        return replace(mention, link=link, label=before.label)
    label = _label(gap)
    if before and label is Label.UNTIL and before.label in {Label.FROM, Label.OPENS}:
        is_near = len(gap) < _NEAR
        return replace(mention, link=Link.PERIOD if is_near else None, label=label)
    return replace(mention, label=label)


def _is_remark(before: Mention, gap: str) -> bool:
    """Whether *before* only says which year is meant: "Bewerbungsschluss für 2027 ist der …"."""
    return before.rank == 0 and _COPULA.fullmatch(gap) is not None


def _subject(gap: str) -> Label | None:
    """Return the first name in the last sentence of *gap*, or its last preposition without one."""
    return next((each for each in _labels(gap) if each not in _PREPOSITIONS), _label(gap))


def _labels(gap: str) -> list[Label]:
    """Return what the last sentence of *gap* calls the date, in the order of its words."""
    sentence = _SENTENCE_END.split(gap)[-1]
    return [Label(match.lastgroup) for match in _LABELS.finditer(sentence) if match.lastgroup]


def _label(gap: str) -> Label | None:
    """Return what the last sentence of *gap* calls the date; prepositions only refine it."""
    found = _labels(gap)
    words = [at for at, label in enumerate(found) if label not in _PREPOSITIONS]
    if not words:
        return found[-1] if found else None
    label = found[words[-1]]
    prepositions = found[words[-1] + 1 :]
    return _COMBINED.get((label, prepositions[-1]), label) if prepositions else label

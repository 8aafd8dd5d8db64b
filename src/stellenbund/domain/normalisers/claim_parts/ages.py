"""Ages: the least and the greatest age that an advert names."""

import re
from collections.abc import Iterator

from stellenbund.domain.normalisers.claim_parts.sentences import Sentence
from stellenbund.domain.statements import AgeClaim
from stellenbund.domain.vocabulary import Answer

FULL_AGE = 18
LEAST = range(14, 22)
GREATEST = range(20, 61)
MINORS = 25
"""Below this, "unter … Jahren" speaks about young people, not about a limit."""

_N = r"(?P<years>\d{2})"
_J = r"(?: ?jahre?n?\b| ?j\.)"
_ALONE = (
    r"(?! (?:alte |lange |der |an )?\w*"
    r"(?:erfahrung|praxis|taetigkeit|zugehoerig|laufzeit|schul|beruf|garantie))"
)
_MONTHS = r"(?:,? ?(?:und )?(?P<months>\d{1,2}) monate?n?)?"
_LIMIT = r"(?:hoechstalter|(?:hoechst|einstellungs)?altersgrenze|alterslimit)\w*"
_PERIOD = r"\b(?:alter|zwischen|von):? "


def _any_of(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_AT_LEAST = _any_of(
    rf"\b(?:mindestens|mind\.?|wenigstens|min\.) (?:das )?{_N}(?P<half>,5)?{_J}{_MONTHS}{_ALONE}",
    rf"\bmindestalter\w*\W{{0,3}}(?:von |betraegt |liegt bei |ist )?(?:mindestens )?{_N}\b",
    rf"\bdas {_N}\. lebensjahr (?:bereits |schon |mindestens )?(?:vollendet|erreicht)",
    rf"(?<!vor )(?<!vor der )(?<!bis zur )\bvollendung des {_N}\. lebensjahres",
    rf"(?<!seit )\bab {_N} jahren?(?: alt)?(?=$|[.,;:)!]| bewerb| moeglich)",
    rf"\b(?:bist|sind|musst|muessen|sollten?|solltest)\b[^,;.]{{0,40}}?\b{_N} jahre alt\b",
    rf"\b{_N} jahre alt (?:sein|bist|sind)\b",
    rf"\b\w*(?:beginn|start|einstellung|einstellungstag)\b[^,;.]{{0,10}}\b{_N} jahre alt\b",
    rf"{_PERIOD}{_N} (?:-|–|bis|und) \d{{2}}{_J}{_ALONE}",
)
_FULL_AGE = re.compile(r"\bvolljaehrig(?:keit)?\b")
_AT_MOST = _any_of(
    rf"\b(?:hoechstens|maximal|max\.?|laengstens) {_N}{_J}{_MONTHS}{_ALONE}",
    rf"\b{_LIMIT}\b[^;§\d]{{0,60}}?{_N}(?!\.)(?:{_J}{_MONTHS})?",
    rf"\bnicht aelter als {_N}(?:{_J}{_MONTHS})?",
    rf"\balter\b\W{{1,3}}(?:maximal|max\.?|hoechstens|bis) {_N}\b",
    rf"{_PERIOD}\d{{2}} (?:-|–|bis|und) {_N}{_J}{_ALONE}",
)
_BEFORE = _any_of(
    rf"\bnoch nicht (?:das )?{_N}\. lebensjahr",
    rf"\b{_N}\. lebensjahr\w*\b[^,;.]{{0,60}}?\bnicht\b[^,;.]{{0,20}}?"
    r"\b(?:vollendet|ueberschritten|beendet)",
    rf"\b(?:vor|bis zur) (?:der )?vollendung des {_N}\. lebensjahres",
    rf"\bbis zum vollendeten {_N}\. lebensjahr",
    rf"\b(?:juenger als|noch keine|unter) {_N}{_J}{_MONTHS}{_ALONE}",
)
_LAW = re.compile(rf"\b{_LIMIT}\b[^;]{{0,60}}(?:§ ?14|\blbg\b|beamten|laufbahn)")
_NO_MATTER = (
    r"\balter spielt (?:\w+ ){0,3}?keine rolle\b|\bkein\w* (?:altersgrenze|altersbeschr)\w*"
)
_NO_LEAST = re.compile(rf"{_NO_MATTER}|\bkein\w* mindestalter\b")
_NO_GREATEST = re.compile(
    rf"{_NO_MATTER}|\bkein\w* (?:{_LIMIT})|\b{_LIMIT} gibt es [^,;.]{{0,20}}nicht"
)
_CONDITION = re.compile(r"\b(?:wenn|falls|sofern|sobald|solange|wer)\b[^,;.]{0,60}$")
_ASIDE = re.compile(r"\b(?:wenn|falls|sofern|sobald|wer|bei|nicht|fuer|ab|mit)\b[^,;.]{0,40}$")

CUES = ("jahr", "jaehrig", "alter", "aelter", "j.")
"""Every pattern here needs one of them."""

_NOTHING = AgeClaim()


def read_minimum_age(sentence: Sentence) -> AgeClaim:
    """Return the least age; "volljährig" is 18."""
    folded = sentence.folded
    for found in _matches(_AT_LEAST, folded):
        if int(found["years"]) in LEAST and not _CONDITION.search(folded[: found.start()]):
            return _claim(sentence, int(found["years"]), months=_months(found))
    full_age = _FULL_AGE.search(folded)
    if full_age and not _ASIDE.search(folded[: full_age.start()]):
        return _claim(sentence, FULL_AGE)
    return _claim(sentence, None, Answer.NO) if _NO_LEAST.search(folded) else _NOTHING


def read_maximum_age(sentence: Sentence) -> AgeClaim:
    """Return the greatest age in completed years (and months).

    Who must not have completed the 42nd year of life is at most 41. A limit that is named only by
    its law (§ 14 LBG NRW) has no number.
    """
    folded = sentence.folded
    for found in _matches(_BEFORE, folded):
        if int(found["years"]) in GREATEST and int(found["years"]) >= MINORS:
            return _below(sentence, int(found["years"]), _months(found))
    for found in _matches(_AT_MOST, folded):
        if int(found["years"]) in GREATEST:
            return _claim(sentence, int(found["years"]), months=_months(found))
    if _NO_GREATEST.search(folded):
        return _claim(sentence, None, Answer.NO)
    return _claim(sentence, None) if _LAW.search(folded) else _NOTHING


def _below(sentence: Sentence, years: int, months: int) -> AgeClaim:
    """Return the greatest age of who is younger, by a month where months are named."""
    if months:
        return _claim(sentence, years, months=months - 1)
    return _claim(sentence, years - 1)


def _months(found: re.Match[str]) -> int:
    groups = found.groupdict()
    return 6 if groups.get("half") else int(groups.get("months") or 0)


def _matches(patterns: tuple[re.Pattern[str], ...], folded: str) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(folded)


def _claim(
    sentence: Sentence, years: int | None, answer: Answer = Answer.YES, *, months: int = 0
) -> AgeClaim:
    return AgeClaim(answer=answer, years=years, months=months % 12, sentence=sentence.text)

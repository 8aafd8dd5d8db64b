"""Time phrases: the words that stand for a time without naming one."""

import re
from enum import StrEnum

from stellenbund.domain.normalisers.spelling import any_of


class Phrase(StrEnum):
    """What a text says about a time beside its dates."""

    SOON = "soon"
    ROLLING = "rolling"
    LIFTED = "lifted"
    EXTENDED = "extended"
    RECURRING = "recurring"
    RELATIVE = "relative"
    OFFSET = "offset"
    WEEK = "week"
    VAGUE = "vague"
    PLACEHOLDER = "placeholder"
    NOT_STATED = "not_stated"


_DEADLINE = r"(?:\w{0,12}frist(?:en)?|\w{0,12}schluss|enddatum)"
_SOON = any_of(
    *(r"sofort\w{0,4}", "umgehend", r"schnellst\w{0,8}", r"baldig\w{0,4}", "asap", "kurzfristig"),
    *("zeitnah", "immediately", "as soon as possible", "so (?:schnell|frueh) wie"),
    r"(?:so )?bald(?:e?st)?\s?(?:wie )?moeglich\w{0,4}",
    r"moeglichst (?:bald|zeitnah|zeitig|frueh)",
    r"(?:naechst|(?:schnell|frueh)e?st)\s?moeglich\w{0,4}",
    r"zum naechsten (?:zeitpunkt|termin)",
)
_ROLLING = any_of(
    *("laufend(?:e|es)?", r"fortlaufend\w{0,2}", "jederzeit", "zu jeder zeit", "immer"),
    *("ganzjaehrig", r"durchgehend\w?", "durchgaengig", "dauerausschreibung", "dauerhaft"),
    *("staendig", "unbefristet", "unbegrenzt", "rund ums jahr", "das ganze jahr", "fristlos"),
    *("rolling", "ongoing", "open until filled", "bis auf (?:weiteres|widerruf)"),
    r"(?:bis|solange)(?: \S{1,20}){0,6} (?:besetzt|vergeben|frei|verfuegbar|ausgeschoepft)",
    r"(?:bis )?zur (?:\w{1,20} )?besetzung",
    r"offenes? \w{0,12}verfahren",
)
_LIFTED = any_of(
    *("aufgehoben", "entfaellt", "entfallen", "ausgesetzt"),
    rf"keine?[rn]? (?:\w{{1,15}} )?{_DEADLINE}",
    rf"{_DEADLINE}:? (?:ist )?keine?r?",
    rf"ohne {_DEADLINE}",
)
_EXTENDED = any_of(
    *(r"\w{0,12}verlaenger\w{0,3}\b", r"nachfrist\b", r"(?:an)?statt\b", r"anstelle\b"),
    *(r"urspruenglich\b", r"vorher\b", r"bisher\b"),
    rf"neue[rs]? (?:{_DEADLINE}|datum|termin|ende)\b",
    r"(?:neu|jetzt|nun(?:mehr)?):? (?:bis |zum |am |der )*(?=\0)",
)
_RELATIVE = any_of(
    *("heute", "morgen", "uebermorgen", "gestern", "innerhalb", "binnen"),
    r"in (?:\d{1,3}|\w{3,8}) (?:tag|woche|monat)e?n?",
    r"(?:naechste|kommende|folgende|diese)[nsr]? (?:woche|monat|jahr|\w{1,12}jahr)e?s?",
)
_OFFSET = any_of(
    *("vorjahre?s?", "folgejahre?s?"),
    r"(?:\d{1,3}|\w{3,8}) (?:tage|wochen?|monate?) (?:vor|nach)",
)
_WEEK = any_of(
    *(r"\bkw\.?\s?\d", r"\b\d\d?\.?\s?kw\b", r"\b\w{0,8}kalenderwoche"),
    *(r"(?<!\d)\d{4}-?w\d\d", r"\0-?w\d\d"),
)
_PATTERNS = {
    Phrase.SOON: re.compile(rf"\b{_SOON}\b"),
    Phrase.ROLLING: re.compile(rf"(?<!im )\b{_ROLLING}\b"),
    Phrase.LIFTED: re.compile(rf"\b{_LIFTED}\b"),
    Phrase.EXTENDED: re.compile(rf"\b{_EXTENDED}"),
    Phrase.RECURRING: re.compile(r"\b(?:all|halb)?jaehrlich\w{0,2}\b|\bjede[ns] jahr|\bjeweils\b"),
    Phrase.RELATIVE: re.compile(rf"\b{_RELATIVE}\b"),
    Phrase.OFFSET: re.compile(rf"\b{_OFFSET}\b"),
    Phrase.WEEK: re.compile(_WEEK),
    Phrase.VAGUE: re.compile(
        r"\b(?:monats|jahres|quartals)(?:ende|anfang|mitte)\b|\bende des (?:monat|jahr)e?s\b"
    ),
}
_NOT_STATED = re.compile(
    r"(?:\w{0,20}(?:frist|schluss|beginn|start|termin)\b:?\s?)?[-.]*"
    + any_of(
        *(r"k\.? ?a\.?", r"keine[_ ]angaben?", r"n\.? ?n\.?", "n/a", "tba", "tbd", "none", "null"),
        *(r"nicht[_ ]relevant", "0", "(?:noch )?(?:offen|unbekannt|unklar)", "ohne angabe"),
        *("nicht (?:bekannt|angegeben|festgelegt)", "flexibel", "individuell", "variabel", "folgt"),
        r"(?:\w{1,20} ){0,3}nach (?:vereinbarung|absprache|bedarf)",
        r"(?:wird|werden) (?:noch )?bekannt ?gegeben",
        r"siehe [\w ]{1,40}",
        "",
    )
)
_FILLER = re.compile(
    any_of(
        *(
            "d(?:er|ie|as|en|em|es)",
            "eines",
            "jede[ns]?",
            "i[mn]",
            "zu[mr]?",
            "ab",
            "fuer",
            "a[mn]",
        ),
        *("bis", "mit", "und", "oder", "ca", "etwa", "laufe?", "noch", "anfang", "mitte", "ende"),
        *("spaetestens", "fruehestens", "voraussichtlich", "jeweils", "monats?", "nrw", "startet"),
        *("beginnt", r"ausbildung\w{0,4}", "studium", "duale?s?", r"unser\w{0,2}", r"neue\w{0,2}"),
        *("jaehrlich", "plaetze", "stellen", r"(?:naechste|kommende)\w{0,2}", r"bewerb\w{0,8}"),
        *("einstellungen", "moeglich", "quartal", "halbjahr", "ferien"),
        r"\w{0,14}(?:jahr|jahrgang|beginn|start|einstellung|termin|semester|frist|schluss"
        r"|zeitpunkt)(?:e?s|en)?",
    )
)
_WORD = re.compile(r"\w+")


def find_phrases(text: str) -> frozenset[Phrase]:
    r"""Return what folded *text* says; its dates are blotted out with ``\0``.

    >>> sorted(find_phrases("ab sofort, laufend"))
    [<Phrase.ROLLING: 'rolling'>, <Phrase.SOON: 'soon'>]
    """
    return frozenset(phrase for phrase, pattern in _PATTERNS.items() if pattern.search(text))


def says_nothing(text: str) -> bool:
    """Say whether folded *text* as a whole says that there is nothing to say.

    >>> says_nothing("k. a."), says_nothing("---"), says_nothing("bis 12 uhr")
    (True, True, False)
    """
    return _NOT_STATED.fullmatch(text.strip(" \n-_.,;:/*'\"()")) is not None


def is_filler(text: str) -> bool:
    """Say whether *text* holds only words that may stand around a bare month or year.

    >>> is_filler("ab im laufe des jahres"), is_filler("etage")
    (True, False)
    """
    return all(_FILLER.fullmatch(word) for word in _WORD.findall(text))

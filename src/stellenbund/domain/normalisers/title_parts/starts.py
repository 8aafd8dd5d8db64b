"""Title starts: when a training begins, as a title says it."""

import re

_MONTH = (
    r"(?:Jan(?:uar)?|Feb(?:ruar)?|M(?:ä|ae)rz|Mrz|April?|Mai|Juni?|Juli?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)\.?"
)
_YEAR = r"20[1-4]\d(?:\s?[/–-]\s?(?:20)?\d\d(?!\d|\.))?"
_DAY = rf"\d{{1,2}}\.\s?(?:\d{{1,2}}\.(?:\s?(?:20)?\d\d(?!\d))?|{_MONTH}(?:\s(?:20)?\d\d(?!\d))?)"
_TERM = (
    r"(?:(?:Spät)?Sommer|Herbst|Winter|Frühjahr|Frühling|(?:Winter|Sommer)semester|WiSe|SoSe|WS)"
)
_DATE = (
    rf"(?:{_DAY}|{_MONTH}\s20[1-4]\d|(?:0?[1-9]|1[0-2])[./]20[1-4]\d"
    rf"|{_TERM}\s(?:{_YEAR}|\d\d/\d\d)|{_YEAR})(?![\d%€])"
)
_DATES = rf"{_DATE}(?:\s?(?:und|oder|sowie|bzw\.|/|,)\s?(?:zum\s)?{_DATE})?"
_SOON = r"(?:nächstmöglich\w{0,2}(?:\s(?:Zeitpunkt|Termin|Datum))?|sofort|baldmöglichst)"
_BEGINNING = (
    r"(?:(?:Ausbildungs|Studien|Einstellungs|Praktikums|Dienst|Lehrgangs)?-?"
    r"(?:start|beginn|jahrgang|jahr|termin)|Jahr|Einstellung|Eintritt)"
)
_INTRODUCED = (
    r"(?:(?:zum|ab|per|für|im|mit|am|in)\s(?:(?:dem|den|das|der|die)\s)?)?"
    rf"(?:{_BEGINNING}\s?:?\s(?:(?:zum|ab|am|im|in|je)\s)?(?:dem\s)?)"
)
_PREPOSITION = r"(?:zum|ab(?:\sdem)?|per|für|im|in|am|je)\s(?:(?:Jahr|Frühestens)\s)?"

_BEFORE = rf"(?:{_INTRODUCED}|{_PREPOSITION})"

START = re.compile(
    rf"[(\[](?:[^()\[\]]{{0,40}}\s)?{_BEFORE}(?P<enclosed>{_DATES}|{_SOON})\s?[)\]]"
    rf"|(?:^|(?<=[\s,(\[])){_BEFORE}(?P<date>{_DATES}|{_SOON})",
    re.IGNORECASE,
)
"""A start with the words that introduce it: "zum 01.09.2027", "(Ausbildungsstart 2027)"."""

BARE_START = re.compile(
    rf"(?:^|(?<=[–—|,:(\[])|(?<=\s[-/]))\s?(?P<date>{_DATES})(?=\s?(?:$|[)\]–—|,:]|[-/]\s))"
    rf"|^(?P<first>{_YEAR})(?=\s)|(?<!\bbis)(?<!\bvom)\s(?P<last>{_DATE})$",
    re.IGNORECASE,
)
"""A start that stands by itself between separators, or a year as first or last word."""

DEADLINE = re.compile(
    r"[\s–—|,(-]*\b(?:Bewerbungs(?:frist|schluss)|Bewerbung(?:en)?\sbis)\s?:?\s(?:(?:zum|bis|am|der)\s){0,2}"
    rf"{_DATE}(?:\s?\))?",
    re.IGNORECASE,
)
"""The last day for applications, which is no start."""

TRAINING_YEAR = re.compile(
    rf"(?P<what>\b(?:Ausbildung|Studium|Praktikum|FSJ|BFD|FÖJ|EQ|Azubis?|Volontariat))\s(?P<date>{_YEAR})\b"
)
"""A year right behind the word for the training: "Ausbildung 2027 zum …"."""

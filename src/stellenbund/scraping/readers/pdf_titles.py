"""PDF titles: which lines of a PDF are, or begin, or carry on, the title of an opening."""

import re

from stellenbund.domain.normalisers.professions import is_profession_alone, match_profession
from stellenbund.domain.normalisers.titles import read_title

LONGEST = 130
_MOST_WORDS = 16
_LONGEST_NAME = 70

_BULLET = re.compile(r"[•▪●◦‣·■□➢►✓\uf000-\uf0ff*–-]\s?")
_IN_CONTENTS = re.compile(r"(?:\.\s?){3,}|…|(?<![\d.])\s\d{1,3}$|\bSeite\s\d{1,3}$", re.IGNORECASE)
_SENTENCE_END = (".", ";", ":", ",", "!", "?")
_TRAINING = re.compile(
    r"(?:(?:Berufs|Verbund)?Ausbildung(?:splatz|splätze)?"
    r"|(?:Duale|Schulische|Praxisintegrierte|Verkürzte)\sAusbildung"
    r"|(?:Eine?n?\s)?Auszubildende[rn]?|Azubis?)(?:\s\(m/w/d\))?"
    r"\s(?:zum|zur|zu|als|für\sden\sBeruf)\b(?!\s(?:\d|Beginn|Ausbildungsbeginn|nächst))"
    r"|Duales?\sStudi(?:um|engang)\b|Bachelor\sof\s|Vorbereitungsdienst\s(?:für|als|zum)\b"
    r"|Einstiegsqualifizierung\b|Freiwilliges\s(?:Soziales|Ökologisches)\sJahr\b"
    r"|Praxisintegrierte\s",
    re.IGNORECASE,
)
_GENDERS = re.compile(
    r"[(\[]\s?(?:[mwdxif]\s?[/|,*]\s?){1,3}[mwdxif]\s?[)\]]|\(gn\)|\(alle\sGeschlechter\)",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(r"\w{4,30}anwärter(?:/|\*|:|_|in|\b)", re.IGNORECASE)
_PAIR = re.compile(
    r"(?!Ansprech|Bewerber|Schüler|Bürger|Mitarbeiter|Ausbild)[A-ZÄÖÜ][\wäöüß-]{2,40}"
    r"(?:in\s?(?:/|und|oder)\s?[A-ZÄÖÜ][\wäöüß-]{2,40}|(?:/-?|\*|:|_)in)"
)
"""Both forms of what people are called: "Gärtnerin / Gärtner", "Gärtner/in"."""

_LEAD = re.compile(r"\b(?:sucht|suchen|stellt|stellen|bietet|bieten|bildet|bilden)\b")
_LEAD_BEFORE = re.compile(
    r"^.{0,80}?\b(?:sucht|suchen|stellt|bietet|bieten|bildet|bilden)\b"
    r"(?:\s(?:wir|dich|Sie))?(?:\s(?:zum|ab)\s(?:dem\s)?\d{1,2}\.\s?(?:\d{1,2}\.|\w+)\s?\d{4})?"
    r"(?:\s(?:mehrere|zwei|drei|\d{1,2}|eine?n?(?:/n?|\s?/\s?eine?n?)?))?\s"
)
_GOES_ON = re.compile(
    r"(?:[(\[]\s?[mwdxif]\b|Fachrichtung|Schwerpunkt|Einsatzgebiet|mit\s|im\s|in\sder\s|für\s|und\s"
    r"|oder\s|bzw\.\s|zum\s\d|zum\s|zur\s|ab\s|[/–-]\s?|[a-zäöü])",
)
_OPEN_END = re.compile(r"(?:\b(?:zum|zur|als|für|und|oder|im|in|der|den|des|Beruf|of)|[/,–-])$")


def is_title(line: str) -> bool:
    """Say whether *line* reads like the title of an opening: a heading, no sentence, no list.

    >>> is_title("Ausbildung zur Gärtnerin / zum Gärtner"), is_title("Gärtner/in ...... 7")
    (True, False)
    """
    is_heading = len(line) <= LONGEST and len(line.split()) <= _MOST_WORDS
    if not is_heading or line.endswith(_SENTENCE_END) or _BULLET.match(line):
        return False
    if _IN_CONTENTS.search(line) or _GOES_ON.match(line) or ": " in line:
        return False
    return bool(
        _TRAINING.match(line)
        or _GENDERS.search(line)
        or _CANDIDATE.match(line)
        or _PAIR.fullmatch(line)
        or _is_profession(line)
    )


def carries_on(title: str, line: str) -> bool:
    """Say whether *line* is a further line of *title*, which is set in large type and broken."""
    if len(title) + len(line) > 2 * LONGEST or line.endswith(_SENTENCE_END) or ": " in line:
        return False
    is_short = len(line.split()) <= _MOST_WORDS // 2
    return bool(is_short and (_OPEN_END.search(title) or _GOES_ON.match(line)))


def is_lead(line: str) -> bool:
    """Say whether *line* leads to a title: "Die Stadt Musterstadt sucht zum 01.09.2027"."""
    return len(line) <= LONGEST and not line.endswith(".") and _LEAD.search(line) is not None


def without_lead(title: str) -> str:
    """Return *title* without the sentence in which it stands.

    >>> without_lead("Wir suchen zum 01.09.2027 eine/n Gärtner/in (m/w/d)")
    'Gärtner/in (m/w/d)'
    """
    return _LEAD_BEFORE.sub("", title)


def _is_profession(line: str) -> bool:
    """Say whether *line* is the name of a profession and nothing else."""
    if len(line) > _LONGEST_NAME or not line[:1].isupper():
        return False
    match = match_profession(line)
    return match is not None and is_profession_alone(read_title(line).title, match)

"""Refusals: titles that speak of training, or of a job, and offer no training place."""

import re
from typing import NamedTuple

from stellenbund.domain.normalisers.kind_parts.roles import (
    ANY,
    CARING,
    COMPOUND,
    GRADE,
    LEADING,
    OTHER_JOB,
    OTHERS,
    PLACE,
    UNIT,
)
from stellenbund.domain.normalisers.kind_parts.words import ANY_TRAINING, any_of


class Refusal(NamedTuple):
    """Why a folded title is no training place, and the words that outweigh it, if any do."""

    rule: str
    words: re.Pattern[str]
    unless: re.Pattern[str] | None = None


_CALL = any_of(
    "wir suchen|gesucht|jetzt|stellen?|platz|plaetze|angebote?|einstellung|ausschreibung",
    "stellenausschreibung|stadt|fuer|von|als|zum|zur|der|die|deine?|ihre?|eine?[nr]?|unsere?",
    "freie?r?|mehrere|neue|zwei|drei|vier|fuenf|x|duale?s?|schulische|betriebliche|verguetete",
    "starte?|beginne|komm|mach|mit|in|generalistische|verkuerzte|technische|kaufmaennische",
    "gewerblich|handwerkliche|bezahlte",
)
_BEGINS = rf"^[^a-z]*(?:{_CALL}[^a-z]+)*(?:[a-z]{{0,25}}-?){ANY}"
_IS_OFFER = re.compile(_BEGINS)
_IS_DEGREE = re.compile(
    any_of(_BEGINS, r"stud|\bdual|bachelor|b\. ?(?:eng|sc|a)\b|\bkia\b|einstiegsqual")
)
_IS_PERSON = re.compile(
    any_of(
        _BEGINS,
        r"ausbildung\b.{0,30}\b(?:zum|zur|als)\b|in ausbildung|ausbildungsplatz|\(ausbildung\)",
        r"[–:|(-] ?(?:[a-z]+ )?ausbildung\b|ausbildung (?:in|im|ab|bei|20)",
        r"azubi\b|auszubildende[rn]?\b|anwaerter|praktik|\bfsj|volont|dual",
    )
)
_WORDS_BETWEEN = r"(?:[\w/*:.-]{1,40},? ){0,4}"
_FINISHED = r"(?:abgeschl(?:ossene|\.)|einschlaegige|fertige|bestandene|absolvierte)[nmrs]?"

_NO_OPENING = any_of(
    r"initiativbewerb",
    r"info(?:rmations)?-?(?:tag|abend|veranstaltung)|tag der offenen|schnuppertag",
    r"(?:ausbildungs(?:platz)?|berufs|job|karriere|studien)-?(?:messe|boerse)",
    r"(?:girls|boys)\W{0,3}day|berufsfelderkund",
    r"newsletter|\bfaq\b|haeufige fragen|ueberblick|uebersicht|unsere (?:ausbildungs|studien)",
    r"bewerbungs?(?:tipps|verfahren|prozess|ablauf|training)",
    r"(?:auswahl|einstellungs)-?(?:verfahren|test)",
    r"ausbildungsberufe (?:im|von|der|bei)\b",
    r"ausbildung[a-z]* (?:und|&) (?:duale[sn]? )?stud(?:ium|iengaenge)\b(?= bei| 20|\W*$)",
)
_OUT_OF_SCOPE = any_of(
    r"(?<!justiz)(?<!vollzugs)fachwirt",
    r"referendar|lehramtsanwaerter|hoehere[nrs]? (?:[a-z-]+ ){0,2}dienst",
    r"(?:laufbahngruppe|lg) ?2\.2|zweites einstiegsamt der laufbahngruppe 2",
    r"angestelltenlehrgang|verwaltungslehrgang|aufstiegs?(?:lehrgang|beamt|fortbildung)",
    r"meister(?:schule|lehrgang|kurs)|zu[rm] (?:industrie|handwerks)?meister(?:in)?\b",
    r"(?:bachelor|master|abschluss|studien)-?(?:arbeit\b|thesis)|(?:bachelor|master|doktor)and",
    r"werkstud|studentische[nrs]? (?:hilfs|aushilf|mitarb|besch)|(?:ferien|neben|mini)-?job",
)
_POST = r"(?:leitung|leiter|koordin|sachbearb|referent|dozent|lehrkr)"
_ABOUT_TRAINING = (
    r"ausbilder|ausbildende[rn]?\b|praxisanleit|ausbildereign",
    COMPOUND,
    r"stud(?:ium|ien) und lehre|lehre und stud(?:ium|ien)",
    r"aus-? ?(?:und|/|&) ?-?(?:fort|weiter)bild|fort- ?(?:und|/|&) ?-?weiterbild",
    rf"{LEADING}.{{0,80}}?{ANY}",
    rf"{ANY}[a-z]{{0,10}} ?[:–|/(-] ?[a-z]{{0,12}}{_POST}",
    rf"{CARING}.{{0,25}}? (?:von|der|des|fuer|unserer) (?:(?!im |in |als )[a-z]+ ){{0,2}}{ANY}",
    rf"{CARING}[a-z]{{0,12}} (?:ausbild|auszub|azubi|nachwuchs|duale|studierende)",
    r"ausbildung ?(?:und|&|/) ?(?:personal|recruit|qualifi|nachwuchs|fortb|weiterb|pruef|lehre)",
    r"(?:in|bei) der ausbildung (?:von|der|des|unserer)\b|ausbildung (?:von|unserer)\b",
    r"fuer die ausbildung(?: (?:von|der|des|unserer|in|im|bei)\b|$| \()",
)
"""One by one they cost a fifth of what they would as alternatives of one pattern."""

REFUSALS = (
    Refusal("kind.no_opening", re.compile(_NO_OPENING)),
    Refusal("kind.out_of_scope", re.compile(_OUT_OF_SCOPE)),
    Refusal(
        "kind.finished_training",
        re.compile(
            rf"{_FINISHED} {_WORDS_BETWEEN}[\w-]{{0,30}}(?:ausbildung|studium|abschluss)"
            r"|(?:ausbildung|studium) abgeschlossen"
        ),
    ),
    Refusal(
        "kind.finished_training",
        re.compile(
            rf"\bmit (?!uns |dir |start ){_WORDS_BETWEEN}[\w-]{{0,30}}(?:ausbildung|studium)\b"
            r"|nach (?:der|deiner|ihrer) ausbildung"
        ),
        unless=_IS_DEGREE,
    ),
    *(Refusal("kind.about_training", re.compile(each)) for each in _ABOUT_TRAINING),
    Refusal("kind.about_training", re.compile(UNIT), unless=_IS_OFFER),
    Refusal("kind.about_training", re.compile(PLACE), unless=_IS_PERSON),
    Refusal("kind.about_training", re.compile(OTHERS), unless=_IS_OFFER),
    Refusal(
        "kind.out_of_scope",
        re.compile(r"fortbildung|weiterbildung|quereinst|seiteneinst|aushilf|hospitation"),
        unless=ANY_TRAINING,
    ),
    *(
        Refusal("kind.ordinary_job", re.compile(each), unless=ANY_TRAINING)
        for each in (LEADING, GRADE, OTHER_JOB)
    ),
)
"""What a folded title must not say, in the order of judgement."""


def refused(words: str) -> str | None:
    """Return the rule by which a folded title is no training place, if there is one.

    >>> refused("hauptsachbearbeiter ausbildung")
    'kind.about_training'
    """
    for rule, pattern, unless in REFUSALS:
        if pattern.search(words) and not (unless and unless.search(words)):
            return rule
    return None

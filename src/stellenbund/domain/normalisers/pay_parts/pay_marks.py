"""Pay marks: words and figures that speak of pay or hours, found where another thing should be."""

import re

from stellenbund.domain.normalisers.spelling import any_of

_LEVEL = r"\d{1,2}(?:\.\d)?(?!\d)(?:[ .]?[a-d](?![^\W_]))?"
_GRADE = rf"(?<![^\W_])(?:eg|e\.?-?gr|kr|[abceprsw])\.?[ :.-]{{0,2}}{_LEVEL}"
_HIGHER = r"(?:[ +]{0,3}z(?:ulage)?(?![^\W_]))?(?: [megh]\. ?d\.?(?![^\W_]))?"
_STEP = r"(?:[ ,/]{0,3}(?:erfahrungs)?stufen? ?\d(?: ?(?:-|–|bis) ?\d)?)?"
_SERIES = r"(?:[ ]?(?:/|-|–|bis|und|oder) ?\d{1,2}(?!\d) ?[a-d]?(?![^\W_]))?"
_GROUP = any_of(
    r"(?:entgelt|entg|besoldungs?|bes|verg(?:ü|ue)tungs?|verg|gehalts?|lohn|tarif)"
    r"\.?[ -]?(?:gruppen?|gr|grp|stufen?|ordnung|tabelle)\.?",
    r"\w{0,20}(?:entgelt|besoldung|verg(?:ü|ue)tung|gehalt|bez(?:ü|ue)ge|grundbetrag)\w{0,12}",
    r"(?:laufbahngruppe|qualifikationsebene|einstiegsamt|lg|qe)(?= ?\d)",
    r"(?:erste|zweite|1\.|2\.)[sn]? einstiegsamt|(?:mittlerer|gehobener|h(?:ö|oe)herer) dienst",
)
_AFTER_GROUP = rf"(?:[ :.]{{0,3}}(?:eg|kr|[abceprsw])?[ .]{{0,2}}{_LEVEL})?"
_TARIFF = any_of(
    r"tv[ -]?(?:a|s|p|h|pr|stud)?[ -]?(?:ö|oe|o)d\b",
    r"tva?[ -]?(?:l|h|v|n|ltv|(?:ä|ae)rzte|ba|stud|prakt)\b",
    r"tarif\w{0,20}|[bl]bes[go]?\b|bat(?:-kf)?\b|avr\b|vka\b|bbig\b|sue\b",
)
_OF_TARIFF = r"(?:[ ,(/-]{0,3}(?:bbig|pflege|vka|bund|nrw|sue|b|l|v|e)\b\)?){0,2}"
_NUMBER = r"\d[\d.' ]{0,12}(?:,(?:\d{1,2}|-{1,2}|–))?"
_AMOUNT = any_of(
    rf"{_NUMBER} ?(?:€|eur(?:o)?\b)(?: ?brutto\b)?",
    rf"(?:€|\beuro?) ?{_NUMBER}",
    r"(?<![\d.,])(?:\d{1,3}\.\d{3}(?:,\d\d)?|\d{1,4},\d\d)(?![\d.,])",
)
_SHARE = r"\d{1,3}(?:,\d{1,2})? ?(?:%|prozent\b|v\. ?h\.)"
_HOURS = any_of(
    r"\d{1,2}(?:[.,]\d{1,2})? ?(?:wochenstunden|wstd|stunden|stdn?|h)\b\.?"
    r"(?: ?(?:/|pro|je|in der|die)? ?(?:woche|wo|w)\b\.?)?",
    r"wochenstunden\b|wochenarbeitszeit\b",
)
_LEAD = r"(?:(?<![^\W_])(?:(?:je )?nach|gem(?:äß|\.)|laut|ab|bis(?: zu)?) (?:de[mr] )?)?"
_PAY = re.compile(
    _LEAD
    + any_of(
        rf"(?<![^\W_]){_GROUP}{_AFTER_GROUP}{_SERIES}{_STEP}",
        rf"{_GRADE}{_HIGHER}{_SERIES}{_STEP}",
        rf"(?<![^\W_]){_TARIFF}{_OF_TARIFF}",
        *(_AMOUNT, _SHARE, _HOURS),
    ),
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\d|entg|bes|verg|gehalt|lohn|tarif|bez|grundbetrag|einstiegsamt|dienst|tv|bat|avr|vka|bbig"
    r"|sue|wochen",
    re.IGNORECASE,
)
"""Without one of these nothing speaks of pay, and most lines have none."""
_ROOM = re.compile(
    r"(?<![^\W_])(?:haus|geb(?:ä|ae)ude|raum|zimmer|halle|block|trakt|tor|etage|aufgang)"
    r" [a-z]? ?\d{1,4}(?![^\W_])",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"(?<![^\W_])(?:nach|gem(?:äß|aess|\.)?|bis(?: zu)?|ab|je|und|oder|bzw\.?|der|dem|den|des|zum"
    r"|mit|in|brutto|netto|monatlich|pro monat|derzeit|aktuell|ca\.?|stufen?|nrw|kommunal)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_LOOSE = " ,;|/()[]:–-+&.·*_\"'„“"


def speaks_of_pay(line: str) -> bool:
    """Say whether *line* names a pay grade, a tariff, an amount, a share or weekly hours.

    >>> speaks_of_pay("Bes.Gr. A 9"), speaks_of_pay("Zimmer A 9"), speaks_of_pay("Ahlen")
    (True, False, False)
    """
    return _CUE.search(line) is not None and _PAY.search(_ROOM.sub(" ", line)) is not None


def without_pay(line: str) -> str:
    """Return *line* without what it says about pay or hours; empty if nothing else is left.

    >>> without_pay("E 9a Bochum"), without_pay("EG 9a bis 9c, TVöD"), without_pay("Essen")
    ('Bochum', '', 'Essen')
    """
    if not speaks_of_pay(line):
        return line
    rest = _PAY.sub(" | ", line)
    kept = (part.strip(_LOOSE) for part in rest.split("|"))
    return ", ".join(part for part in kept if _LINKS.sub("", part).strip(_LOOSE))

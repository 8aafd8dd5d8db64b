"""Words: the names of school-leaving certificates in adverts and interfaces."""

import re
from typing import NamedTuple

from stellenbund.domain.normalisers.spelling import any_of, blotted
from stellenbund.domain.vocabulary import Certificate

_OR = r"\s?(?:/|,|oder|und|bzw\.?|beziehungsweise|u\.)\s?"
_E = r"ere\(?[rnms]{0,2}\)?"
_CLOSED = r"abschl(?:uss\w{0,3}|uess\w{0,3}|\.)"
_OF_SCHOOL = rf"(?:schul-{_OR}bildungs|schul|bildungs|allgemeinbildende[rn]? schul)?-?\s?{_CLOSED}"
_OF_A = r"(?:de[rs]|einer|an der|an einer)"
_FIRST_ONE = r"(?:erste[rnms]?|1\.)"
_LEFT = r"(?:abschluss\w{0,2}|(?:abschluss)?zeugnis\w{0,3}|schueler\W?\w{0,5})"
_DONE = r"(?:abgeschlossen|absolviert|beendet)"
_TO_CLASS = (
    r"[\s,(/:-]{1,4}(?:(?:nach|der|die|in|mit|an|am|einer|abschluss|im|aus|erfolgreicher)\s){0,3}"
)
_NEEDED = any_of(
    *("erforderlich", "notwendig", "noetig", "vorausgesetzt", "voraussetzung", "gefordert"),
    *("verlangt", "benoetigt", "vorgeschrieben", "entscheidend", "wichtig", "zwingend", "relevant"),
    *("ausschlaggebend", "egal", "gleich", "zweitrangig"),
)
_SOME = r"(?:bestimmt|besonder|speziell|formal|konkret|gross)e[rn]?"
_HALF = (
    r"(?:schulische[rnms]?|schul\.) (?:teil|anteil)\w{0,2}"
    r"(?! (?:und|sowie|plus|\+)|.{0,12} (?:reicht|genuegt) nicht)"
)
_AT_LEAST = r"(?:nur|mit|im|mindestens|mind\.|zumindest|de[rmn]|auch)"
_FHR = r"(?:fachhochschulreife|fh-?\s?reife|fachabitur|fhr\b)"
_NO_CERTIFICATE = any_of(
    rf"\bohne (?:\w{{1,14}} ){{0,3}}(?:schul|hauptschul|bildungs)-?{_CLOSED}",
    rf"\bkein\w{{0,2}} (?:\w{{1,16}} ){{0,2}}(?:\w{{0,8}}schul-?|bildungs)?{_CLOSED}"
    rf"(?: \w{{1,12}}){{0,3}} {_NEEDED}",
    rf"\bkein\w{{0,2}} {_SOME} (?:schul|bildungs)?-?{_CLOSED}",
    rf"\b(?:brauchst|brauchen|benoetigst|benoetigen) (?:\w{{1,8}} )?kein\w{{0,2}} schul{_CLOSED}",
    rf"\b(?:musst|muessen) (?:\w{{1,8}} )?kein\w{{0,2}} schul{_CLOSED}",
    r"\bkein\w{0,2} (?:schul)?abschluss(?:\?|$)",
    r"\bnicht auf (?:den|deinen|einen) schulabschluss",
    r"\bkeine (?:mindest)?anforderung\w{0,2} an den schulabschluss",
    r"\b(?:(?:mit oder|auch|ganz) )?ohne abschluss\b(?! (?:der|einer|in))",
    r"\bkeine (?:\w{1,16} ){0,2}(?:schulische\w{0,2} (?:voraussetzung\w{0,2}|vorbildung)"
    r"|schulbildung|vorbildung)",
    rf"\b(?:schul|bildungs)abschluss\w{{0,2}}(?: \w{{1,14}}){{0,4}} (?:nicht|keine?)"
    rf"(?: \w{{1,14}}){{0,2}} (?:{_NEEDED}|rolle)",
    r"\bschulabschluss\w{0,2} (?:ist|sind) (?:\w{1,8} )?zweitrangig",
    r"\b(?:unabhaengig v\w{1,2}|egal,? (?:mit )?welche[rnms]?|ungeachtet de[rs])"
    rf"(?: \w{{1,12}}){{0,2}} (?:schul|bildungs)?-?{_CLOSED}",
    r"\bschulabschluss\w{0,2}:? (?:ist )?(?:uns )?egal",
    r"\bschulabschluss (?:brauch|benoetig)(?:s?t|en) (?:du|sie|man|ihr) (?:\w{1,8} )?nicht",
    rf"\bwelche[rn]? schulabschluss\b[^.;]{{0,30}} {_NEEDED}",
)
_HALF_FHR = any_of(
    rf"{_HALF}[\s(]{{1,2}}(?:(?:de[rs]|einer|zur|vollen|allgemeinen) ){{0,2}}{_FHR}",
    rf"{_FHR}[\s,(:-]{{1,4}}(?:{_AT_LEAST} ){{0,3}}{_HALF}",
    rf"schulische[rn]? {_FHR}",
    rf"theoretische[rn]? teil (?:der|einer) {_FHR}",
)
_FULL_FHR = any_of(
    rf"fach-?{_OR}(?:(?:allgemeine\w?|fachgebundene\w?) )?(?:hochschulreife|abitur)",
    r"\(fach-?\)\s?(?:hochschulreife|abi(?:tur)?)",
    *(r"\bfach\s?\(-?abitur\)", r"\bfach\(hoch\)schulreife"),
    r"\bfach-?\s?abi(?:tur)?\w{0,8}",
    rf"fachhochschul-(?={_OR})",
    r"\b(?:fachgebundene[rn]? )?fachhochschulreife\w{0,8}",
    r"\bfhr\b",
    r"\bfh-?\s?reife",
)
_ABITUR = any_of(
    r"\b(?:voll)?abitur\w{0,12}",
    r"\babi\b",
    r"\bmatura",
    r"\bgymnasialabschluss\w{0,2}",
    r"(?<![a-z])hochschul-?reife\w{0,2}",
)
_FIRST_OR_MIDDLE = any_of(
    r"\bhauptschul-(?=[\s,/])",
    rf"\bhaupt-{_OR}real\w{{0,18}}(?:-?{_OR}gesamt\w{{0,14}})?",
    rf"\b{_FIRST_ONE}{_OR}(?:mittlere|hoehere)[rnms]? schulabschluss\w{{0,2}}",
)
_TEN_A = any_of(
    r"\beesa\b",
    rf"\berw(?:eiterte[rnms]?|\.) hauptschul-?\s?{_CLOSED}",
    rf"\berweiterte[rnms]? {_FIRST_ONE} (?:allgemeinbildende[rn]? )?schul-?{_CLOSED}",
    r"\berweiterte[rn]? berufsbildungsreife",
    r"\bebbr\b",
    rf"\bhauptschul\w{{0,14}}{_TO_CLASS}k10a?\b",
    r"\bhauptschul\w{0,14} 10\b",
    rf"\bk10a?{_TO_CLASS}hauptschul\w{{0,14}}",
    rf"\b{_LEFT} {_OF_A} hauptschule,? (?:nach )?k10a?\b",
    r"\bk10a\b",
)
_MIDDLE = any_of(
    rf"\bhauptschul\w{{0,14}}{_TO_CLASS}k10b\b",
    rf"\bk10b{_TO_CLASS}hauptschul\w{{0,14}}",
    r"\bk10b\b",
    rf"\bfachoberschul-(?={_OR})",
    *(r"\bfachoberschul-?reife\w{0,2}", r"\bfos-?\s?reife\b"),
    *(r"\bfachschulreife", r"\bmittelreife", r"\brealabschluss"),
    rf"\brealschul-?\s?{_CLOSED}",
    rf"\brealschule (?:\w{{1,14}} ){{0,2}}{_DONE}",
    r"\brealschul-(?=[\s,/])",
    *(r"\brealschulreife", r"\babgeschlossene[rn]? realschule\b"),
    r"\breal(?:schueler|schulabgaenger|schulabsolvent)\w{0,5}",
    rf"\b{_LEFT} {_OF_A} (?:k10 )?realschule",
    r"\bmsa\b",
    rf"\bmittl{_E}(?:{_OR}(?:hoehere|weiterfuehrende)[rnms]?)? (?:(?:schul)?reife|{_OF_SCHOOL})",
    rf"\bmittl\. (?:reife|{_OF_SCHOOL})",
    rf"\bmittl{_E} (?:schulbildung|bildungs(?:grad|stand))",
    r"\bsekundarabschluss (?:i|1)\b(?!.{0,6}hauptschul)",
    r"\bwirtschaftsschulabschluss",
    r"\bmittelschulreife",
    r"\breal-(?=\s?(?:oder|/|und|bzw))",
)
_FIRST = any_of(
    rf"\bhauptschul-?\s?(?:{_CLOSED}|reife|bildung)",
    r"\bhauptabschluss",
    r"\bhauptschueler\W?\w{0,5}",
    r"\bhauptschul(?:abgaenger|absolvent)\w{0,5}",
    r"\bhsa\b",
    r"\besa\b",
    r"\bbbr\b",
    r"\bberufs(?:bildungs)?reife",
    rf"\b{_FIRST_ONE} (?:allgemeinbildende[rnms]? )?schulabschluss\w{{0,2}}",
    r"\bvolksschul(?:abschluss|-)",
    r"\b(?:qualifizierende[rnms]? )?mittelschulabschluss(?! \(\0)",
    r"\bquali\b",
    rf"\b{_LEFT} {_OF_A} (?:haupt|mittel)schule",
    rf"\bhauptschule (?:\w{{1,14}} ){{0,2}}{_DONE}",
    r"\babgeschlossene[rn]? hauptschule\b",
    r"\b(?:irgend)?(?:ein(?:en)? beliebige[nr]?|jede[rnms]?) schulabschluss",
    r"\balle schulabschluesse",
    r"\bmindestens (?:irgend)?ein(?:en)? schulabschluss",
)
_NAMES = tuple(
    (certificate, re.compile(names))
    for certificate, names in (
        (Certificate.NONE, _NO_CERTIFICATE),
        (Certificate.FHR_SCHOOL, _HALF_FHR),
        (Certificate.FHR, _FULL_FHR),
        (Certificate.ABITUR, _ABITUR),
        (Certificate.HAUPTSCHULE_9, _FIRST_OR_MIDDLE),
        (Certificate.HAUPTSCHULE_10, _TEN_A),
        (Certificate.MITTLERER, _MIDDLE),
        (Certificate.HAUPTSCHULE_9, _FIRST),
    )
)
"""In the order in which they are looked for: a longer name before the shorter one within it."""


class Named(NamedTuple):
    """A certificate that a sentence names, and where."""

    certificate: Certificate
    begin: int
    end: int


def named_in(plain: str) -> list[Named]:
    """Return the certificates that a ``plain_sentence`` names, in their order.

    >>> [each.certificate.value for each in named_in("fachoberschulreife oder abitur")]
    ['mittlerer', 'abitur']
    """
    found: list[Named] = []
    for certificate, pattern in _NAMES:
        matches = tuple(pattern.finditer(plain))
        if matches:
            found += (Named(certificate, *match.span()) for match in matches)
            plain = pattern.sub(blotted, plain)
    return sorted(found, key=lambda named: named.begin)

"""Title phrases: what stands in a title around the name of what is learnt."""

import re

_PEOPLE = r"(?:[/*:_(-]{0,2}-?(?:innen|in|[rn])\)?)?"
_ATTRIBUTE = (
    r"(?:(?:deine?|ihre?|eine?|die|unsere|duale|dualen|(?:voll|vollzeit)?schulische|betriebliche"
    r"|praxisintegrierte|vergütete|bezahlte|verkürzte|generalistische|kooperative|freier?|mehrere"
    r"|neue|noch|[\wäöüß-]{2,20}jährige[rn]?|\d{1,3}\s?x|\d{1,3})\s)"
)
_NOUN = (
    r"(?:(?:(?:Berufs|Erst|Teilzeit|PiA|PIA|2in1|2-in-1)-?)?Ausbildung(?:en|s(?:platz|plätze|stellen?"
    r"|beruf|angebot|gang))?"
    rf"|Auszubildende{_PEOPLE}|Azubis?|Azubine|Lehre|Lehrstellen?|Lehrlinge?|Nachwuchskr(?:aft|äfte)|Studierende{_PEOPLE}"
    r"|(?:Duale[srnm]?\s)?(?:(?:Bachelor|Master)-?)?(?:Studium|Studiengang|Studienplatz)"
    rf"|(?:Duale[rsn]?|Dual)\sStudierende{_PEOPLE}|(?:(?:Duale[rsn]?|Dual)\s)?Student{_PEOPLE})"
)
_LINK = (
    r"(?:als|zu[rm]\s?[/*:_]\s?zu[rm]|zu[rm]\s?/-?\s?[rm]|zum|zur|zu|im|in\sder|in|der|des|für"
    r"|bzw\.|oder|Beruf|Ausbildungsberuf|Studiengang|Fachrichtung|Bereich|Teilzeit|Vollzeit"
    r"|den|das|dem|einer?|einem|staatlich\s(?:anerkannten?|geprüften?))"
)

LEAD_IN = re.compile(
    r"^(?:wir\ssuchen(?:\s(?:dich|sie))?|wir\sbilden\saus|gesucht|jetzt\sbewerben|stellenausschreibung|werde|starte|beginne"
    r"|ausschreibung|neu)\b[\s:!–-]*|\sgesucht\s?!*$",
    re.IGNORECASE,
)
"""A call before or behind."""

TRAINING_BEFORE = re.compile(
    rf"^{_ATTRIBUTE}{{0,3}}{_NOUN}\b(?:\sin\s(?:Teil|Voll)zeit)?(?:\s\([^()]{{1,20}}\)(?=\s(?:zu|als)))?"
    r"(?!\s?(?:und|oder|&|,|/))"
    rf"(?:\s?[:–—|]\s?|\s-\s|\s)(?P<links>(?:{_LINK}\s){{0,5}})",
    re.IGNORECASE,
)
"""The word for the training, with what links it to the name: "Ausbildung zur/zum "."""

_FORM = r"(?:(?:duale|schulische|praxisintegrierte)[rs]?\s)?"
_PLACE = r"Ausbildung(?:s(?:platz|plätze|stellen?|beruf))?"
_BEHIND = rf"(?:{_PLACE}|Azubis?|Auszubildende{_PEOPLE}|Lehrstelle|Lehrling|Duales\sStudium|dual)"
TRAINING_BEHIND = re.compile(
    rf"\s?(?:[–—|,:]|\s-|\s//)\s?(?:in\s)?{_FORM}{_BEHIND}(?:\s\(PiA\))?$|\sdual$"
    rf"|\s?[(\[](?:in\s)?{_FORM}{_BEHIND}[)\]]|\sin\s{_FORM}Ausbildung$",
    re.IGNORECASE,
)
"""The word for the training behind the name: " – Ausbildung", " (dual)"."""

TRAINING_AT_END = re.compile(
    rf"(?P<word>[A-ZÄÖÜ][^\s-]*[^\s\W]\)?)(?:\s{_FORM}{_BEHIND}|-Ausbildung)$"
)
"""The same right behind the last word of the name: "Koch Ausbildung", "Koch-Ausbildung"."""

ATTRIBUTE_ALONE = re.compile(
    r"(?:beamten|pia|(?:teil|voll)zeit|d(?:er|ie|as)|zum|zur|als|und|oder|für|mit|bei"
    r"|(?:[mds]?ein|kein|ihr|eur|unser|all|neu|frei|offen|weiter|mehrer|verschieden|erst)e?[nrsm]?"
    r"|\w+(?:iert|isch|lich|al|ig|rn)e[nrsm]?)",
    re.IGNORECASE,
)
"""A word that belongs to the training, not to a name: "Schulische Ausbildung"."""

SERVICE = re.compile(r"^(?:[a-zäöü]{4,25}en\s){1,2}(?=[\w-]{0,25}dienst\b)", re.IGNORECASE)
"""A service as it stands behind "im" or "für den": "mittleren nichttechnischen Dienst"."""

INNER_LINK = re.compile(
    r"(?P<joint>\s?/\s?|\s(?:und|oder|bzw\.|beziehungsweise)\s)(?:Ausbildung\s)?zu[rm]\s",
    re.IGNORECASE,
)
"""A second "zum" or "zur": "Kaufmann / zur Kauffrau"."""

CODE = re.compile(
    r"[(\[]\s?(?:Kenn(?:ziffer|zahl|ung|z\.?)|Kziff\.?|Kz\.?|Ref\w*\.?|Job|Stelle\w*|Ausschreibung\w*"
    r"|ID|Nr\.?)[^()\[\]]{0,40}\d[^()\[\]]{0,20}[)\]]"
    r"|(?:^|\s?[–—|,:-])\s?(?:Kennziffer|Kennzahl|Kennung|Referenznummer|Ref\.?-?\s?Nr\.?"
    r"|Stellen-?(?:ID|Nr\.?)|Job-?ID)\s?:?\s?[\w./-]{1,25}(?=$|\s[–—|-])",
    re.IGNORECASE,
)
"""A reference number."""

_TOWN = (
    r"(?:Landeshaupt|Kreis|Hanse|Universitäts)?[Ss]tadt(?:verwaltung)?\s[A-ZÄÖÜ][\wäöüß-]{2,30}"
    r"(?:\s(?:an\sder|am|im|ob\sder|a\.\s?d\.)\s[A-ZÄÖÜ]\w{1,20})?"
)
EMPLOYER = re.compile(
    rf"\s?[(\[]?\b(?:bei|in|an)\s(?:der|die)\s{_TOWN}[)\]]?"
    r"|\sbei\sder\sStadt(?:verwaltung)?(?=\s?[:–|]|\s(?:-|als|zum|zur)\s|$)"
    rf"|\sfür\sdie\s{_TOWN}$|^{_TOWN}\s?[:–—|]\s?|^{_TOWN}\s-\s|\s?[–—|,(]\s?{_TOWN}\)?$"
    rf"|(?:\s-|(?<!der)(?<!die))\s{_TOWN}$"
)
"""The city as employer."""

BRACKET = re.compile(r"\s?[(\[{](?P<inside>[^()\[\]{}]{1,45})[)\]}]\*?")
"""Anything in brackets; it goes if it is a gender marker."""

BARE_GENDER = re.compile(
    r"(?<![\w/|])(?:[mwdfxi]\s?[/|]\s?){1,3}[mwdfxi](?![\w/|])|(?<!\w)(?:mwd|gn\*?)(?!\w)",
    re.IGNORECASE,
)
"""A gender marker without brackets: m/w/d."""

_GENDER = re.compile(
    r"[mwdxfiantsko]|gn|mwd|wmd|mfd|div(?:erse?)?|inter|all(?:er?)?|any|und|oder|egal|human"
    r"|männlich|weiblich|menschen|genders?|geschlechter|geschlechtsneutral|genderneutral"
)
_TELLING = re.compile(
    r"gn|mwd|wmd|divers|genders?|geschlechter|geschlechtsneutral|genderneutral|menschen"
)


def is_gender_marker(inside: str) -> bool:
    """Whether the text between two brackets only says that all genders are meant.

    >>> [is_gender_marker(each) for each in ("m/w/d", "w | m | divers", "gn", "B.A.", "EQ")]
    [True, True, True, False, False]
    """
    words = re.findall(r"[^\W\d_]+", inside.casefold())
    if not words or not all(map(_GENDER.fullmatch, words)):
        return False
    initials = {word[0] for word in words}
    return any(map(_TELLING.fullmatch, words)) or ("m" in initials and len(words) > 1)

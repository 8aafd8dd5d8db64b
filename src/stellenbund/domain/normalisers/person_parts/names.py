"""Names: where a text names a person – addressed as such, introduced, or standing alone."""

import re
from collections.abc import Iterator
from itertools import chain

NAME_REMOVED = "[Name entfernt]"

GAP = r"(?:\s|•|</?(?:strong|b|em|i|p|br|li|ul|ol|tr|td|th|table|tbody|h[234])>)"
_NO_NAME = (
    r"(?!(?:Tel|Telefon|Fax|E-?Mail|Mail|Mobil|Zimmer|Raum|Frau|Herrn?|Sie|Ihnen|Ihre?n?|Dir|Dich"
    r"|Dein\w*|Du|Wir|Uns\w*|Die|Der|Das|Den|Dem|Bei|Für|Zum|Zur|Unter|Von|Im|In|Am|An|Auf|Mit|Und"
    r"|Oder|Weitere\w*|Fragen|Alle|Amt|Abteilung|Bereich|Fachbereich|Fachdienst|Sachgebiet|Referat"
    r"|Dezernat|Büro|Team|Stadt|Landeshauptstadt|Rathaus|Feuerwehr|Berufsfeuerwehr|Zentrale"
    r"|Telefonisch|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Bewerb\w*|Personal\w*"
    r"|Ausbildung\w*|Karriere\w*|Nachwuchs\w*|Recruiting\w*|Kontakt\w*|Ansprech\w*|Name"
    r"|[\wäöüß]*(?:amt|service|stelle|leitung|management|betriebe?|verwaltung|schule|kolleg"
    r"|straße|strasse|platz|frist|schluss))\b)"
)
_PART = r"[A-ZÀ-ÖØ-ÞŠŽĆČĞİŞ][a-zß-öø-ÿšžćčğışñ’']+"
_WORD = rf"{_NO_NAME}{_PART}(?:-{_PART})*"
_CAPITALS = r"[A-ZÀ-ÖØ-ÞŠŽĆČĞİŞ]{3,40}+(?![\w-])"
_TITLE = r"(?:(?:Dr|Prof|Dipl|Ing|Mag)\.?(?:-Ing\.?)?\s?){0,4}"
_INITIAL = r"(?:[A-ZÀ-ÖØ-Þ]\.\s?)?"
_PARTICLE = r"(?:(?:von|van|vom|zu|zur|de|der|den|el|al)\s){0,3}"
_SURNAME = (
    rf"{_TITLE}{_INITIAL}{_PARTICLE}(?:{_WORD}(?:\s+{_PARTICLE}{_WORD}){{0,2}}(?:\s{_CAPITALS})?"
    rf"|{_CAPITALS})"
)
_FULL_NAME = rf"{_TITLE}(?:{_WORD}|[A-ZÀ-ÖØ-Þ]\.)\s+{_PARTICLE}{_WORD}(?:\s+{_WORD})?"
_ANSWERER = (
    r"(?:Ansprech(?:partner|person)(?:[:*_]?innen|/?-?in(?:nen)?|en)?|Kontaktperson(?:en)?"
    r"|Ausbild(?:er|ungsleiter)(?:[:*_]?in|/?-?in)?|Ausbildungsleitung|Kontakt|Auskunft"
    r"|Auskünfte|Rückfragen)"
)
_FILLER = (
    r"(?:\s+(?:erteilt|erteilen|gibt|geben|beantwortet|beantworten|Ihnen|Dir|dir|euch|Euch|gerne?|weiter|auch|Fragen|Ihre|deine|Auskunft|Auskünfte"
    r"|Ihr|dein|ist|sind|für|zu|zur|zum|Ausbildung|Bewerbung)\b){0,8}+"
)
_INTRODUCTIONS = (
    *("Ansprech", "Kontakt", "Ausbilder", "Ausbildungsleit", "Auskunft", "Auskünfte"),
    *("Rückfragen", "Fragen beantwort", "hilft", "helfen", "berät", "beraten"),
)
"""With what each introduction of a name begins; looking for names themselves costs far more."""

_NO_FRIDAY = "".join(
    f"(?<!{before})"
    for before in (
        *("–", "-", "– ", "- ", "[Bb]is ", "und ", "oder ", "[Aa]m ", "[Jj]eden ", "ab ", "nur "),
        *(f"{day}{sign} " for day in ("Mo", "Di", "Mi", "Do") for sign in (".", ",", ".,", "")),
    )
)
"""Before "Fr." it is no Friday."""

ADDRESSED = re.compile(
    rf"(?:\b(?:Frau|Herrn?|Hrn?){GAP}{{1,6}}+|\b(?:Hrn?|{_NO_FRIDAY}Fr)\.{GAP}{{0,6}}+){_SURNAME}"
)
"""A person by her address, with her name."""

_INTRODUCED = re.compile(
    rf"(?P<label>\b(?:{_ANSWERER}{_FILLER}{GAP}{{0,6}}+:?|Fragen beantworte[tn]{_FILLER}"
    rf"|(?:hilft|helfen|berät|beraten)\s(?:Ihnen|dir|Dir|euch)\sgerne?){GAP}{{0,6}}+)"
    rf"{_FULL_NAME}"
    rf"(?:(?:{GAP}{{0,4}}(?:,|und|oder|/|&(?:amp;)?){GAP}{{0,4}}|{GAP}{{1,6}}+){_FULL_NAME}){{0,9}}"
)


_ADDRESSES = ("Frau", "Herr", "Hr", "Fr.")
_BETWEEN = re.compile(
    r"[,;:|•()/\n\d]|\s[–-]\s|\b(?:Tel|Telefon|Telefonnummer|Fon|Mobil|Durchwahl|E-?Mail|Mail)\b\.?"
)
_ALONE = re.compile(_FULL_NAME)
_NO_PERSON = re.compile(
    r"\b(?:Stadt|Team|Haus|Zoo|Kitas?|Technische[rs]?|Soziale[rs]?|Innere[rs]?|Berufliche|Öffentliche"
    r"|[\wäöüß]*(?:ung|heit|keit|tion|schaft|dienste?|werke?|center|zentrum|kum|wesen|kasse"
    r"|theater|museum|bibliothek|archiv|hilfe|beratung))\b"
)


def addressed(text: str) -> Iterator[re.Match[str]]:
    """Yield all persons with their address."""
    return ADDRESSED.finditer(text) if any(map(text.__contains__, _ADDRESSES)) else iter(())


def names_person(contact: str) -> bool:
    """Say whether *contact*, which tells whom one asks, names a person; in doubt it does.

    >>> names_person("Sabine Kowalski (Personalamt)"), names_person("Technische Dienste Bochum")
    (True, False)
    """
    if any(addressed(contact)) or any(introduced(contact)):
        return True
    return any(_is_name(part.strip()) for part in _BETWEEN.split(contact))


def _is_name(part: str) -> bool:
    return _ALONE.fullmatch(part) is not None and _NO_PERSON.search(part) is None


def introduced(text: str) -> Iterator[re.Match[str]]:
    """Yield all introductions with the names that follow them."""
    done = 0
    cues = [each for each in _INTRODUCTIONS if each in text]
    for begin in sorted(chain.from_iterable(_places(text, each) for each in cues)):
        if begin >= done and (match := _INTRODUCED.match(text, begin)):
            done = match.end()
            yield match


def _places(text: str, words: str) -> Iterator[int]:
    """Yield where *words* begin in *text*."""
    begin = text.find(words)
    while begin >= 0:
        yield begin
        begin = text.find(words, begin + 1)

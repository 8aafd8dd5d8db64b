"""Persons: which mailboxes belong to one, and running text without them."""

import re

ADDRESS_REMOVED = "[persönliche Adresse entfernt]"
NAME_REMOVED = "[Name entfernt]"

MAILBOX = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}+"
    r"(?:@|\s?[(\[{]\s?(?:at|ät|@)\s?[)\]}]\s?)"
    r"(?:[\w-]{1,63}(?:\.|\s?[(\[{]\s?(?:dot|punkt)\s?[)\]}]\s?)){1,8}[a-z]{2,24}(?![\w-])",
    re.IGNORECASE,
)
"""A mail address, also one whose at sign is written out to hide it from machines."""

_TRAINS = re.compile(
    r"ausbild|azubi|bewerb|karriere|personal|recruit|nachwuchs|praktik|studium|stellen|jobs?$"
    r"|berufe|career|hr$|freiwillig|(?:fsj|bfd|bufdi|föj|foej)$|feuerwehr|berufsfeuerwehr"
    r"|rettungsdienst|einstellung|talent|anw(?:ä|ae)rter"
    r"|.*(?:ausbildung|bewerbung|personal|karriere|feuerwehr|nachwuchs|recruiting)"
)
_OFFICE = re.compile(
    r"(?:\w*(?:amt|verwaltung|betriebe?|werke|service|management|bibliothek|museum|reinigung)"
    r"|info|kontakt|post|poststelle|stadt|team|zentrale|rathaus|b(?:ü|ue)ro|sekretariat|office"
    r"|mail|dezernat|fachbereich|abteilung|referat|kitas?|umwelt|gr(?:ü|ue)n|tiefbau|hochbau"
    r"|sport|kultur|zoo|theater|archiv|forst|eb|fb|sg|nrw|anfragen?|beratung|online|it"
    r"|no|reply|noreply|hilfe|vhs|jugend|soziales|und|der|die|\d+)$"
)
_SEPARATOR = re.compile(r"[._+-]|(?<=[a-zäöüß])(?=\d)")

_GAP = r"(?:\s|•|</?(?:strong|b|em|i|p|br|li|ul|ol|tr|td|th|table|tbody|h[234])>)"
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
_TITLE = r"(?:(?:Dr|Prof|Dipl|Ing|Mag)\.?(?:-Ing\.?)?\s?){0,4}"
_INITIAL = r"(?:[A-ZÀ-ÖØ-Þ]\.\s?)?"
_PARTICLE = r"(?:(?:von|van|vom|zu|zur|de|der|den|el|al)\s){0,3}"
_SURNAME = rf"{_TITLE}{_INITIAL}{_PARTICLE}{_WORD}(?:\s+{_PARTICLE}{_WORD}){{0,2}}"
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
_PERSONAL_LINK = re.compile(
    r'<a href="mailto:(?P<box>[^"?]{3,254})[^"]{0,900}"[^<>]{0,60}>.{0,300}?</a>', re.DOTALL
)
_WRITTEN_AT = re.compile(r"[(\[{]\s?(?:at|ät)", re.IGNORECASE)
_INTRODUCTIONS = (
    *("Ansprech", "Kontakt", "Ausbilder", "Ausbildungsleit", "Auskunft", "Auskünfte"),
    *("Rückfragen", "Fragen beantwort", "hilft", "helfen", "berät", "beraten"),
)
"""Without one of these no name is introduced; looking for names themselves costs far more."""

_ADDRESSED = re.compile(rf"\b(?:Frau|Herrn?){_GAP}{{1,6}}+{_SURNAME}")
_INTRODUCED = re.compile(
    rf"(?P<label>\b(?:{_ANSWERER}{_FILLER}{_GAP}{{0,6}}+:?|Fragen beantworte[tn]{_FILLER}"
    rf"|(?:hilft|helfen|berät|beraten)\s(?:Ihnen|dir|Dir|euch)\sgerne?){_GAP}{{0,6}}+)"
    rf"{_FULL_NAME}"
    rf"(?:(?:{_GAP}{{0,4}}(?:,|und|oder|/|&amp;){_GAP}{{0,4}}|{_GAP}{{1,6}}+){_FULL_NAME}){{0,9}}"
)


def is_functional(address: str) -> bool:
    """Say whether a mailbox belongs to an office; in doubt it belongs to a person.

    >>> is_functional("feuerwehr-ausbildung@example.org"), is_functional("m.muster@example.org")
    (True, False)
    """
    local = re.split(r"@|\s?[(\[{]", address, maxsplit=1)[0].lower()
    words = [word for word in _SEPARATOR.split(local) if word]
    if any(_TRAINS.match(word) for word in words):
        return True
    return bool(words) and all(_OFFICE.match(word) for word in words)


def without_persons(text: str) -> str:
    """Return plain text or safe HTML without personal mail addresses and named contact persons.

    >>> without_persons("Ansprechpartnerin: Frau Maria Muster, ausbildung@example.org")
    'Ansprechpartnerin: [Name entfernt], ausbildung@example.org'
    """
    if "mailto:" in text:
        text = _PERSONAL_LINK.sub(_without_person_in_link, text)
    if "@" in text or _WRITTEN_AT.search(text):
        text = MAILBOX.sub(lambda box: box[0] if is_functional(box[0]) else ADDRESS_REMOVED, text)
    if "Frau" in text or "Herr" in text:
        text = _ADDRESSED.sub(NAME_REMOVED, text)
    if any(map(text.__contains__, _INTRODUCTIONS)):
        text = _INTRODUCED.sub(lambda match: f"{match['label']}{NAME_REMOVED}", text)
    return text


def _without_person_in_link(link: re.Match[str]) -> str:
    return link[0] if is_functional(link["box"]) else ADDRESS_REMOVED

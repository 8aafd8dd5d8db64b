"""Mailboxes: mail addresses in a text, and whether each belongs to an office."""

import re
from collections.abc import Iterator

ADDRESS_REMOVED = "[persönliche Adresse entfernt]"

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

_AT = re.compile(r"[@(\[{](?:(?<=@)|\s?(?:at|ät))", re.IGNORECASE)
_MAY_BEGIN_AT = ("@", "(", "[", "{")
_BEFORE, _BEHIND = 70, 700
"""Characters around an at sign within which a mailbox begins and ends."""


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


def mailboxes(text: str) -> Iterator[re.Match[str]]:
    """Yield all mailboxes; looking for one only around at signs is many times as fast."""
    if not any(map(text.__contains__, _MAY_BEGIN_AT)):
        return
    done = 0
    for sign in _AT.finditer(text):
        begin, end = max(done, sign.start() - _BEFORE), sign.end() + _BEHIND
        if sign.start() >= done and (box := MAILBOX.search(text, begin, end)):
            done = box.end()
            yield box

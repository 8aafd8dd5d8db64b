"""Contacts: offices, functional mailboxes and telephone numbers; persons are never named."""

import re
from enum import StrEnum
from typing import NamedTuple

from stellenbund.domain.normalisers.person_parts.mailboxes import MAILBOX, is_functional, mailboxes
from stellenbund.domain.normalisers.person_parts.names import names_person
from stellenbund.domain.normalisers.person_parts.telephones import telephones
from stellenbund.domain.normalisers.texts import read_text
from stellenbund.domain.statements import Contact

LONGEST = 2_000
_LONGEST_ADDRESS = 254

_WRITTEN_AT = re.compile(r"\s?[(\[{]\s?(?:at|ät|@)\s?[)\]}]\s?", re.IGNORECASE)
_WRITTEN_DOT = re.compile(r"\s?[(\[{]\s?(?:dot|punkt)\s?[)\]}]\s?", re.IGNORECASE)
_ADDRESS = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")

_NOUN = r"[A-ZÄÖÜ][\wäöüß-]+"
_TRAINING = (
    r"(?:Aus(?:- und Fort)?bildung|Nachwuchs|Personal|Recruiting|Karriere|Bewerb(?:er|ungs)"
    r"|Berufliche Bildung)"
)
_ROLE = re.compile(
    rf"(?:Team {_TRAINING}[\wäöüß-]*"
    rf"|(?:{_NOUN})?(?:[Aa]mt|[Aa]bteilung|[Ff]achbereich|[Ff]achdienst|[Ss]achgebiet|[Bb]ereich"
    rf"|[Rr]eferat|[Dd]ezernat) für {_NOUN}(?:(?:, {_NOUN})* und {_NOUN})?"
    rf"|(?:Amt|Abteilung|Fachbereich|Fachdienst|Sachgebiet|Bereich|Referat|Dezernat) {_TRAINING}"
    r"[\wäöüß]*"
    r"|[A-ZÄÖÜ][\wäöüß]+- und [A-ZÄÖÜ][\wäöüß]*(?:amt|abteilung)"
    rf"|{_TRAINING}(?:s?-?(?:[Aa]mt|[Aa]bteilung|[Tt]eam|[Ll]eitung|[Ss]ervice|[Bb]üro"
    r"|[Mm]anagement|[Ss]telle|[Mm]arketing|[Gg]ewinnung|[Ee]ntwicklung|[Cc]enter|[Vv]erwaltung"
    r"|[Ff]örderung|[Kk]oordination))"
    rf"|{_TRAINING}s?[\wäöüß-]*(?:team|abteilung|leitung|amt|service|büro)"
    r"|(?:Berufsf|F)euerwehr|Hauptamt|Jugendamt|Poststelle|Servicetelefon"
    r"|(?:Aus(?:- und Fort)?bildung|Recruiting|Personalgewinnung|Bewerbermanagement))"
    r"(?![\wäöüß])"
)


class Dropped(StrEnum):
    """What of a contact is a person's, and never published."""

    NAME = "name"
    LINE = "line"
    MAILBOX = "mailbox"


class ContactReading(NamedTuple):
    """A contact without persons, or ``None`` where nothing else was named; *dropped* with them."""

    contact: Contact | None = None
    dropped: frozenset[Dropped] = frozenset()


def read_contact(text: str | None) -> ContactReading:
    """Return the office, functional mailbox and telephone number in *text*.

    A number beside a person's name is her direct line, unless it is a switchboard's.

    >>> read_contact("Ausbildungsteam, Tel. 0521 / 51-2345").contact
    Contact(role='Ausbildungsteam', email=None, phone='+49521512345')
    >>> read_contact("Frau Maria Muster, Tel. 0521 / 51-2345").contact is None
    True
    """
    plain = read_text(text)
    if plain is None:
        return ContactReading()
    plain = plain[:LONGEST]
    numbers = list(telephones(plain, _names_office))
    boxes = [each[0] for each in mailboxes(plain)]
    contact = Contact(
        role=_role(plain),
        email=next(filter(None, map(_address, boxes)), None),
        phone=next((each.number for each in numbers if not each.is_personal), None),
    )
    was_there = {
        Dropped.NAME: names_person(plain),
        Dropped.LINE: any(each.is_personal for each in numbers),
        Dropped.MAILBOX: not all(map(is_functional, boxes)),
    }
    dropped = frozenset(each for each, is_there in was_there.items() if is_there)
    return ContactReading(contact if contact != Contact() else None, dropped)


def without_contact_persons(text: str) -> str:
    """Return *text*, a contact, as it may be kept: nothing of a person is left in it.

    >>> without_contact_persons("Maria Muster, 0521 51-2345, ausbildung@example.org")
    'ausbildung@example.org'
    """
    contact, dropped = read_contact(text)
    if not dropped:
        return text
    return ", ".join(filter(None, contact.model_dump().values())) if contact else ""


def _role(text: str) -> str | None:
    role = _ROLE.search(MAILBOX.sub(" ", text))
    return role[0] if role else None


def _names_office(words: str) -> bool:
    return _role(words) is not None


def _address(box: str) -> str | None:
    """Return a functional mailbox as one writes to it."""
    address = _WRITTEN_DOT.sub(".", _WRITTEN_AT.sub("@", box)).lower()
    is_right = is_functional(address) and _ADDRESS.fullmatch(address)
    return address if is_right and len(address) <= _LONGEST_ADDRESS else None

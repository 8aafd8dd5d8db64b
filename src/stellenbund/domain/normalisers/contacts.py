"""Contacts: offices, functional mailboxes and telephone numbers; persons are never named."""

import re

import phonenumbers

from stellenbund.domain.normalisers.persons import MAILBOX, is_functional
from stellenbund.domain.normalisers.texts import read_text
from stellenbund.domain.statements import Contact

LONGEST = 2_000

_WRITTEN_AT = re.compile(r"\s?[(\[{]\s?(?:at|ät|@)\s?[)\]}]\s?", re.IGNORECASE)
_WRITTEN_DOT = re.compile(r"\s?[(\[{]\s?(?:dot|punkt)\s?[)\]}]\s?", re.IGNORECASE)
_ADDRESS = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_FAX = re.compile(r"fax\W{0,12}$|telefax\W{0,12}$", re.IGNORECASE)

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


def read_contact(text: str | None) -> Contact | None:
    """Return the office, functional mailbox and telephone number in *text*; ``None`` if neither.

    >>> read_contact("Frau Maria Muster, Ausbildungsteam, Tel. 0521 / 51-2345")
    Contact(role='Ausbildungsteam', email=None, phone='+49521512345')
    """
    plain = read_text(text)
    if plain is None:
        return None
    plain = plain[:LONGEST]
    role = _ROLE.search(MAILBOX.sub(" ", plain))
    contact = Contact(role=role[0] if role else None, email=_email(plain), phone=_phone(plain))
    return contact if contact != Contact() else None


def _email(text: str) -> str | None:
    for box in MAILBOX.finditer(text):
        address = _WRITTEN_DOT.sub(".", _WRITTEN_AT.sub("@", box[0])).lower()
        if is_functional(address) and _ADDRESS.fullmatch(address) and len(address) <= 254:  # noqa: PLR2004
            return address
    return None


def _phone(text: str) -> str | None:
    """Return the first valid number that is no fax, as E.164."""
    for match in phonenumbers.PhoneNumberMatcher(text, "DE"):
        if not _FAX.search(text[: match.start]):
            return phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
    return None

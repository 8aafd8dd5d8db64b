"""Addresses: where a record says one applies, whom one asks, and where it stands itself."""

from functools import cache, partial

from stellenbund.domain.normalisers.contacts import Dropped, read_contact
from stellenbund.domain.normalisers.links import read_link, without_session
from stellenbund.domain.normalisers.person_parts.mailboxes import is_functional
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, Saying
from stellenbund.domain.normalisers.remembering import remembering
from stellenbund.domain.record import RawRecord
from stellenbund.domain.statements import Contact, Link
from stellenbund.domain.value import Value
from stellenbund.domain.vocabulary import ApplyKind

MAIL = "mailto:"

_read_contact = remembering(read_contact)

_PERSONAL = Saying(
    "contact.person_removed",
    "Die Bewerbung geht an eine persönliche Adresse; wir veröffentlichen sie nicht.",
    "Bitte ein Funktionspostfach wie ausbildung@… oder das Bewerbungsportal angeben.",
)
_DROPPED = {
    Dropped.NAME: "ein Name",
    Dropped.LINE: "eine Durchwahl",
    Dropped.MAILBOX: "eine persönliche Adresse",
}


class Addresses(Value):
    """The addresses that an opening's fields of the same names hold."""

    apply_url: Link | None = None
    apply_kind: ApplyKind | None = None
    source_url: Link | None = None
    contact: Contact | None = None


def read_addresses(record: RawRecord, *, base_url: str, notebook: Notebook) -> Addresses:
    """Return the addresses of *record*; who names only a mailbox takes applications by mail."""
    read = partial(_read, base_url=base_url)
    contact = _contact(record.contact, notebook)
    apply_url = _functional(notebook.read("apply_url", read, record.apply_url), notebook)
    if apply_url is None and contact and contact.email:
        apply_url = f"{MAIL}{contact.email}"
    source_url = notebook.read("url", read, record.url)
    return Addresses(
        apply_url=apply_url,
        apply_kind=_kind(apply_url),
        source_url=None if source_url and source_url.startswith(MAIL) else source_url,
        contact=contact,
    )


def _contact(text: str | None, notebook: Notebook) -> Contact | None:
    """Return the contact without persons, and note what was dropped of them, but not its text."""
    if text is None:
        return None
    contact, dropped = _read_contact(text)
    if dropped:
        notebook.note(_personal_contact(dropped), place="contact")
    return contact


@cache
def _personal_contact(dropped: frozenset[Dropped]) -> Saying:
    named = [words for each, words in _DROPPED.items() if each in dropped]
    listed = " und ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return Saying(
        "contact.person_removed",
        f"Als Kontakt steht hier {listed}; wir veröffentlichen das nicht, denn Namen von Personen "
        "und wie man nur sie erreicht zeigen wir nicht.",
        "Bitte ein Amt oder Team nennen, mit Funktionspostfach wie ausbildung@… oder gemeinsamer "
        "Rufnummer.",
    )


def _read(text: str, *, base_url: str) -> str:
    return without_session(read_link(text, base_url=base_url))


def _functional(link: str | None, notebook: Notebook) -> str | None:
    if link and link.startswith(MAIL) and not is_functional(link.removeprefix(MAIL)):
        notebook.note(_PERSONAL, place="apply_url")
        return None
    return link


def _kind(link: str | None) -> ApplyKind | None:
    if link is None:
        return None
    return ApplyKind.MAIL if link.startswith(MAIL) else ApplyKind.PORTAL

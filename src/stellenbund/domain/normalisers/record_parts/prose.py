"""Prose: the running texts of a record, safe and without persons."""

from dataclasses import dataclass
from functools import partial

from stellenbund.domain.finding import Severity
from stellenbund.domain.normalisers.persons import without_persons
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, Saying
from stellenbund.domain.normalisers.texts import RichText, read_html
from stellenbund.domain.record import RawRecord

_SHORTENED = Saying(
    "text.shortened",
    "Der Text ist länger als 60.000 Zeichen; wir zeigen nur seinen Anfang.",
    "Bitte den Text kürzen; Ausführliches gehört auf die verlinkte Seite.",
    Severity.WARNING,
)
_PERSON_REMOVED = Saying(
    "contact.person_removed",
    "Im Text standen Namen oder persönliche Adressen; wir veröffentlichen sie nicht.",
    "Ein Funktionspostfach wie ausbildung@… bleibt stehen.",
)


@dataclass(frozen=True, kw_only=True)
class Prose:
    """The texts that an opening's fields of the same names hold; those validate them."""

    description_html: str | None = None
    description_text: str | None = None
    tasks: str | None = None
    profile: str | None = None
    benefits: str | None = None


_NOTHING = RichText()


def read_prose(record: RawRecord, *, base_url: str, notebook: Notebook) -> Prose:
    """Return the texts of *record*; without a profile of its own its requirements stand there."""
    read = partial(_read, base_url=base_url, notebook=notebook)
    description = read(record.description_html, "description")
    profile = read(record.profile_html, "profile").text
    return Prose(
        description_html=description.html,
        description_text=description.text,
        tasks=read(record.tasks_html, "tasks").text,
        profile=profile or read(record.requirements, "requirements").text,
        benefits=read(record.benefits_html, "benefits").text,
    )


def _read(html: str | None, place: str, *, base_url: str, notebook: Notebook) -> RichText:
    if html is None:
        return _NOTHING
    rich = notebook.read(place, partial(read_html, base_url=base_url), html) or RichText()
    if rich.is_shortened:
        notebook.note(_SHORTENED, place=place)
    return _anonymous(rich, place, base_url=base_url, notebook=notebook)


def _anonymous(rich: RichText, place: str, *, base_url: str, notebook: Notebook) -> RichText:
    """Take persons out and clean once more, so that the sanitiser has the last word."""
    html, text = without_persons(rich.html or ""), without_persons(rich.text or "")
    if (html, text) == (rich.html or "", rich.text or ""):
        return rich
    notebook.note(_PERSON_REMOVED, place=place)
    clean = notebook.read(place, partial(read_html, base_url=base_url), html) or RichText()
    return RichText(html=clean.html, text=text or None, is_shortened=rich.is_shortened)

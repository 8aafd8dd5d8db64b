"""Readers: each makes values of a text that was typed by hand, as if it stood at a source."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from stellenbund.domain.city import City
from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.finding import clip
from stellenbund.domain.normalisers.partner_schools import read_partner_schools
from stellenbund.domain.normalisers.places import read_places
from stellenbund.domain.normalisers.professions import match_profession
from stellenbund.domain.normalisers.record_parts.addresses import read_addresses
from stellenbund.domain.normalisers.record_parts.answers import read_answers
from stellenbund.domain.normalisers.record_parts.headline import LONGEST
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, short_line
from stellenbund.domain.normalisers.record_parts.prose import Prose, read_prose
from stellenbund.domain.normalisers.record_parts.terms import read_terms
from stellenbund.domain.normalisers.record_parts.times import read_times
from stellenbund.domain.normalisers.texts import fold, read_line
from stellenbund.domain.normalisers.title_parts.no_titles import is_no_title
from stellenbund.domain.normalisers.titles import read_title
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.domain.vocabulary import Kind

KINDS: Mapping[str, Kind] = {
    "Ausbildung": Kind.DUAL_APPRENTICESHIP,
    "Schulische Ausbildung": Kind.SCHOOL_BASED,
    "Beamtenausbildung": Kind.CIVIL_SERVICE_PREPARATION,
    "Duales Studium": Kind.DUAL_STUDY,
    "Einstiegsqualifizierung": Kind.ENTRY_QUALIFICATION,
    "Praktikum": Kind.INTERNSHIP,
    "Freiwilligendienst": Kind.VOLUNTARY_YEAR,
    "Sonstiges": Kind.OTHER,
}
"""How HR calls each kind."""

_KIND_OF = {fold(word): kind for word, kind in KINDS.items()} | {fold(kind): kind for kind in Kind}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What is known about the opening before the text is read: for its pay, when it starts."""

    city: City
    today: date
    starts_on: date | None = None


Reader = Callable[[str, Ground, Notebook], Mapping[str, object]]
"""A text, its ground and the notebook for findings → values by the opening's fields.

What cannot be read at all is raised as ``UnreadableTextError``.
"""


def _record(**said: Any) -> RawRecord:  # noqa: ANN401 - any field of a raw record
    """Return the record of a source that says nothing else; it stands on no page."""
    return RawRecord(page="", **said)


def _title(text: str, ground: Ground, _notebook: Notebook) -> Mapping[str, object]:
    title = read_title(read_line(text) or "")
    if is_no_title(title.published, city=ground.city.name):
        raise UnreadableTextError(text, "title.none", "Das sagt nicht, was man lernt.")
    if len(title.published) > LONGEST:
        message = f"Der Titel ist länger als {LONGEST} Zeichen."
        raise UnreadableTextError(text, "title.too_long", message)
    return {"title": title.title or title.published, "title_published": title.published}


def _profession(text: str, _ground: Ground, _notebook: Notebook) -> Mapping[str, object]:
    match = match_profession(text)
    if match is None:
        message = "Das ist kein Beruf unserer Liste, oder es lässt offen, welcher."
        raise UnreadableTextError(text, "profession.none", message)
    return {
        "profession": match.slug,
        "kldb": match.kldb,
        "profession_score": match.score,
        "profession_method": match.method,
    }


def _kind(text: str, _ground: Ground, _notebook: Notebook) -> Mapping[str, object]:
    kind = _KIND_OF.get(fold(read_line(text) or ""))
    if kind is None:
        raise UnreadableTextError(text, "kind.unknown", "Diese Art kennen wir nicht.")
    return {"kind": kind}


def _times(key: str) -> Reader:
    def read(text: str, ground: Ground, notebook: Notebook) -> Mapping[str, object]:
        record = _record(**{key: text})
        return vars(read_times(record, title_start=None, today=ground.today, notebook=notebook))

    return read


def _terms(key: str) -> Reader:
    def read(text: str, ground: Ground, notebook: Notebook) -> Mapping[str, object]:
        record, starts_on = _record(**{key: text}), ground.starts_on
        return vars(read_terms(record, prose=Prose(), starts_on=starts_on, notebook=notebook))

    return read


def _prose(key: str) -> Reader:
    def read(text: str, _ground: Ground, notebook: Notebook) -> Mapping[str, object]:
        prose = read_prose(_record(**{f"{key}_html": text}), base_url="", notebook=notebook)
        return {**vars(prose), "language": "de"}

    return read


def _claim(label: str) -> Reader:
    def read(text: str, _ground: Ground, _notebook: Notebook) -> Mapping[str, object]:
        return vars(read_answers(_record(labelled=((label, text),)), prose=Prose()))

    return read


def _address(key: str) -> Reader:
    def read(text: str, _ground: Ground, notebook: Notebook) -> Mapping[str, object]:
        return vars(read_addresses(_record(**{key: text}), base_url="", notebook=notebook))

    return read


def _org_unit(text: str, _ground: Ground, _notebook: Notebook) -> Mapping[str, object]:
    return {"org_unit": short_line(text)}


def _places(text: str, ground: Ground, notebook: Notebook) -> Mapping[str, object]:
    lines = (part for line in text.splitlines() for part in line.split(";"))
    places, findings = read_places([RawPlace(name=clip(each)) for each in lines], city=ground.city)
    notebook.extend(findings)
    return {"places": places}


def _partner_schools(text: str, _ground: Ground, _notebook: Notebook) -> Mapping[str, object]:
    return {"partner_schools": read_partner_schools(text)}


READERS: Mapping[str, Reader] = {
    "title": _title,
    "profession": _profession,
    "kind": _kind,
    **{key: _times(key) for key in ("start", "deadline", "opens", "duration")},
    **{key: _terms(key) for key in ("positions", "pay", "weekly_hours", "certificate")},
    **{key: _prose(key) for key in ("description", "tasks", "profile", "benefits")},
    **{key: _address(key) for key in ("contact", "apply_url", "url")},
    "org_unit": _org_unit,
    "place": _places,
    "partner_school": _partner_schools,
    # What is asked under such a label, the claims' normalisers answer.
    "part_time": _claim("Teilzeit"),
    "takeover": _claim("Übernahme"),
    "german_level": _claim("Deutschkenntnisse"),
    "nationality": _claim("Staatsangehörigkeit"),
    "foreign_certificate": _claim("Ausländischer Abschluss"),
    "minimum_age": _claim("Mindestalter"),
    "maximum_age": _claim("Höchstalter"),
    "driving_licence": _claim("Führerschein"),
    "medical_check": _claim("Ärztliche Untersuchung"),
    "inclusive": _claim("Inklusion"),
}
"""How each correctable value is read."""

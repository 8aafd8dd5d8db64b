"""Records: from what a reader took from a page to the notices of a harvest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.normalisers.languages import read_language
from stellenbund.domain.normalisers.partner_schools import read_partner_schools
from stellenbund.domain.normalisers.persons import without_persons
from stellenbund.domain.normalisers.places import read_places
from stellenbund.domain.normalisers.record_parts.addresses import read_addresses
from stellenbund.domain.normalisers.record_parts.answers import read_answers
from stellenbund.domain.normalisers.record_parts.context import Context
from stellenbund.domain.normalisers.record_parts.encoding import put_right
from stellenbund.domain.normalisers.record_parts.fitting import note_fit
from stellenbund.domain.normalisers.record_parts.headline import Headline, read_headline
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, Saying, short_line
from stellenbund.domain.normalisers.record_parts.prose import Prose, read_prose
from stellenbund.domain.normalisers.record_parts.references import (
    described_reference,
    is_shared,
    shared_addresses,
    shared_references,
    stated_reference,
)
from stellenbund.domain.normalisers.record_parts.terms import read_terms
from stellenbund.domain.normalisers.record_parts.times import is_closed, read_times
from stellenbund.domain.normalisers.remembering import remembering
from stellenbund.domain.normalisers.texts import read_line
from stellenbund.domain.normalisers.title_parts.no_titles import is_no_title
from stellenbund.domain.notice import Notice
from stellenbund.domain.opening import Fields
from stellenbund.domain.record import RawRecord

__all__ = ["Context", "Normalised", "normalise", "normalise_all"]

_is_no_title = remembering(is_no_title)
_read_language = remembering(read_language)
_without_persons = remembering(without_persons)

_WORDED = ("org_unit", "start_text", "deadline_text", "certificate_text")

_SHARED_REFERENCE = Saying(
    "record.shared_reference",
    "Mehrere Ausschreibungen tragen diese Kennung; unterschieden werden sie nach ihrer Adresse.",
    "Bitte jeder Ausschreibung eine eigene Kennziffer geben.",
    Severity.WARNING,
)
_NO_TITLE = Saying(
    "record.no_title",
    "Die Ausschreibung hat keinen Titel; so können wir sie nicht zeigen.",
    "Bitte einen Titel eintragen.",
    Severity.ERROR,
)
_NOT_A_TITLE = Saying(
    "title.none",
    "Was hier als Titel steht, sagt nicht, was man lernt; so können wir die Stelle nicht zeigen.",
    "Bitte den Beruf als Titel eintragen. Steht er auf der Seite, liest unser Programm das falsche "
    "Feld.",
    Severity.ERROR,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalised:
    """One record read: a notice, or left out (no training place, or closed), or unreadable.

    It is left out *uncertainly* where only a list spoke, and said too little to tell its kind.
    """

    reference: str
    findings: tuple[Finding, ...]
    notice: Notice | None = None
    is_left_out: bool = False
    is_uncertain: bool = False


def normalise(
    record: RawRecord, context: Context, *, shared: frozenset[str] = frozenset()
) -> Normalised:
    """Read one record; what cannot be read becomes a finding, and nothing is ever raised.

    References and addresses that several records of its delivery *share* do not identify it.
    """
    notebook = Notebook()
    record = put_right(record, notebook)
    reference = stated_reference(record, shared)
    if is_shared(record, shared):
        notebook.note(_SHARED_REFERENCE, place="reference", value=record.reference)
    title = read_line(record.title)
    if title is None or _is_no_title(title, city=context.city.name):
        notebook.note(_NOT_A_TITLE if title else _NO_TITLE, place="title", value=title)
        return _normalised(reference or short_line(record.page) or "?", notebook)
    reference = reference or described_reference(record, notebook)
    prose = read_prose(record, base_url=record.page, notebook=notebook)
    headline = read_headline(record, prose=prose, context=context, notebook=notebook)
    if headline.kind.kind is None:
        left_out = _normalised(reference, notebook, is_left_out=True)
        return replace(left_out, is_uncertain=record.is_partial)
    if is_closed(record, today=context.today, notebook=notebook):
        return _normalised(reference, notebook, is_left_out=True)
    fields = _fields(record, context, headline=headline, prose=prose, notebook=notebook)
    notice = Notice(reference=reference, fields=fields, is_partial=record.is_partial)
    return _normalised(reference, notebook, notice)


def _normalised(
    reference: str,
    notebook: Notebook,
    notice: Notice | None = None,
    *,
    is_left_out: bool = False,
) -> Normalised:
    signed = (each.model_copy(update={"reference": reference}) for each in notebook.findings)
    return Normalised(
        reference=reference, findings=tuple(signed), notice=notice, is_left_out=is_left_out
    )


def _fields(
    record: RawRecord, context: Context, *, headline: Headline, prose: Prose, notebook: Notebook
) -> Fields:
    times = read_times(
        record, title_start=headline.title.start_text, today=context.today, notebook=notebook
    )
    places, findings = read_places(record.places, city=context.city)
    notebook.extend(findings)
    terms = read_terms(record, prose=prose, starts_on=times.starts_on, notebook=notebook)
    note_fit(headline, terms, notebook)
    values: dict[str, object] = {
        **headline.values(),
        **vars(prose),
        **vars(times),
        **vars(terms),
        **vars(read_answers(record, prose=prose)),
        **vars(read_addresses(record, base_url=record.page, notebook=notebook)),
        "org_unit": short_line(record.org_unit),
        "language": notebook.read("language", _read_language, record.language) or "de",
        "places": places,
        "partner_schools": read_partner_schools(record.partner_school),
        "licence": context.licence,
        "attribution": context.attribution,
    }
    return Fields.model_validate(values | _without_persons_in(values))


def _without_persons_in(values: Mapping[str, object]) -> dict[str, str]:
    """Return the lines among *values* that a source words itself, without persons."""
    lines = ((name, values.get(name)) for name in _WORDED)
    return {name: _without_persons(line) for name, line in lines if isinstance(line, str)}


def normalise_all(delivery: Delivery, context: Context) -> Harvest:
    """Read all records of *delivery*; nothing is ever raised.

    Records with one reference that say the same are one notice. Where they differ the first one
    stays, a full one before a partial one, and the others become findings; but a reference under
    which different titles stand at different addresses identifies none of them.
    """
    shared = shared_references(delivery.records)
    shared |= shared_addresses(delivery.records, shared)
    read = [normalise(record, context, shared=shared) for record in delivery.records]
    notices, duplicates = _by_reference(each.notice for each in read if each.notice)
    unreadable = {each.reference for each in read if not (each.notice or each.is_left_out)}
    left_out = {each.reference for each in read if each.is_left_out}
    uncertain = {each.reference for each in read if each.is_uncertain}
    findings = (finding for each in read for finding in each.findings)
    return Harvest(
        notices=tuple(notices.values()),
        unreadable=delivery.unreadable | (unreadable - notices.keys()),
        left_out=frozenset(left_out - notices.keys()),
        uncertain=frozenset(uncertain - notices.keys()),
        skipped=delivery.skipped,
        gone=delivery.gone,
        findings=(*delivery.findings, *findings, *duplicates),
        trouble=delivery.trouble,
        reason=delivery.reason,
        is_excerpt=delivery.is_excerpt,
        pages=delivery.pages,
        not_modified=delivery.not_modified,
    )


def _by_reference(told: Iterable[Notice]) -> tuple[dict[str, Notice], list[Finding]]:
    """Return one notice for each reference, and findings about those that differ from it."""
    notices: dict[str, Notice] = {}
    duplicates: list[Finding] = []
    for notice in told:
        first = notices.setdefault(notice.reference, notice)
        if first.is_partial and not notice.is_partial:
            notices[notice.reference] = notice
        elif first.fields != notice.fields and not notice.is_partial:
            duplicates.append(_duplicate(first, notice))
    return notices, duplicates


def _duplicate(first: Notice, other: Notice) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="record.duplicate_reference",
        message="Zwei verschiedene Ausschreibungen tragen dieselbe Kennung; die erste gilt.",
        reference=first.reference,
        place="reference",
        value=f"{first.fields.title} / {other.fields.title}",
        remedy="Bitte jeder Ausschreibung eine eigene Kennziffer geben.",
    )

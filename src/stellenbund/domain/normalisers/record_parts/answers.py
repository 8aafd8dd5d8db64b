"""Answers: the claims of a record, read from all its texts together."""

from stellenbund.domain.normalisers.claims import Claims, read_claims
from stellenbund.domain.normalisers.persons import without_persons
from stellenbund.domain.normalisers.record_parts.notebook import short_line
from stellenbund.domain.normalisers.record_parts.prose import Prose
from stellenbund.domain.normalisers.remembering import remembering
from stellenbund.domain.normalisers.texts import read_text
from stellenbund.domain.record import RawRecord

MOST_LABELS = 50

_read_claims = remembering(read_claims)
_without_persons = remembering(without_persons)


def read_answers(record: RawRecord, *, prose: Prose) -> Claims:
    """Return the claims of *record*; what stands among the benefits is an offer, no condition."""
    stated = (*_labelled(record), read_text(record.requirements))
    parts = (
        *(_without_persons(part) for part in stated if part),
        prose.profile,
        prose.description_text,
        f"Wir bieten:\n{prose.benefits}" if prose.benefits else None,
    )
    return _read_claims("\n\n".join(part for part in parts if part))


def _labelled(record: RawRecord) -> list[str]:
    """Return the fields that answer directly, and unknown labels, each as a line of its own."""
    pairs = (
        ("Arbeitszeit", record.working_time),
        ("Übernahme", record.takeover),
        *record.labelled[:MOST_LABELS],
    )
    stated = ((short_line(label), short_line(value)) for label, value in pairs)
    return [f"{label}: {value}" for label, value in stated if label and value]

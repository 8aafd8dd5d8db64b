"""Terms: pay, hours, number of places and certificate of a record."""

from datetime import date
from decimal import Decimal
from functools import partial

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.certificates import read_certificate
from stellenbund.domain.normalisers.pay import read_pay
from stellenbund.domain.normalisers.positions import read_positions
from stellenbund.domain.normalisers.record_parts.notebook import Notebook
from stellenbund.domain.normalisers.record_parts.prose import Prose
from stellenbund.domain.normalisers.remembering import remembering
from stellenbund.domain.normalisers.texts import read_text
from stellenbund.domain.normalisers.working_time import names_hours, read_weekly_hours
from stellenbund.domain.record import RawRecord
from stellenbund.domain.statements import Pay
from stellenbund.domain.value import Text, Value
from stellenbund.domain.vocabulary import Certificate

LONGEST = 2_000

_read_certificate = remembering(read_certificate)
_read_pay = remembering(read_pay)
_read_positions = remembering(read_positions)
_read_weekly_hours = remembering(read_weekly_hours)


class Terms(Value):
    """The values that an opening's fields of the same names hold."""

    positions: int | None = None
    pay: Pay | None = None
    weekly_hours: Decimal | None = None
    certificate: Certificate | None = None
    certificate_text: Text | None = None


def read_terms(
    record: RawRecord, *, prose: Prose, starts_on: date | None, notebook: Notebook
) -> Terms:
    """Return the terms of *record*; pay is hinted for the day on which the training starts."""
    certificate, words = _certificate(record, prose, notebook)
    return Terms(
        positions=notebook.read("positions", _read_positions, record.positions),
        pay=notebook.read("pay", partial(_read_pay, starts_on=starts_on), record.pay),
        weekly_hours=_weekly_hours(record, notebook),
        certificate=certificate,
        certificate_text=words,
    )


def _weekly_hours(record: RawRecord, notebook: Notebook) -> Decimal | None:
    """Return the hours of their own field, else those that the working time mentions."""
    hours = record.weekly_hours
    if hours is None and record.working_time and names_hours(record.working_time):
        hours = record.working_time
    return notebook.read("weekly_hours", _read_weekly_hours, hours)


def _certificate(
    record: RawRecord, prose: Prose, notebook: Notebook
) -> tuple[Certificate | None, str | None]:
    """Return the certificate of its own field, else the one that the texts ask for."""
    own = read_text(record.certificate)
    if own:
        reading = notebook.read("certificate", _read_certificate, own)
        return (reading.certificate if reading else None), own[:LONGEST].strip()
    for text in (prose.profile, read_text(record.requirements), prose.description_text):
        try:
            reading = read_certificate(text or "")
        except UnreadableTextError:
            # A running text need not name one; only a field of its own promises to.
            continue
        return reading.certificate, reading.text
    return None, None

"""Correct: a city sets values of its openings by hand, hides them, and takes that back."""

from dataclasses import dataclass

from sqlmodel import Session

from stellenbund.domain.audit import Deed
from stellenbund.domain.clock import berlin_day
from stellenbund.domain.correcting import Question, question_about, said_of
from stellenbund.domain.correction import (
    WHOLE,
    Choice,
    Correction,
    KeptCorrection,
    Reply,
    Said,
    Signature,
)
from stellenbund.domain.correction_parts.fault import moved_on, unasked, withdrawn
from stellenbund.domain.correction_parts.readers import Ground
from stellenbund.domain.correction_parts.reading import Reading, Typed, read_typed
from stellenbund.domain.finding import Finding
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.desk import (
    hold_opening,
    log_correction,
    make_known,
    publish_again,
    sources_of,
)
from stellenbund.store.cities import find_city, hold_city
from stellenbund.store.corrections import (
    drop_correction,
    find_correction,
    find_hiding,
    save_correction,
)
from stellenbund.store.openings import get_opening

CLEARED = "cleared"
"""What the audit says of a value that was cleared, and of an opening that was hidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The corrections as they are kept, and what a person should know about what was typed.

    *status* is where the opening stands with them: a deadline that is over takes it off the lists.
    """

    corrections: tuple[KeptCorrection, ...]
    status: Status
    findings: tuple[Finding, ...]


def set_values(
    session: Session, city: str, opening: str, typed: Typed, signature: Signature
) -> Corrected:
    """Let values of an opening be what was *typed*, or nothing for ``None``, until taken back.

    Raises:
        NotFoundError: the city has no such opening.
        UncorrectableError: something in it cannot be read or set; then nothing is.
    """
    home = find_city(session, city)
    make_known(session, home)
    found = hold_opening(session, city, opening, signature)
    merged = sources_of(session, opening)
    if merged is None:
        raise withdrawn(opening)
    ground = Ground(city=home, today=berlin_day(signature.at), starts_on=found.starts_on)
    read = read_typed(typed, ground)
    kept = tuple(
        save_correction(session, _drafted(found, key, each, said_of(merged, key), signature))
        for key, each in read.items()
    )
    publish_again(session, city, opening, signature)
    told = {key: each.text or CLEARED for key, each in read.items()}
    log_correction(session, Deed.VALUES_SET, city, opening, signature, told)
    return Corrected(
        corrections=kept,
        status=get_opening(session, opening, signature.at).status,
        findings=tuple(finding for each in read.values() for finding in each.findings),
    )


def clear_value(
    session: Session, city: str, opening: str, field: str, signature: Signature
) -> Corrected:
    """Let an opening state nothing under *field*, whatever its sources say.

    Raises:
        NotFoundError: the city has no such opening.
        UncorrectableError: there is no such field, or no opening is shown without it.
    """
    return set_values(session, city, opening, {field: None}, signature)


def take_back(session: Session, city: str, number: int, signature: Signature) -> KeptCorrection:
    """Forget a correction, so that what the sources say holds again; return what it was.

    Raises:
        NotFoundError: the city has no correction with that number.
    """
    hold_city(session, city)
    correction = find_correction(session, city, number)
    _forget(session, correction, signature)
    is_whole = correction.field == WHOLE
    deed = Deed.OPENING_SHOWN if is_whole else Deed.CORRECTION_TAKEN_BACK
    told = {} if is_whole else {correction.field: correction.text or CLEARED}
    log_correction(session, deed, city, correction.opening, signature, told)
    return correction


def hide(session: Session, city: str, opening: str, signature: Signature) -> KeptCorrection:
    """Hold an opening back until it is shown again: no public answer tells of it meanwhile.

    Raises:
        NotFoundError: the city has no such opening.
    """
    found = hold_opening(session, city, opening, signature)
    merged = sources_of(session, opening)
    over = said_of(merged, WHOLE) if merged else {}
    drafted = _drafted(found, WHOLE, Reading(text=None, stated={}), over, signature)
    kept = save_correction(session, drafted)
    publish_again(session, city, opening, signature)
    log_correction(session, Deed.OPENING_HIDDEN, city, opening, signature, {})
    return kept


def show(session: Session, city: str, opening: str, signature: Signature) -> Opening:
    """Show a hidden opening again, and return it; one that is not hidden stays as it is.

    Raises:
        NotFoundError: the city has no such opening.
    """
    hold_opening(session, city, opening, signature)
    hiding = find_hiding(session, opening)
    if hiding is not None:
        take_back(session, city, hiding.id, signature)
    return get_opening(session, opening, signature.at)


def answer(
    session: Session,
    city: str,
    number: int,
    reply: Reply,
    signature: Signature,
) -> KeptCorrection | None:
    """Answer the question about a correction, and return what is kept of it.

    Kept, it stands over what the sources say by now; else it is forgotten.

    Raises:
        NotFoundError: the city has no correction with that number.
        UnaskedError: nothing is asked about it, or something else by now.
    """
    hold_city(session, city)
    correction = find_correction(session, city, number)
    question = _asked(session, correction, reply)
    kept = None
    if reply.choice is Choice.KEEP:
        kept = save_correction(session, correction.model_copy(update={"over": question.now}))
    else:
        _forget(session, correction, signature)
    told = {correction.field: correction.text or CLEARED, "answer": reply.choice.value}
    log_correction(session, Deed.QUESTION_ANSWERED, city, correction.opening, signature, told)
    return kept


def _drafted(
    of: Opening, field: str, read: Reading, over: Said, signature: Signature
) -> Correction:
    return Correction(
        city=of.city,
        opening=of.id,
        field=field,
        text=read.text,
        stated=read.stated,
        over=over,
        set_at=signature.at,
        actor=signature.by.actor,
        note=signature.line,
    )


def _forget(session: Session, correction: KeptCorrection, signature: Signature) -> None:
    drop_correction(session, correction.id)
    publish_again(session, correction.city, correction.opening, signature)


def _asked(session: Session, correction: KeptCorrection, reply: Reply) -> Question:
    """Return the question that *reply* answers, if it is still the one that was shown."""
    merged = sources_of(session, correction.opening)
    question = question_about(merged, correction) if merged else None
    if question is None:
        raise unasked(correction.id)
    if reply.seen is not None and reply.seen != question.fingerprint:
        raise moved_on(correction.id)
    return question

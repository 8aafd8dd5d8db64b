"""correct: values of an opening are set by hand, or it is hidden."""

from collections.abc import Sequence
from typing import Annotated

import typer
from pydantic import TypeAdapter, ValidationError
from sqlmodel import Session

from stellenbund.commands.callers import As, caller
from stellenbund.commands.correction_report import print_corrections
from stellenbund.commands.environment import load_settings
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.findings import print_findings
from stellenbund.commands.screen import say
from stellenbund.commands.show import OpeningId
from stellenbund.commands.surroundings import now, opened
from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.correction import Signature
from stellenbund.domain.finding import Finding
from stellenbund.domain.opening import Opening
from stellenbund.domain.value import Line
from stellenbund.domain.vocabulary import Status
from stellenbund.flows import correct as flow
from stellenbund.flows.questions import correction_states
from stellenbund.store.corrections import list_corrections
from stellenbund.store.database import reading, writing
from stellenbund.store.openings import get_opening

Values = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FIELD=TEXT]…", help=f"What is to stand there. Fields: {', '.join(CORRECTABLE)}."
    ),
]
Clear = Annotated[
    list[str] | None,
    typer.Option(metavar="FIELD", help="A field that is to state nothing; repeat for several."),
]
Hide = Annotated[
    bool | None,
    typer.Option("--hide/--show", help="Hold it back from every public answer, or no longer."),
]
_WHAT_THAT_MEANS = {
    Status.EXPIRED: ": its deadline is over, so it is no longer public",
    Status.HELD: ": it is in no public answer",
}
Because = Annotated[str | None, typer.Option(help="Why; it is kept for the city.")]


def correct(
    opening_id: OpeningId,
    values: Values = None,
    *,
    clear: Clear = None,
    hide: Hide = None,
    because: Because = None,
    name: As = None,
) -> None:
    """Set values of an opening by hand: they hold whatever its sources say, until taken back.

    Each text is read as if it stood at a source. `stellenbund corrections` lists what was set.
    """
    typed = _typed(values or (), clear or ())
    if not typed and hide is None:
        raise WrongUseError("Say what to correct: FIELD=TEXT, --clear FIELD, --hide or --show.")
    signature = Signature(by=caller(name), at=now(), note=_note(because))
    with opened(load_settings()) as engine:
        with writing(engine) as session:
            city = get_opening(session, opening_id, signature.at).city
            findings: Sequence[Finding] = ()
            if typed:
                done = flow.set_values(session, city, opening_id, typed, signature)
                findings = done.findings
            after = _seen(session, city, opening_id, signature, hide=hide)
        with reading(engine) as session:
            kept = list_corrections(session, city, opening=opening_id)
            states = correction_states(session, kept)
    print_corrections(states)
    print_findings(findings)
    say(f"“{after.title}” of {city} is {after.status}{_WHAT_THAT_MEANS.get(after.status, '')}.")


def _seen(
    session: Session, city: str, opening: str, signature: Signature, *, hide: bool | None
) -> Opening:
    """Hide or show the opening if that is wanted, and return it as it stands then."""
    if hide is False:
        return flow.show(session, city, opening, signature)
    if hide:
        flow.hide(session, city, opening, signature)
    return get_opening(session, opening, signature.at)


def _typed(values: Sequence[str], clear: Sequence[str]) -> dict[str, str | None]:
    pairs = [(each, *each.partition("=")) for each in values]
    for given, field, sign, _ in pairs:
        if not field or not sign:
            raise WrongUseError(f"{given}: a value is set as FIELD=TEXT.")
    typed: dict[str, str | None] = dict.fromkeys(clear)
    typed |= {field: text for _, field, _, text in pairs}
    if len(typed) < len(values) + len(clear):
        raise WrongUseError("A field can be set or cleared once at a time.")
    return typed


def _note(because: str | None) -> str | None:
    if because is None:
        return None
    try:
        return TypeAdapter[str](Line).validate_python(because)
    except ValidationError as error:
        raise WrongUseError(f"--because: {error.errors()[0]['msg']}.") from error

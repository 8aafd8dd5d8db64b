"""Consents: what a person at this machine says to a doubted run."""

from typing import Annotated

import typer
from pydantic import ValidationError

from stellenbund.commands.errors import WrongUseError
from stellenbund.domain.access import Caller
from stellenbund.domain.decision import Consent

Run = Annotated[int, typer.Argument(metavar="RUN", help="Number of the doubted run.", min=1)]
Because = Annotated[str, typer.Option(help="Why; it is kept and shown with the run.")]


def consent(because: str, by: Caller) -> Consent:
    """Return who decides and why.

    Raises:
        WrongUseError: the reason is empty, too long, or has control characters.
    """
    try:
        return Consent(actor=by.name, reason=because)
    except ValidationError as error:
        raise WrongUseError(f"--because: {error.errors()[0]['msg']}.") from error

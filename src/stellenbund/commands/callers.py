"""Callers: who acts at this machine, as the audit keeps it."""

import getpass
from typing import Annotated

import typer
from pydantic import ValidationError

from stellenbund.commands.errors import WrongUseError
from stellenbund.domain.access import EVERYTHING, Caller

As = Annotated[
    str | None,
    typer.Option("--as", metavar="NAME", help="Who does it; else your login name."),
]


def caller(name: str | None) -> Caller:
    """Return who acts: whoever can reach the database is the operator, and has a name.

    Raises:
        WrongUseError: the name is empty, too long, or has control characters, or there is none.
    """
    try:
        return Caller(name=_login() if name is None else name, grant=EVERYTHING)
    except ValidationError as error:
        raise WrongUseError(f"--as: {error.errors()[0]['msg']}.") from error


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise WrongUseError("--as: this machine does not know who you are; say so.") from error

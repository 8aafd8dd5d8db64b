"""token: the tokens with which programs act for a city or for the operator."""

from datetime import datetime
from typing import Annotated

import typer
from pydantic import ValidationError

from stellenbund.commands.callers import As, caller
from stellenbund.commands.environment import load_settings
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.options import AsJson
from stellenbund.commands.screen import print_json, results, say
from stellenbund.commands.surroundings import declared_cities, known, looking, now, opened
from stellenbund.commands.token_report import print_tokens, sentence, told
from stellenbund.domain.access import EVERYTHING, Grant, Verb
from stellenbund.domain.token import LONGEST, LONGEST_OVERLAP, Rotation, TokenTerms
from stellenbund.flows import tokens as flow
from stellenbund.flows.chance import new_secret
from stellenbund.store.database import writing
from stellenbund.store.tokens import list_tokens

Name = Annotated[str, typer.Option(help="Which program gets it; the audit names it so.")]
City = Annotated[str | None, typer.Option(help="Slug of the city that it is for.")]
IsOperators = Annotated[bool, typer.Option("--operator", help="It is for the operator.")]
Can = Annotated[
    list[Verb] | None,
    typer.Option(help="What it may do; repeat for several. The operator's may do everything."),
]
Days = Annotated[int, typer.Option(help="For how many days.", min=1, max=LONGEST)]
Overlap = Annotated[
    int,
    typer.Option(help="For how many days the old one goes on.", min=0, max=LONGEST_OVERLAP),
]
Number = Annotated[int, typer.Argument(metavar="ID", help="Number of the token.", min=1)]
OfCity = Annotated[str | None, typer.Option("--city", help="Only the tokens of this city.")]


def create_token(
    *,
    name: Name,
    city: City = None,
    is_operators: IsOperators = False,
    can: Can = None,
    days: Days = 365,
    by: As = None,
) -> None:
    """Give out a token: it is printed this once, and kept as a fingerprint only.

    Say what it is for with --city and --can, or --operator, and which program gets it with --name.
    """
    terms = _terms(name, _grant(city, can or [], is_operators=is_operators), days=days, at=now())
    who = caller(by)
    with opened(load_settings()) as engine, writing(engine) as session:
        issued = flow.create_token(session, terms, by=who, new_secret=new_secret)
    _show(issued)


def list_all_tokens(*, city: OfCity = None, as_json: AsJson = False) -> None:
    """List the tokens: what each may do, until when, and when it was last used."""
    if city is not None:
        known(declared_cities(load_settings()), city)
    with looking() as session:
        tokens = list_tokens(session, city)
    if as_json:
        print_json([told(token, now()) for token in tokens])
    else:
        print_tokens(tokens, now())


def rotate_token(
    number: Number, *, overlap_days: Overlap = 14, days: Days = 365, by: As = None
) -> None:
    """Replace a token: the new one may do the same, the old one ends after the overlap."""
    rotation, who = Rotation(at=now(), days=days, overlap_days=overlap_days), caller(by)
    with opened(load_settings()) as engine, writing(engine) as session:
        issued = flow.rotate_token(session, number, rotation, by=who, new_secret=new_secret)
    _show(issued)


def revoke_token(number: Number, *, by: As = None) -> None:
    """Revoke a token: from this moment on it opens nothing."""
    who = caller(by)
    with opened(load_settings()) as engine, writing(engine) as session:
        token = flow.revoke_token(session, number, by=who, at=now())
    say(f"Token {number}, {token.name}, is revoked.")


def _grant(city: str | None, verbs: list[Verb], *, is_operators: bool) -> Grant:
    if (city is None) != is_operators:
        raise WrongUseError("Say who the token is for: either --city or --operator.")
    if city is None:
        return Grant(city=None, verbs=frozenset(verbs)) if verbs else EVERYTHING
    if not verbs:
        raise WrongUseError(f"Say what it may do: --can {', --can '.join(Verb)}.")
    known(declared_cities(load_settings()), city)
    return Grant(city=city, verbs=frozenset(verbs))


def _terms(name: str, grant: Grant, *, days: int, at: datetime) -> TokenTerms:
    try:
        return TokenTerms.lasting(days, name=name, grant=grant, at=at)
    except ValidationError as error:
        raise WrongUseError(f"--name: {error.errors()[0]['msg']}.") from error


def _show(issued: flow.Issued) -> None:
    """Print the token alone on stdout, so that a script can take it from there."""
    results().print(issued.text, highlight=False, markup=False, soft_wrap=True)
    say(sentence(issued.token))

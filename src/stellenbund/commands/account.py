"""account: people are invited to the HR pages, listed, and shut out."""

from typing import Annotated

import typer
from pydantic import ValidationError

from stellenbund.commands.account_report import print_accounts, reminders, sentence, told
from stellenbund.commands.callers import As, caller
from stellenbund.commands.environment import load_settings
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.letters import posting, send_now
from stellenbund.commands.options import AsJson
from stellenbund.commands.screen import print_json, results, say
from stellenbund.commands.surroundings import (
    declared_cities,
    known,
    looking,
    now,
    opened,
)
from stellenbund.domain.access import EVERYTHING, Grant, Verb
from stellenbund.domain.account import AccountTerms
from stellenbund.domain.invitation_letter import invitation_letter
from stellenbund.flows.accounts import Invited, close_account, invite
from stellenbund.flows.chance import new_id, new_ticket
from stellenbund.settings import Settings
from stellenbund.store.accounts import list_accounts
from stellenbund.store.database import writing

_OTHERS = ", ".join(verb for verb in Verb if verb is not Verb.READ_OWN)

Email = Annotated[str, typer.Argument(help="E-mail address that the person signs in with.")]
Name = Annotated[
    str | None, typer.Option(help="Name of the person, for the audit; else the address.")
]
City = Annotated[str | None, typer.Option(help="Slug of the city that she acts for.")]
IsOperators = Annotated[bool, typer.Option("--operator", help="She acts for the operator.")]
Can = Annotated[
    list[str] | None,
    typer.Option(
        metavar="VERB,…",
        help=f"What she may do besides reading: {_OTHERS}; "
        "an operator's account may do everything.",
    ),
]
OfCity = Annotated[str | None, typer.Option("--city", help="Only the accounts of this city.")]


def invite_person(
    email: Email,
    *,
    city: City = None,
    is_operators: IsOperators = False,
    can: Can = None,
    name: Name = None,
    by: As = None,
) -> None:
    """Invite a person to the HR pages: a link that works once, for seven days.

    With a mail server in the settings it is sent to her, else it is printed.

    Invite her again if she forgot her password or shall do something else: what is said now
    counts from now on, and an older link is good for nothing. Send the link by a way that only
    she reads.
    """
    terms = _terms(email, name or email, _grant(city, can or [], is_operators=is_operators))
    settings, who = load_settings(), caller(by)
    with opened(settings) as engine, writing(engine) as session:
        invited = invite(session, terms, by=who, at=now(), new_ticket=new_ticket)
    _give_out(settings, invited)
    for each in reminders(invited, settings):
        say(each)


def _give_out(settings: Settings, invited: Invited) -> None:
    """Send the link to its person, or print it where that cannot be done."""
    link = f"{settings.public_address}/hr/einladung/{invited.ticket}"
    invitation = invited.invitation
    letter = invitation_letter(invitation, link=link, name=new_id(), at=now())
    complaint = send_now(settings, letter)
    if complaint is None:
        say(sentence(invitation, is_sent=True))
        return
    results().print(link, highlight=False, markup=False, soft_wrap=True)
    say(sentence(invitation))
    if posting(settings) is not None:
        say(complaint)


def list_all_accounts(*, city: OfCity = None, as_json: AsJson = False) -> None:
    """List the accounts: for which city, what each may do, and whether it is open."""
    if city is not None:
        known(declared_cities(load_settings()), city)
    with looking() as session:
        accounts = list_accounts(session, city)
    if as_json:
        print_json([told(account) for account in accounts])
    else:
        print_accounts(accounts)


def close(email: Email, *, by: As = None) -> None:
    """Close an account: whoever is signed in with it is out at once, and nobody comes in."""
    address, who = _terms(email, email, EVERYTHING).email, caller(by)
    with opened(load_settings()) as engine, writing(engine) as session:
        account = close_account(session, address, by=who, at=now())
    say(f"Account {account.id}, {account.name}, is closed.")


def _grant(city: str | None, can: list[str], *, is_operators: bool) -> Grant:
    if (city is None) != is_operators:
        raise WrongUseError("Say for whom she acts: either --city or --operator.")
    words = [word.strip() for each in can for word in each.split(",")]
    unknown = sorted(set(words) - set(Verb))
    if unknown:
        raise WrongUseError(f"--can: there is no {unknown[0]!r}; there are {', '.join(Verb)}.")
    verbs = frozenset(Verb(word) for word in words)
    if city is None:
        return Grant(city=None, verbs=verbs) if verbs else EVERYTHING
    known(declared_cities(load_settings()), city)
    return Grant(city=city, verbs=verbs | {Verb.READ_OWN})


def _terms(email: str, name: str, grant: Grant) -> AccountTerms:
    try:
        return AccountTerms.of(email, name=name, grant=grant)
    except ValidationError as error:
        first = error.errors()[0]
        if first["loc"] == ("email",):
            raise WrongUseError(f"{email} is no e-mail address.") from error
        raise WrongUseError(f"--name: {first['msg']}.") from error

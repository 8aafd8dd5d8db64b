"""Account report: what there is to say about accounts, which is never a password."""

from collections.abc import Iterator, Sequence
from typing import Any

from stellenbund.commands.screen import cell, plain, results, table
from stellenbund.domain.access import Grant, Verb
from stellenbund.domain.account import Account, Invitation
from stellenbund.flows.accounts import Invited
from stellenbund.settings import Settings


def print_accounts(accounts: Sequence[Account]) -> None:
    """Print a line per account."""
    drawn = table("account", "for", "e-mail", "name", "can", "state", numbers=["account"])
    for account in accounts:
        drawn.add_row(
            str(account.id),
            cell(account.grant.city or "operator"),
            cell(account.email),
            cell(account.name),
            cell(account.grant.words),
            cell(account.state),
        )
    results().print(drawn)


def told(account: Account) -> dict[str, Any]:
    """Return *account* as JSON tells it, with its state."""
    grant = {"city": account.grant.city, "verbs": sorted(account.grant.verbs)}
    return {**plain(account), "grant": grant, "state": account.state}


def sentence(invitation: Invitation, *, is_sent: bool = False) -> str:
    """Say whom an invitation is for, how long it waits, and what to do with its link."""
    account = invitation.account
    told = (
        f"Account {account.id}, {account.name}: acts for {_whose(account.grant)}, may "
        f"{account.grant.words}. "
        f"The link works once, until {invitation.expires_at:%Y-%m-%d %H:%M} UTC; "
    )
    if is_sent:
        return f"{told}it was sent to {account.email}."
    return f"{told}whoever has it can choose the password, so send it by a way that only she reads."


def reminders(invited: Invited, settings: Settings) -> Iterator[str]:
    """Yield what whoever invites may not have meant, each as a sentence."""
    account, before = invited.invitation.account, invited.before
    if before is not None:
        yield (
            f"{account.email} had an account already, {before.state}: it acted for "
            f"{_whose(before.grant)} and could {before.grant.words}. What is said now counts "
            "instead, and an earlier link is void."
        )
    if account.grant.verbs == {Verb.READ_OWN}:
        others = ",".join(sorted(set(Verb) - {Verb.READ_OWN}))
        yield f"It can only read; --can {others}, or some of them, lets its person do more."
    if "public_address" not in settings.model_fields_set:
        yield (
            f"STELLENBUND_PUBLIC_ADDRESS is not set, so the link begins with "
            f"{settings.public_address} and leads nowhere from another machine."
        )


def _whose(grant: Grant) -> str:
    return f"the city {grant.city}" if grant.city else "the operator"

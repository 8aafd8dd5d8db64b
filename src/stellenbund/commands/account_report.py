"""Account report: what there is to say about accounts, which is never a password."""

from collections.abc import Sequence
from typing import Any

from stellenbund.commands.screen import cell, plain, results, table
from stellenbund.domain.account import Account, Invitation


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


def sentence(invitation: Invitation) -> str:
    """Say whom an invitation is for and how long it waits."""
    account = invitation.account
    whose = f"the city {account.grant.city}" if account.grant.city else "the operator"
    return (
        f"Account {account.id}, {account.name}: acts for {whose}, may {account.grant.words}. "
        f"The link works once, until {invitation.expires_at:%Y-%m-%d %H:%M} UTC; whoever has it "
        "can choose the password, so send it by a way that only she reads."
    )

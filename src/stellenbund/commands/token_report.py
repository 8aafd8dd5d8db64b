"""Token report: what there is to say about tokens, which is never the tokens themselves."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from stellenbund.commands.screen import cell, plain, results, table
from stellenbund.domain.token import Token


def print_tokens(tokens: Sequence[Token], now: datetime) -> None:
    """Print a line per token."""
    columns = ("token", "for", "name", "can", "state", "until", "last used", "replaces")
    drawn = table(*columns, numbers=["token", "replaces"])
    for token in tokens:
        drawn.add_row(
            str(token.id),
            cell(token.grant.city or "operator"),
            cell(token.name),
            cell(token.grant.words),
            cell(token.state(now)),
            f"{token.expires_at:%Y-%m-%d}",
            cell(token.last_used_on or "never"),
            cell(token.replaces),
        )
    results().print(drawn)


def told(token: Token, now: datetime) -> dict[str, Any]:
    """Return *token* as JSON tells it, with its state at *now*."""
    grant = {"city": token.grant.city, "verbs": sorted(token.grant.verbs)}
    return {**plain(token), "grant": grant, "state": token.state(now)}


def sentence(token: Token) -> str:
    """Say what a token that was just given out is good for."""
    whose = f"the city {token.grant.city}" if token.grant.city else "the operator"
    return (
        f"Token {token.id}, {token.name}: for {whose}, may {token.grant.words}, until "
        f"{token.expires_at:%Y-%m-%d}. Keep it now: it is shown this once and never again."
    )

"""cli: the edge of the command line – words in, one sentence and an exit code out."""

import os
import sys

import typer

from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.screen import say
from stellenbund.commands.words import Word, group_of
from stellenbund.domain.errors import NotFoundError, StellenbundError

TRACEBACK = "STELLENBUND_TRACEBACK"
"""Set to anything, it shows where an error came from."""

EXAMPLES = {
    "migrate": "stellenbund migrate",
    "scrape": "stellenbund scrape bochum essen",
    "check-links": "stellenbund check-links --every 1",
    "serve": "STELLENBUND_PORT=8080 stellenbund serve --workers 2",
    "deliver": "stellenbund deliver --watch",
    "webhooks": "stellenbund webhooks bochum",
    "restart-copies": "stellenbund restart-copies",
    "cities": "stellenbund cities --json",
    "runs": "stellenbund runs bochum --limit 5",
    "release": 'stellenbund release 17 --because "Die Stellen sind wirklich besetzt."',
    "reject": 'stellenbund reject 17 --because "Die Seite war kaputt."',
    "upload": "stellenbund upload Stellen.xlsx --city bochum --commit",
    "uploads": "stellenbund uploads bochum --undo k7m2x9qa4w",
    "correct": "stellenbund correct k3v7m2x9qp deadline=28.02.2027 --clear positions",
    "corrections": "stellenbund corrections bochum --asked",
    "audit": "stellenbund audit bochum",
    "why": "stellenbund why bochum/site 2027-17",
    "show": "stellenbund show k3v7m2x9qp",
    "explain": 'stellenbund explain date "zum 1. August 2027" "ab sofort"',
    "read": "stellenbund read job_posting page.html --city bochum",
    "probe": "stellenbund probe https://karriere.bochum.de --city bochum",
    "save": "stellenbund save bochum https://karriere.bochum.de/ausbildung",
    "approve": "stellenbund approve bochum",
    "openapi": "stellenbund openapi > docs/openapi.json",
}
"""Every command with an example; it is the function of its name in the module of its name."""

TOKEN_WORDS = {
    "create": Word(
        "token",
        "create_token",
        'stellenbund token create --city bochum --can upload --name "Excel-Makro"',
    ),
    "list": Word("token", "list_all_tokens", "stellenbund token list --city bochum"),
    "rotate": Word("token", "rotate_token", "stellenbund token rotate 3 --overlap-days 7"),
    "revoke": Word("token", "revoke_token", "stellenbund token revoke 3"),
}
"""What can be done with tokens."""

ACCOUNT_WORDS = {
    "invite": Word(
        "account",
        "invite_person",
        "stellenbund account invite p.muster@bochum.example --city bochum --can upload,decide",
    ),
    "list": Word("account", "list_all_accounts", "stellenbund account list --city bochum"),
    "close": Word("account", "close", "stellenbund account close p.muster@bochum.example"),
}
"""What can be done with accounts."""

WORDS = {
    name: Word(name.replace("-", "_"), name.replace("-", "_"), example)
    for name, example in EXAMPLES.items()
}

app = typer.Typer(
    cls=group_of(WORDS),
    help="The apprenticeship openings of several cities: read, merged, served.",
    epilog="Exit code 1: something failed. Exit code 2: wrong use.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

tokens = typer.Typer(
    cls=group_of(TOKEN_WORDS),
    help="Tokens: with one, a program acts for a city or for the operator.",
    epilog="Example: stellenbund token list",
    no_args_is_help=True,
)
app.add_typer(tokens, name="token")

accounts = typer.Typer(
    cls=group_of(ACCOUNT_WORDS),
    help="Accounts: with one, a person acts for a city or for the operator at /hr/.",
    epilog="Example: stellenbund account list",
    no_args_is_help=True,
)
app.add_typer(accounts, name="account")


def main() -> None:
    """Run the command line; whatever goes wrong is one sentence and an exit code."""
    try:
        app()
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        say(sentence_for(error))
        sys.exit(2 if isinstance(error, WrongUseError) else 1)


def sentence_for(error: Exception) -> str:
    """Say what went wrong in one sentence."""
    first = next(iter(str(error).splitlines()), "")
    match error:
        case NotFoundError():
            return f"There is no {error.what} {error.name}."
        case StellenbundError():
            return first
    if type(error).__module__.startswith("sqlalchemy"):
        return f"The database cannot be used ({first}); {_remedy(first)}"
    return f"{type(error).__name__}: {first} ({TRACEBACK}=1 shows where it came from.)"


def _remedy(complaint: str) -> str:
    """Say what to do about what a database complains of."""
    if "malformed" in complaint or "not a database" in complaint:
        return "the file is damaged: put the last backup in its place."
    if "locked" in complaint:
        return "another program holds it: try again when that is done."
    return "stellenbund migrate sets one up."

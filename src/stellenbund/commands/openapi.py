"""openapi: the contract of the API."""

from typing import Annotated

import typer

from stellenbund.api.app import create_app
from stellenbund.api.fields_page import fields_page
from stellenbund.commands.environment import load_settings
from stellenbund.commands.screen import print_json

Fields = Annotated[
    bool, typer.Option("--fields", help="Print the page about every field instead, in Markdown.")
]


def openapi(*, fields: Fields = False) -> None:
    """Print the contract of the API as OpenAPI in JSON; nothing is served."""
    contract = create_app(load_settings()).openapi()
    if fields:
        typer.echo(fields_page(contract), nl=False)
    else:
        print_json(contract)

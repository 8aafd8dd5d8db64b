"""openapi: the contract of the API."""

from stellenbund.api.app import create_app
from stellenbund.commands.screen import print_json
from stellenbund.commands.surroundings import load_settings


def openapi() -> None:
    """Print the contract of the API as OpenAPI in JSON; nothing is served."""
    print_json(create_app(load_settings()).openapi())

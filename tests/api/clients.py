"""Clients of the application, as tests need them."""

from pydantic import SecretStr
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.settings import Settings
from tests.builders import NOW


def client_of(engine: Engine) -> TestClient:
    """Return a client that sees what the world would see, errors inside the service included."""
    settings = Settings(webhook_key=SecretStr("k" * 40))
    app = create_app(settings, engine=engine, clock=lambda: NOW)
    return TestClient(app, raise_server_exceptions=False)

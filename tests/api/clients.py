"""Clients of the application, as tests need them."""

from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.settings import Settings
from tests.builders import NOW


def client_of(engine: Engine) -> TestClient:
    """Return a client that sees what the world would see, errors inside the service included."""
    app = create_app(Settings(), engine=engine, clock=lambda: NOW)
    return TestClient(app, raise_server_exceptions=False)

"""Sandbox place: the application of the sandbox with a database that is thrown away."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import FastAPI

from stellenbund.api.app import create_app
from stellenbund.flows.sandbox import fill
from stellenbund.settings import Settings
from stellenbund.store.database import open_database
from stellenbund.store.migrations import migrate


class SandboxPlace:
    """The same application as the real one, before other openings and another clock.

    It knows no key, and no address that could be written to.
    """

    def __init__(self, settings: Settings, clock: Callable[[], datetime]) -> None:
        """Make its database in a folder for temporary files, which takes a second."""
        self._folder = TemporaryDirectory(prefix="stellenbund-sandbox-")
        self._engine = open_database(f"sqlite:///{Path(self._folder.name) / 'sandbox.db'}")
        migrate(self._engine)
        fill(self._engine)
        self.app: FastAPI = create_app(
            settings.model_copy(
                update={"operator_key": None, "webhook_key": None, "mail_sender": None}
            ),
            engine=self._engine,
            clock=clock,
        )

    def leave(self) -> None:
        """Throw the database away."""
        self._engine.dispose()
        self._folder.cleanup()

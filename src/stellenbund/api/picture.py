"""Current picture: what every public answer is made from, kept up to date beside the answering."""

import gc
import logging
import threading
from datetime import datetime
from pathlib import Path

from stellenbund.api.errors import NotReadyError
from stellenbund.flows.growth import grown
from stellenbund.flows.picture import Picture
from stellenbund.flows.saved_picture import save, saved
from stellenbund.store.database import DATABASE_ERRORS, Database

LOOKS_EVERY = 0.5
"""Seconds between two looks at the database."""

PATIENCE = 5
"""Seconds that the end of the service waits for the last look."""

NO_PICTURE = (
    "The openings have not been read from the database yet.",
    "Die Stellen sind noch nicht aus der Datenbank gelesen.",
)

logger = logging.getLogger(__name__)


class CurrentPicture:
    """The picture as it is now, ``app.state.picture``; it is replaced as a whole.

    Once it is followed, a thread looks every half second whether anything moved. Before that, and
    in tests, whoever asks for it looks first. While the database is away the last picture stays.
    """

    def __init__(self, engine: Database, file: Path | None = None) -> None:
        """Begin with what lies in *file*, if anything does, and lay there what becomes of it."""
        self._engine = engine
        self._file = file
        self._picture = self._saved = Picture()
        self._has_one = False
        self._turn = threading.Lock()
        self._end = threading.Event()
        self._follower: threading.Thread | None = None
        self.is_fresh = False

    @property
    def version(self) -> str:
        """A word that changes whenever any answer made from the picture may change.

        Empty: there is no picture yet, so nothing may be answered from what is prepared. It never
        raises, and where the picture is followed the database is not asked.
        """
        if self._follower is None:
            self.look()
        return self._picture.version if self._has_one else ""

    @property
    def moved_at(self) -> datetime | None:
        """When what is answered last moved, the same for all workers; ``None``: nobody knows."""
        return self._picture.moved_at

    def latest(self) -> Picture:
        """Return the picture.

        Raises:
            NotReadyError: there is none yet.
        """
        if not self.version:
            raise NotReadyError(*NO_PICTURE)
        return self._picture

    def look(self) -> None:
        """Bring the picture up to date; if the database does not answer, it stays as it was."""
        with self._turn:
            try:
                self._picture = grown(self._engine, self._picture)
            except DATABASE_ERRORS as error:
                if self.is_fresh or not self._has_one:
                    cause = getattr(error, "orig", None) or error
                    logger.warning("the database did not answer: %s", type(cause).__name__)
                self.is_fresh = False
            else:
                self._has_one = self.is_fresh = True

    def follow(self) -> None:
        """Look now, before anything is answered, and from now on every half second in a thread."""
        self._begin()
        self.look()
        self._save()
        # What is read once stays: no sweep for garbage has to look at it ever again.
        gc.freeze()
        gc.enable()
        self._follower = threading.Thread(target=self._keep_looking, daemon=True)
        self._follower.start()

    def leave(self) -> None:
        """End the thread, when nothing is answered any more."""
        self._end.set()
        if self._follower:
            self._follower.join(PATIENCE)
        self._save()

    def _keep_looking(self) -> None:
        while not self._end.wait(LOOKS_EVERY):
            try:
                self.look()
            except Exception:  # the edge of this thread: a mistake must not blind it for ever
                self.is_fresh = False
                logger.exception("the picture cannot be brought up to date")

    def _begin(self) -> None:
        if self._file is None:
            return
        try:
            self._picture = self._saved = saved(self._file, self._engine)
        except DATABASE_ERRORS as error:
            logger.warning("no picture from %s: %s", self._file, error)

    def _save(self) -> None:
        """Lay the picture aside; not while it answers, because that lets it remember more."""
        if self._file is None or not self.is_fresh or self._picture is self._saved:
            return
        try:
            save(self._picture, self._file, self._engine)
        except (*DATABASE_ERRORS, OSError) as error:
            logger.warning("no picture in %s: %s", self._file, error)
        else:
            self._saved = self._picture

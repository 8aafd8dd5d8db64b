"""Passwords: digested and compared by argon2id, few at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.password import normalised

AT_ONCE = 2
"""So many comparisons run at a time: each takes 64 MB, and nobody may fill the memory by asking."""


IN_LINE = 10
"""So many wait or have their turn; the threads of all others are needed for other pages."""


class TooManyAtOnceError(StellenbundError):
    """So many sign in at this moment that one more would have to wait for too long."""


class Passwords:
    """What digests passwords; argon2-cffi's own parameters are RFC 9106's for little memory."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Take the parameters of *hasher*, and a digest that no password has."""
        self._hasher = hasher or PasswordHasher()
        self._line, self._turns = Semaphore(IN_LINE), Semaphore(AT_ONCE)
        self._nobodys = self._hasher.hash("niemandes Passwort")

    def digest(self, password: str) -> str:
        """Return what is kept of a chosen password.

        Raises:
            TooManyAtOnceError: the line is full.
        """
        with self._turn():
            return self._hasher.hash(password)

    def is_right(self, given: str, digest: str | None) -> bool:
        """Say whether a password belongs to *digest*; without one it takes as long to say no.

        Raises:
            TooManyAtOnceError: the line is full.
        """
        with self._turn():
            try:
                self._hasher.verify(digest or self._nobodys, normalised(given))
            except (VerificationError, InvalidHashError):
                return False
        return digest is not None

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._line.acquire(blocking=False):
            raise TooManyAtOnceError("too many passwords are compared at this moment")
        try:
            with self._turns:
                yield
        finally:
            self._line.release()

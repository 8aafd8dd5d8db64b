"""Password: what one must be like, and how long to wait after wrong ones."""

import unicodedata
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Self

from stellenbund.domain.account import AccountRefusedError, AccountTerms
from stellenbund.domain.clock import BERLIN
from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.guessable import is_guessable
from stellenbund.domain.value import Value

SHORTEST, LONGEST = 12, 200
"""Characters: NIST SP 800-63B asks for length and against rules about signs and digits."""

DIFFERENT = 5
"""So many different characters keep "aaaaaaaaaaaa" and "121212121212" out."""

FREE_TRIES = 3
"""So many wrong passwords cost no time: people mistype."""

LONGEST_WAIT = timedelta(minutes=5)
"""However often somebody guesses, the person herself gets her turn again after this long."""

FORGOTTEN = timedelta(days=1)
"""After so long without a wrong password the earlier ones no longer count."""


class PasswordRefusedError(StellenbundError):
    """A new password will not do; the German sentence says what to change."""


class Failures(Value):
    """How often somebody failed to sign in under one address, and when last."""

    count: int
    last_at: datetime

    @property
    def free_at(self) -> datetime:
        """When the next try is open.

        >>> from datetime import UTC
        >>> noon = datetime(2026, 11, 25, 12, tzinfo=UTC)
        >>> [(Failures(count=n, last_at=noon).free_at - noon).seconds for n in (2, 3, 4, 8, 99)]
        [0, 1, 2, 32, 300]
        """
        if self.count < FREE_TRIES:
            return self.last_at
        doubled = timedelta(seconds=2 ** min(self.count - FREE_TRIES, 16))
        return self.last_at + min(doubled, LONGEST_WAIT)

    def after_another(self, now: datetime) -> Self:
        """Return what is known when a further try begins at *now*."""
        return type(self)(count=self.count + 1, last_at=now)


class TooSoonError(AccountRefusedError):
    """Somebody tries again before the wait is over; the password is not even looked at."""

    def __init__(self, failures: Failures) -> None:
        """Say until when to wait; the account stays as it is."""
        super().__init__(
            f"Nach {failures.count} Fehlversuchen ist der nächste um "
            f"{failures.free_at.astimezone(BERLIN):%H:%M:%S} Uhr möglich. Ihr Zugang ist nicht "
            "gesperrt: Warten Sie bitte so lange, und versuchen Sie es dann noch einmal."
        )
        self.free_at = failures.free_at


def chosen_password(text: str, terms: AccountTerms) -> str:
    """Return a new password of the account with *terms*, in the form in which it is digested.

    Raises:
        PasswordRefusedError: it is too short, too long, too simple, or made of what anybody knows.
    """
    password = normalised(text)
    if len(password) < SHORTEST:
        raise PasswordRefusedError(
            f"Das Passwort hat {len(password)} Zeichen; nötig sind mindestens {SHORTEST}. Gut "
            "merken lassen sich vier oder mehr Wörter hintereinander."
        )
    if len(password) > LONGEST:
        raise PasswordRefusedError(f"Das Passwort hat mehr als {LONGEST} Zeichen. Bitte kürzen.")
    if len(set(password)) < DIFFERENT or _is_sequence(password):
        raise PasswordRefusedError(
            "Das Passwort besteht fast nur aus gleichen oder aufeinander folgenden Zeichen. Bitte "
            "wählen Sie eines, das schwerer zu erraten ist."
        )
    if is_guessable(password, terms):
        raise PasswordRefusedError(
            "Das Passwort besteht fast nur aus Ihrem Namen, Ihrer E-Mail-Adresse, Ihrer Stadt, "
            "gängigen Wörtern oder Zahlenreihen; das wird zuerst probiert. Bitte wählen Sie ein "
            "anderes, etwa vier Wörter, die nichts miteinander zu tun haben."
        )
    return password


def normalised(text: str) -> str:
    r"""Return a password as every keyboard and system spells it: composed, as NIST asks for.

    >>> len("Schlu\u0308ssel"), len(normalised("Schlu\u0308ssel"))
    (10, 9)
    """
    return unicodedata.normalize("NFKC", text)


def _is_sequence(password: str) -> bool:
    """Say whether each character is the one before it plus one, as in abcdefghijkl.

    >>> _is_sequence("abcdefghijkl"), _is_sequence("abcdefghijkm")
    (True, False)
    """
    steps = {ord(after) - ord(before) for before, after in pairwise(password)}
    return steps in ({1}, {-1})

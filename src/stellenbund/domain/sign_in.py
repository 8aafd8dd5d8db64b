"""Sign-in: a browser's right to act as an account, from signing in to signing out."""

from datetime import datetime, timedelta

from pydantic import AwareDatetime

from stellenbund.domain.account import Account
from stellenbund.domain.value import Value

IDLE, LONGEST = timedelta(hours=8), timedelta(hours=12)
"""A sign-in ends after a working day without a page, and after this long in any case."""

NOTED = timedelta(minutes=5)
"""That a sign-in is in use is written down this often, not with each page."""


class SignIn(Value):
    """Who signed in when, and when a page was last asked for, to the nearest five minutes."""

    account: Account
    opened_at: AwareDatetime
    seen_at: AwareDatetime

    def is_over(self, now: datetime) -> bool:
        """Say whether it has ended by itself."""
        return now - self.seen_at >= IDLE or now - self.opened_at >= LONGEST

    def is_due(self, now: datetime) -> bool:
        """Say whether it is time to note that it is in use."""
        return now - self.seen_at >= NOTED

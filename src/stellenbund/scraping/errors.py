"""FetchError: why a page could not be had."""

from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.run import Outcome


class FetchError(StellenbundError):
    """A page that could not be had: the outcome for the run, and the reason in German.

    ``is_gone`` says that the site itself declares the page gone (404, 410).
    """

    def __init__(self, outcome: Outcome, reason: str, *, is_gone: bool = False) -> None:
        """Keep the outcome and the German sentence apart."""
        super().__init__(reason)
        self.outcome = outcome
        self.reason = reason
        self.is_gone = is_gone


class ReservedError(FetchError):
    """A page whose site reserves text and data mining (TDMRep), said in the way *where*."""

    def __init__(self, url: str, where: str) -> None:
        """Say which page is reserved."""
        reason = f"{url} behält sich das automatische Auslesen vor (TDM, laut {where})."
        super().__init__(Outcome.BLOCKED, reason)

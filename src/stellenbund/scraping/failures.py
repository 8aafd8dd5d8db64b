"""Failures: what an error on the way to a page means for the run."""

import httpcore

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.hosts import UnreachableError
from stellenbund.scraping.inflating import DamagedError, TooLargeError

ON_THE_WAY = (
    TooLargeError,
    DamagedError,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
)
"""What connections and bodies may fail with, whatever client sits on top of them."""


def failure(error: Exception, url: str) -> FetchError:
    """Return what to raise for *error* while *url* was asked for; any other broke the line."""
    match error:
        case TooLargeError():
            return FetchError(Outcome.UNREADABLE, f"{url} ist größer, als eine Seite sein darf.")
        case DamagedError():
            return FetchError(Outcome.UNREADABLE, f"{url} ist beschädigt verpackt (gzip).")
        case httpcore.TimeoutException():
            return FetchError(Outcome.FAILED, f"{url} hat nicht rechtzeitig geantwortet.")
        case httpcore.ConnectError():
            return UnreachableError(Outcome.FAILED, f"{url} ist nicht zu erreichen ({error}).")
    return FetchError(Outcome.FAILED, f"{url}: Die Verbindung brach ab ({error}).")

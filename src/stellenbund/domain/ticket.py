"""Ticket: a secret text that only one browser or one letter knows, kept as a fingerprint."""

import hashlib
import hmac

SIZE = 32
"""Bytes of chance in a ticket; with as many, a fast digest keeps it as safe as a slow one."""


def form_key(ticket: str) -> str:
    """Return what a form must carry that was shown to the browser with this *ticket*.

    A foreign page cannot know it, and the ticket cannot be reckoned from it.

    >>> form_key("eins") == form_key("eins"), form_key("eins") == form_key("zwei")
    (True, False)
    """
    return hmac.new(ticket.encode(), b"form", hashlib.sha256).hexdigest()


def secret_of(ticket: str, purpose: str) -> str:
    """Return a secret for one *purpose* that only the browser with this *ticket* leads to.

    >>> secret_of("eins", "nonce") == secret_of("eins", "state"), len(secret_of("eins", "nonce"))
    (False, 64)
    """
    return hmac.new(ticket.encode(), f"secret {purpose}".encode(), hashlib.sha256).hexdigest()


def is_form_key(given: str, ticket: str) -> bool:
    """Say whether a form was shown to the browser with this *ticket*."""
    return hmac.compare_digest(given.encode(), form_key(ticket).encode())

"""Query pairs: the names and values that a request asks with, read once and quickly."""

from collections.abc import Sequence
from urllib.parse import parse_qsl

from starlette.types import Scope

_KEY = "stellenbund.query_pairs"

Pairs = Sequence[tuple[str, str]]


def query_pairs(scope: Scope) -> Pairs:
    """Return the parameters of a request in their order, those without a value too.

    >>> query_pairs({"query_string": b"city=bochum&q=a+b&sort"})
    [('city', 'bochum'), ('q', 'a b'), ('sort', '')]
    """
    found: Pairs | None = scope.get(_KEY)
    if found is None:
        found = scope[_KEY] = _read(scope["query_string"].decode("latin-1"))
    return found


def _read(query: str) -> Pairs:
    """Read what a form would send; only what is written otherwise than meant takes the library."""
    if "%" in query or "+" in query:
        return parse_qsl(query, keep_blank_values=True)
    parted = (pair.partition("=") for pair in query.split("&") if pair)
    return [(name, value) for name, _, value in parted]

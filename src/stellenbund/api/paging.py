"""Paging: the way from one page of a list to the page of what is older."""

from urllib.parse import urlencode

from starlette.requests import Request


def before(request: Request, number: int | str) -> str:
    """Return the way to what stands before *number*: the same parameters with another bound."""
    kept_ones = [pair for pair in request.query_params.multi_items() if pair[0] != "before"]
    return f"{request.url.path}?{urlencode([*kept_ones, ('before', number)])}"

"""Query pairs: they are what the framework would read, and lead on to what was asked."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams
from starlette.requests import Request

from stellenbund.api.links import same_but
from stellenbund.api.query_pairs import query_pairs

queries = st.one_of(st.text("abz=&+%2F0C.~-_;,", max_size=30).map(str.encode), st.binary())


def asked(query: bytes) -> Request:
    """Return a request for the list of openings with that query."""
    return Request({"type": "http", "path": "/v1/openings", "query_string": query})


@given(queries)
def test_pairs_are_read_as_the_framework_reads_them(query: bytes) -> None:
    read = [*query_pairs({"query_string": query})]
    assert read == QueryParams(query).multi_items()


@given(queries)
def test_the_next_page_asks_for_the_same(query: bytes) -> None:
    url = same_but(asked(query), cursor="AAZF")
    assert url.isascii()
    assert not set(url) & set('<>"\\ \r\n')
    pairs = [pair for pair in QueryParams(query).multi_items() if pair[0] != "cursor"]
    following = urlsplit(url)
    assert following.path == "/v1/openings"
    assert parse_qsl(following.query, keep_blank_values=True) == [*pairs, ("cursor", "AAZF")]


@pytest.mark.parametrize(
    ("query", "following"),
    [
        (b"", "cursor=B"),
        (b"city=bochum&q=a+b%C3%A4", "city=bochum&q=a+b%C3%A4&cursor=B"),
        (b"cursor=A&city=essen", "city=essen&cursor=B"),
        (b'city="><b>', "city=%22%3E%3Cb%3E&cursor=B"),
    ],
)
def test_an_address_holds_nothing_that_has_a_meaning_elsewhere(
    query: bytes, following: str
) -> None:
    assert same_but(asked(query), cursor="B") == f"/v1/openings?{following}"

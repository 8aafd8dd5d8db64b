"""Webhook address: only https to a public name, and this machine where that is allowed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.webhook_address import Flaw, WebhookAddressError, check_address


@pytest.mark.parametrize(
    "url",
    ["https://agentur.example", "https://a.b.example:443/x?y=1", "https://xn--bcher-kva.example/"],
)
def test_a_public_name_may_be_told(url: str) -> None:
    check_address(url, may_be_here=False)


@pytest.mark.parametrize(
    ("url", "flaw"),
    [
        ("http://agentur.example/", Flaw.NOT_SECURE),
        ("ftp://agentur.example/", Flaw.NOT_SECURE),
        ("agentur.example", Flaw.NOT_SECURE),
        ("https://user@agentur.example/", Flaw.USER),
        ("https://agentur.example/#x", Flaw.USER),
        ("https://agentur.example:8443/", Flaw.PORT),
        ("https://agentur.example:99999/", Flaw.UNREADABLE),
        ("https://127.0.0.1/", Flaw.HOST),
        ("https://127.1/", Flaw.HOST),
        ("https://0x7f000001/", Flaw.HOST),
        ("https://[::1]/", Flaw.HOST),
        ("https://[fe80::1%25eth0]/", Flaw.HOST),
        ("https://localhost/", Flaw.HOST),
        ("https:///x", Flaw.HOST),
        ("https://agentur.example\\@b.example/", Flaw.USER),
        ("https://agentur.example/\nx", Flaw.UNREADABLE),
        ("https://bücher.example/", Flaw.UNREADABLE),
        ("https://[::1", Flaw.UNREADABLE),
        ("", Flaw.UNREADABLE),
    ],
)
def test_everything_else_may_not(url: str, flaw: Flaw) -> None:
    with pytest.raises(WebhookAddressError) as refused:
        check_address(url, may_be_here=False)
    assert refused.value.flaw is flaw


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080/", "http://localhost/x", "http://[::1]:1/"])
def test_this_machine_may_be_told_where_that_is_allowed(url: str) -> None:
    check_address(url, may_be_here=True)
    with pytest.raises(WebhookAddressError):
        check_address(url, may_be_here=False)


@given(st.text() | st.from_regex(r"https?://[!-~]*", fullmatch=True), st.booleans())
def test_nothing_makes_it_stumble(url: str, may_be_here: bool) -> None:  # noqa: FBT001 - drawn
    with suppress(WebhookAddressError):
        check_address(url, may_be_here=may_be_here)

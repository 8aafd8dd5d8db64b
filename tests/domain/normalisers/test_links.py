"""Links: which addresses are taken, and when two of them are one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.links import canonical, read_link, without_session

BASE = "https://karriere.example.org/ausbildung/liste?seite=2"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://example.org/a", "https://example.org/a"),
        (" https://example.org/a \n", "https://example.org/a"),
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("/job/17", "https://karriere.example.org/job/17"),
        ("17.html", "https://karriere.example.org/ausbildung/17.html"),
        ("?id=3&amp;x=1", "https://karriere.example.org/ausbildung/liste?id=3&x=1"),
        ("#bewerben", "https://karriere.example.org/ausbildung/liste?seite=2#bewerben"),
        ("//cdn.example.org/x", "https://cdn.example.org/x"),
        ("www.example.org/x", "https://www.example.org/x"),
        ("https://example.org/a b.pdf", "https://example.org/a%20b.pdf"),
        ("https://example.org/über?q=ä", "https://example.org/%C3%BCber?q=%C3%A4"),
        ("https://www.düsseldorf.example/", "https://www.xn--dsseldorf-q9a.example/"),
        ("https://example.org:443/x", "https://example.org/x"),
        ("http://example.org:8080/x", "http://example.org:8080/x"),
        ("mailto:ausbildung@example.org", "mailto:ausbildung@example.org"),
        ("ausbildung@example.org", "mailto:ausbildung@example.org"),
        (
            "mailto:info@example.org?cc=x@example.org&subject=Stelle%2017&body=hallo",
            "mailto:info@example.org?subject=Stelle%2017",
        ),
    ],
)
def test_an_address_becomes_absolute(text: str, link: str) -> None:
    assert read_link(text, base_url=BASE) == link


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "link.empty"),
        ("javascript:alert(1)", "link.scheme"),
        ("java\x01script:alert(1)", "link.characters"),
        ("java\tscript:alert(1)", "link.characters"),
        ("data:text/html,x", "link.scheme"),
        ("tel:+49521512345", "link.scheme"),
        ("ftp://example.org/", "link.scheme"),
        ("https://user@example.org/", "link.userinfo"),
        ("https://example.org\\@evil.example/", "link.characters"),
        ("https:\\\\evil.example", "link.characters"),
        ("https://example.org/\u202ex", "link.characters"),
        ("https:///x", "link.host"),
        ("https://[::1/", "link.host"),
        ("https://exa$mple.org/", "link.host"),
        ("https://example.org:99999/", "link.host"),
        ("https://example.org/" + "x" * 2_000, "link.too_long"),
        ("mailto:kein postfach", "link.mail"),
    ],
)
def test_a_harmful_or_broken_address_is_refused_with_its_rule(text: str, rule: str) -> None:
    with pytest.raises(UnreadableTextError) as refused:
        read_link(text, base_url=BASE)
    assert refused.value.rule == rule


def test_a_relative_address_needs_its_page() -> None:
    with pytest.raises(UnreadableTextError) as refused:
        read_link("/job/17", base_url=None)
    assert refused.value.rule == "link.relative"


@pytest.mark.parametrize(
    "same",
    [
        "https://example.org/job;jsessionid=0A1B?id=7&a=1",
        "https://example.org/job?a=1&id=7&utm_source=newsletter&utm_medium=mail",
        "https://EXAMPLE.org:443/job?id=7&a=1#oben",
        "https://example.org/job?PHPSESSID=xyz&id=7&sid=k3v9q0s7m2&a=1",
    ],
)
def test_addresses_of_one_page_have_one_canonical_form(same: str) -> None:
    assert canonical(same) == "https://example.org/job?a=1&id=7"


def test_a_published_link_loses_its_session_but_nothing_else() -> None:
    link = "https://example.org/job;jsessionid=0A1B?id=7&sid=17&a=1&PHPSESSID=k3v9&utm_source=x#top"
    assert without_session(link) == "https://example.org/job?id=7&sid=17&a=1&utm_source=x#top"
    assert without_session(without_session(link)) == without_session(link)


def test_a_short_number_called_sid_is_the_id_of_an_opening() -> None:
    assert canonical("https://example.org/?sid=17") != canonical("https://example.org/?sid=18")


def test_the_host_side_of_a_port_is_content() -> None:
    assert canonical("https://example.org:8443/") != canonical("https://example.org/")


@given(st.text(), st.sampled_from([None, BASE]))
def test_any_text_is_a_harmless_link_or_refused(text: str, base: str | None) -> None:
    try:
        link = read_link(text, base_url=base)
    except UnreadableTextError:
        return
    assert link.startswith(("https://", "http://", "mailto:"))
    assert link.isascii()
    assert read_link(link, base_url=None) == link
    assert canonical(canonical(link)) == canonical(link)


@given(st.text(alphabet="/?#&=;:%a1.-_~ä@", max_size=40))
def test_any_path_settles(rest: str) -> None:
    try:
        link = read_link(f"https://example.org/{rest}", base_url=None)
    except UnreadableTextError:
        return
    assert read_link(link, base_url=None) == link
    assert canonical(canonical(link)) == canonical(link)


@given(st.from_regex(r"https?://[a-z0-9-]{1,5}(\.[a-z0-9-]{1,4}){1,2}/[!-~]{0,20}", fullmatch=True))
def test_what_is_taken_at_sight_is_what_reading_it_makes_of_it(url: str) -> None:
    """A blank before an address, and a fragment behind it, have it read piece by piece."""
    assert _read(url) == _read(f" {url}")
    if _read(url) == url:
        assert canonical(url) == canonical(f"{url}#x")
        assert "#" in url or without_session(f"{url}#x") == f"{without_session(url)}#x"


def _read(text: str) -> str:
    try:
        return read_link(text, base_url="https://example.org/")
    except UnreadableTextError as error:
        return error.rule

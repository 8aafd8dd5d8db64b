"""A page is one document; what no real page looks like is refused before it costs anything."""

import time

import pytest

from stellenbund.scraping.page import Page, without_fragment
from stellenbund.scraping.tree import MOST_TAGS


def html(text: str, url: str = "https://stadt.test/ausbildung/liste") -> Page:
    return Page(url=url, text=text)


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("stelle/7", "https://stadt.test/ausbildung/stelle/7"),
        ("/stelle/7", "https://stadt.test/stelle/7"),
        ("?seite=2", "https://stadt.test/ausbildung/liste?seite=2"),
        (" //www.stadt.test/x ", "https://www.stadt.test/x"),
        ("mailto:a@stadt.test", "mailto:a@stadt.test"),
        ("", None),
        ("  ", None),
        (None, None),
        ("http://[kaputt", None),
    ],
)
def test_links_become_absolute(href: str | None, link: str | None) -> None:
    assert html("<p>").link(href) == link


@pytest.mark.parametrize(
    ("base", "link"),
    [
        ("<base href='/portal/'>", "https://stadt.test/portal/7"),
        ("<base href='https://andere.test/'>", "https://andere.test/7"),
        ("<base href='javascript:alert(1)//'>", "https://stadt.test/ausbildung/7"),
        ("<base href='http://[kaputt'>", "https://stadt.test/ausbildung/7"),
        ("<base target=x>", "https://stadt.test/ausbildung/7"),
    ],
)
def test_a_page_may_say_what_its_links_refer_to(base: str, link: str) -> None:
    assert html(base).link("7") == link


@pytest.mark.parametrize(
    "text",
    ["", "<p>", "{", "NaN", '{"a": -Infinity}', "[" * 200 + "]" * 200, "[" * 500_000, "1" * 5_000],
)
def test_what_is_no_json_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        html(text).json()


@pytest.mark.parametrize(
    "text",
    ["<b>" * (MOST_TAGS + 1), "<div>" * 300, "<ul><li>" * 50_000, "<!---" * 500_000 + "<i>" * 400],
)
def test_a_page_that_would_cost_the_parser_seconds_is_refused(text: str) -> None:
    began = time.process_time()
    with pytest.raises(ValueError, match=r"tags|nested"):
        assert html(text).root is not None
    assert time.process_time() - began < 2.5


@pytest.mark.parametrize(
    "text", ["a" * 3_000_000, "<a " + "b=c " * 700_000, "&lt;" * 700_000, "<br>" * 50_000]
)
def test_a_large_page_is_parsed_in_time(text: str) -> None:
    began = time.process_time()
    assert html(text).root is not None
    assert time.process_time() - began < 2.5


def test_an_address_without_its_fragment() -> None:
    assert without_fragment("https://a.test/b?c#d") == "https://a.test/b?c"

"""Selectors select what soupsieve selects in BeautifulSoup's tree, with less to look at."""

import pytest
import soupsieve
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.css import Css
from stellenbund.scraping.tree import Tree

HTML = (
    "<main class='a'><ul class='b a'><li class=' c  a' id=x><a href='/1' rel='next x'>1</a></li>"
    "<li><a class='c'>2</a></li></ul><p class='c'>Koch</p><P CLASS='C'>3</P></main>"
)
SELECTORS = (
    *(
        "a",
        "li, p",
        ".a",
        ".a.b",
        "li.c",
        "p.c , .b",
        "*",
        "html",
        "body",
        ".z",
        "main.z a",
        "p.c, ul.b, .a",
    ),
    *(".a .c", ".a.b .c", "ul > li", ".b > .a", ".a a[href]", "main ul.b a", "main > p", ".a *"),
    *(
        "[href]",
        "a[href]",
        "a[rel~=next]",
        "a[href='/1']",
        "[id^=x] a",
        "li[id] a",
        "a[href^=' 1']",
    ),
    *(".a + .c", "ul ~ p", "li:nth-of-type(2) a", "li:has(> a[href])", "p:-soup-contains('Koch')"),
    *("a:not([href])", "li:not(.a .c)", ":root a", "ul, li:first-child", ":is(a, p).c"),
)
PIECES = (
    *(
        "<main class=a>",
        "</main>",
        "<ul class='b a'>",
        "</ul>",
        "<li id=x>",
        "</li>",
        "<p class=c>",
    ),
    *(
        "<a href=/1 rel='x next'>",
        "<a class=c>",
        "</a>",
        "<div class='a\tc'>",
        "</div>",
        "<p class='cc a-c'>",
        "Koch",
    ),
    *("<!-- x -->", "<br>", "<section class>", "</section>"),
)


def by_soupsieve(css: str, html: str) -> list[int]:
    """Return the places of what soupsieve selects itself among all elements."""
    soup = BeautifulSoup(html, "lxml")
    places = {id(tag): place for place, tag in enumerate(soup.find_all())}
    return [places[id(tag)] for tag in soupsieve.select(css, soup)]


def selected(css: str, html: str) -> list[int]:
    root = Tree(html).root
    places = {tag: place for place, tag in enumerate(root.iter("*"))}
    return [places[tag] for tag in Css.of(css).select(root)]


@pytest.mark.parametrize("css", SELECTORS)
def test_what_is_selected_is_what_soupsieve_selects(css: str) -> None:
    assert selected(css, HTML) == by_soupsieve(css, HTML)


@given(st.sampled_from(SELECTORS), st.lists(st.sampled_from(PIECES), min_size=1, max_size=30))
def test_it_is_so_in_any_document(css: str, pieces: list[str]) -> None:
    html = f"<body>{''.join(pieces)}"
    assert selected(css, html) == by_soupsieve(css, html)


def test_within_an_element_it_counts_what_stands_around_it() -> None:
    items = list(Tree(HTML).root.iter("li"))
    assert [tag.text for tag in Css.of(".a a[rel]").select(items[0])] == ["1"]
    assert [tag.text for tag in Css.of("ul .c").select(items[1])] == ["2"]
    assert Css.of("li .z").first(items[0]) is None
    assert Css.of(":scope > a").first(items[1]) is items[1][0]


def test_the_closest_is_the_element_itself_or_one_around_it() -> None:
    link = next(Tree(HTML).root.iter("a"))
    assert Css.of("a").closest(link) is link
    found = Css.of("ul, main").closest(link)
    assert found is not None
    assert found.tag == "ul"
    assert Css.of("p").closest(link) is None


def test_the_outermost_hold_all_others() -> None:
    found = Css.of(".b, .c").outermost(Tree(HTML).root)
    assert [tag.tag for tag in found] == ["ul", "p"]

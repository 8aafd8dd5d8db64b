"""What a document shows in lxml's elements is what it shows in BeautifulSoup's."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.tree import Tree

HTML = """<!doctype html><html><head><base href=/portal/><meta name="TDM-Reservation" content=1>
<script type="Application/LD+JSON">{"a": "<b>"}</script><script>var a = "viele Worte";</script>
</head><body><nav>Start</nav><main><h1>Koch</h1><p itemprop=a typeof="JobPosting x">Du kochst.</p>
</main><footer>Impressum</footer></body></html>"""


def test_base_metas_scripts_and_attributes() -> None:
    tree = Tree(HTML)
    assert tree.base == "/portal/"
    assert list(tree.metas("tdm-reservation")) == ["1"]
    assert list(tree.scripts("ld+json")) == ['{"a": "<b>"}']
    assert tree.said_by("typeof") == {"JobPosting", "x"}


def test_only_what_is_visible_counts_as_shown() -> None:
    tree = Tree(HTML)
    shown = len("StartKochDu kochst.Impressum")
    assert tree.shows_more_than(shown - 1)
    assert not tree.shows_more_than(shown)


@pytest.mark.parametrize(
    ("html", "article"),
    [
        (HTML, "main"),
        ("<main><h2>a</h2><article><h1>b</h1></article></main>", "article"),
        ("<h1>Stadt</h1><article><h1>b</h1></article>", "article"),
        ("<div><h1>b</h1></div><p>c</p>", "body"),
        ('<h2>a</h2><div role="main"><p>c</p></div>', "div"),
    ],
)
def test_the_article_is_the_one_around_the_main_heading(html: str, article: str) -> None:
    found = Tree(html).article
    assert found is not None
    assert found.tag == article


@pytest.mark.parametrize("html", ["", "\0", "<!-- x -->", "<p>Koch</p>", "\ud800"])
def test_without_a_heading_or_an_article_there_is_none(html: str) -> None:
    assert Tree(html).article is None


@pytest.mark.parametrize("html", ["", "\0", "<!-- x -->", "<frameset>", "<title>Koch</title>"])
def test_without_a_body_the_whole_document_stands_for_it(html: str) -> None:
    assert Tree(html).body.tag in {"body", "html"}


@given(st.text(alphabet="<>/!-abdivsrctp =\"'&;\0ä", max_size=200))
def test_any_document_shows_the_scripts_that_beautiful_soup_finds(text: str) -> None:
    html = f'<p>{text}<script type="application/ld+json">[1]</script>'
    soup = BeautifulSoup(html.replace("\0", ""), "lxml")
    held = [each.text for each in soup.find_all("script", type="application/ld+json")]
    assert list(Tree(html).scripts("application/ld+json")) == held

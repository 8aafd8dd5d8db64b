"""What a glance at a document shows is what its whole tree would."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.glance import Glance

HTML = """<!doctype html><html><head><base href=/portal/><meta name="TDM-Reservation" content=1>
<script type="Application/LD+JSON">{"a": "<b>"}</script><script>var a = "viele Worte";</script>
</head><body><nav>Start</nav><main><h1>Koch</h1><p itemprop=a typeof="JobPosting x">Du kochst.</p>
</main><footer>Impressum</footer></body></html>"""


def test_base_metas_scripts_and_attributes() -> None:
    glance = Glance(HTML)
    assert glance.base == "/portal/"
    assert list(glance.metas("tdm-reservation")) == ["1"]
    assert list(glance.scripts("ld+json")) == ['{"a": "<b>"}']
    assert glance.said_by("typeof") == {"JobPosting", "x"}


def test_only_what_is_visible_counts_as_shown() -> None:
    glance = Glance(HTML)
    shown = len("StartKochDu kochst.Impressum")
    assert glance.shows_more_than(shown - 1)
    assert not glance.shows_more_than(shown)


@pytest.mark.parametrize(
    ("html", "article"),
    [
        (HTML, "<main>"),
        ("<main><h2>a</h2><article><h1>b</h1></article></main>", "<article>"),
        ("<h1>Stadt</h1><article><h1>b</h1></article>", "<article>"),
        ("<div><h1>b</h1></div><p>c</p>", "<body>"),
        ('<h2>a</h2><div role="main"><p>c</p></div>', '<div role="main">'),
    ],
)
def test_the_article_is_the_one_around_the_main_heading(html: str, article: str) -> None:
    assert (Glance(html).article() or "").startswith(article)


@pytest.mark.parametrize("html", ["", "\0", "<!-- x -->", "<p>Koch</p>", "\ud800"])
def test_without_a_heading_or_an_article_there_is_none(html: str) -> None:
    assert Glance(html).article() is None


@given(st.text(alphabet="<>/!-abdivsrctp =\"'&;\0ä", max_size=200))
def test_any_document_shows_the_scripts_that_its_tree_holds(text: str) -> None:
    html = f'<p>{text}<script type="application/ld+json">[1]</script>'
    tree = BeautifulSoup(html.replace("\0", ""), "lxml")
    held = [each.text for each in tree.find_all("script", type="application/ld+json")]
    assert list(Glance(html).scripts("application/ld+json")) == held

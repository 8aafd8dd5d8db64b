"""An opening's own part of a page is found, or said to be unknown."""

import pytest

from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.parts import parts_of

URL = "https://karriere.musterstadt.example/ausbildung"


def page(body: str) -> Page:
    return Page(url=URL, text=f"<body>{body}</body>")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<main id=x><article id=a><h1>Koch</h1></article></main>", "article"),
        ("<main id=a><div><h1>Koch</h1></div></main>", "main"),
        ("<div role=main id=a><h1>Koch</h1></div>", "div"),
        ("<header><h1>Musterstadt</h1></header><main id=a><h1>Koch</h1></main>", "main"),
        ("<main id=a><h2>Koch</h2></main>", "main"),
        ("<div><h1>Koch</h1></div>", "body"),
    ],
)
def test_the_article_is_what_stands_around_the_main_heading(body: str, name: str) -> None:
    article = page(body).article
    assert article is not None
    assert article.tag == name
    assert name == "body" or article.get("id") == "a"


def test_a_page_without_heading_and_frame_has_no_article() -> None:
    assert page("<p>Koch</p>").article is None


def test_an_address_into_the_page_names_a_part() -> None:
    found = parts_of(page("<div id=a>A</div><div id=b>B</div>"), [f"{URL}#a", f"{URL}#b"])
    assert [None if each is None else each.text for each in found] == ["A", "B"]


@pytest.mark.parametrize("url", [None, URL, f"{URL}#z", f"{URL}/koch#a", "", "#a"])
def test_any_other_address_names_none(url: str | None) -> None:
    assert parts_of(page("<div id=a>A</div>"), [url]) == [None]


def test_what_two_claim_or_what_holds_anothers_part_is_nobodys() -> None:
    body = "<div id=all><div id=a>A</div><div id=b>B</div></div>"
    found = parts_of(page(body), [f"{URL}#a", f"{URL}#a", f"{URL}#b", f"{URL}#all"])
    assert [None if each is None else each.text for each in found] == [None, None, "B", None]


def test_a_tag_is_its_own_part() -> None:
    document = page("<article>A</article><article id=b>B</article>")
    tags = list(document.root.iter("article"))
    assert parts_of(document, [tags[0], f"{URL}#b"]) == tags

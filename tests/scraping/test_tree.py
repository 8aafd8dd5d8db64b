"""The tree is the one that BeautifulSoup builds itself, link for link."""

import warnings
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.tree import tree

SAVED = Path(__file__).parents[1]
FOLDERS = (*SAVED.glob("cities/*/pages"), *SAVED.glob("scraping/fixtures/*"))
PAGES = [path for folder in sorted(FOLDERS) for path in sorted(folder.glob("*.html"))[::9]]
MARKUP = (
    *(
        "<p>",
        "</p>",
        "<div class='a  b'>",
        "</div>",
        "<br/>",
        "<ul><li>",
        "<table><tr><td>",
        "</td>",
    ),
    *("<a rel='x y' href=b>", "</a>", "<input checked>", "<pre>", "</pre>", "<textarea>"),
    *("<script>", "</script>", "<style>", "<template>", "</template>", "<title>", "<rt>", "<o:p>"),
    *(
        "<!-- c -->",
        "<?php x?>",
        "<?x>",
        "<!doctype html>",
        "<![CDATA[d]]>",
        "</html>",
        "<body id=1>",
    ),
    *(
        " ",
        "\n ",
        "\t",
        "\xa0",
        "ä",
        "&amp;",
        "&nbsp;",
        "&#0;",
        "&lt;b&gt;",
        "<",
        ">",
        "\ufeff",
        "\0",
    ),
)


def by_beautiful_soup(markup: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return BeautifulSoup(markup, "lxml")


def shape(soup: BeautifulSoup) -> list[object]:
    """Return all that can be asked of each node, with its neighbours by their places."""
    nodes: list[PageElement] = [soup, *soup.descendants]
    places = {id(node): place for place, node in enumerate(nodes)}
    return [(*_links(node, places), *_own(node)) for node in nodes]


def _links(node: PageElement, places: dict[int, int]) -> list[int | None]:
    neighbours = (
        *(node.parent, node.next_element, node.previous_element),
        *(node.next_sibling, node.previous_sibling),
    )
    return [None if each is None else places[id(each)] for each in neighbours]


def _own(node: PageElement) -> tuple[object, ...]:
    if not isinstance(node, Tag):
        return type(node), str(node)
    attributes = [(key, type(value) is str, value) for key, value in node.attrs.items()]
    return (
        *(node.name, node.prefix, node.namespace, node.hidden, len(node.contents)),
        *(node.can_be_empty_element, node.interesting_string_types, node.preserve_whitespace_tags),
        [
            each
            for each in attributes
            if node.name != "meta" or each[0] not in {"charset", "content"}
        ],
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_saved_pages_grow_into_the_same_tree(path: Path) -> None:
    markup = path.read_bytes().decode("utf-8", "replace")
    ours, theirs = tree(markup), by_beautiful_soup(markup)
    assert shape(ours) == shape(theirs)
    assert [str(each) for each in ours.find_all("body")] == [
        str(each) for each in theirs.find_all("body")
    ]


@given(st.lists(st.sampled_from(MARKUP), max_size=30))
def test_any_markup_grows_into_the_same_tree(pieces: list[str]) -> None:
    markup = "".join(pieces)
    assert shape(tree(markup)) == shape(by_beautiful_soup(markup))


@pytest.mark.parametrize("markup", ["", " ", "\ufeff", "Koch", "\0", "<p>\ud800</p>", "<?x>"])
def test_what_is_hardly_a_document_gives_the_same_tree(markup: str) -> None:
    try:
        theirs = shape(by_beautiful_soup(markup))
    except (ValueError, TypeError):
        with pytest.raises(ValueError, match="surrogates not allowed"):
            tree(markup)
    else:
        assert shape(tree(markup)) == theirs

"""Tree: the elements of an HTML document, as libxml2 parses it."""

from collections.abc import Iterator
from functools import cache, cached_property

from lxml import etree

from stellenbund.scraping.markup import Element, one_line

MOST_TAGS = 60_000
"""A page of 200 KB has about 8,000; what has many more takes the parser seconds and gigabytes."""

DEEPEST = 256
"""Elements within each other, as libxml2 itself limits them elsewhere."""

_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True)
"""libxml2 would cut what nests deeper than 256 elements, and so hide that it does."""

_IS_TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")
_UNSEEN = frozenset({"script", "style", "template", "head"})


class Tree:
    """A document in the elements of lxml, which cost a tenth of those of BeautifulSoup."""

    def __init__(self, text: str) -> None:
        """Parse *text*.

        Raises:
            ValueError: it has more elements, or nests them deeper, than any real page.
        """
        if text.count("<") > MOST_TAGS:
            raise ValueError(f"more than {MOST_TAGS} tags")
        document = text.replace("\0", "").encode("utf-8", "replace")
        root: Element | None = etree.fromstring(document or b"<p>", _PARSER)
        self.root = etree.Element("html") if root is None else root
        if _IS_TOO_DEEP(self.root):
            raise ValueError(f"nested deeper than {DEEPEST} elements")

    @property
    def body(self) -> Element:
        """The element that holds what is shown; without one it is the whole document."""
        return next(self.root.iter("body"), self.root)

    @cached_property
    def base(self) -> str | None:
        """What the document says its relative links refer to."""
        return next((href for tag in self.root.iter("base") if (href := tag.get("href"))), None)

    def metas(self, name: str) -> Iterator[str]:
        """Yield what the document's meta element of that name says."""
        for tag in self.root.iter("meta"):
            if (tag.get("name") or "").lower() == name:
                yield tag.get("content") or ""

    def scripts(self, kind: str) -> Iterator[str]:
        """Yield the texts of the script elements whose type contains *kind*."""
        for tag in self.root.iter("script"):
            if kind in (tag.get("type") or "").lower():
                yield tag.text or ""

    def said_by(self, attribute: str) -> set[str]:
        """Return the words in all attributes of that name."""
        said: list[str] = _all_said(attribute)(self.root)  # type: ignore[assignment]
        return {word for value in said for word in value.split()}

    def shows_more_than(self, characters: int) -> bool:
        """Say whether surely more than so many *characters* of text are visible."""
        seen = 0
        for tag in self.root.iter():
            for text in (tag.text if _is_seen(tag) else None, tag.tail):
                if text and not text.isspace():
                    seen += len(one_line(text))
                    if seen > characters:
                        return True
        return False

    @cached_property
    def article(self) -> Element | None:
        """The article around the main heading, else the whole body.

        Without a heading it is the first article; ``None`` where there is neither.
        """
        headings = list(self.root.iter("h1"))
        around = next(
            (tag for each in headings if (tag := _article_around(each)) is not None), None
        )
        if around is None and headings:
            around = next(headings[0].iterancestors("body"), None)
        return next(filter(_is_article, self.root.iter()), None) if around is None else around


def _is_seen(tag: Element) -> bool:
    """Say whether a reader sees the text of *tag*; comments are none, whatever stands in them."""
    return isinstance(tag.tag, str) and tag.tag not in _UNSEEN


@cache
def _all_said(attribute: str) -> etree.XPath:
    """Return what finds all values of an attribute."""
    return etree.XPath(f"//@{attribute}", smart_strings=False)


def _article_around(tag: Element) -> Element | None:
    return next(filter(_is_article, tag.iterancestors()), None)


def _is_article(tag: Element) -> bool:
    return tag.tag in {"article", "main"} or tag.get("role") == "main"

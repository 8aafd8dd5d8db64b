"""Glance: what an HTML document shows long before its whole tree is built."""

from collections.abc import Iterator
from functools import cache, cached_property

from lxml import etree

from stellenbund.scraping.markup import one_line

MOST_TAGS = 60_000
"""A page of 200 KB has about 8,000; what has many more takes the parser seconds and gigabytes."""

DEEPEST = 256
"""Elements within each other, as libxml2 itself limits them elsewhere."""

_UNSEEN = frozenset({"script", "style", "template", "head"})
_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True)
"""libxml2 would cut what nests deeper than 256 elements, and so hide that it does."""

_IS_TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")


class Glance:
    """A document parsed by libxml2 alone: a twentieth of what the tree of BeautifulSoup costs.

    It answers the questions that every page is asked; whoever selects by CSS takes the whole tree.
    """

    def __init__(self, text: str) -> None:
        """Parse *text*.

        Raises:
            ValueError: it has more elements, or nests them deeper, than any real page.
        """
        if text.count("<") > MOST_TAGS:
            raise ValueError(f"more than {MOST_TAGS} tags")
        document = text.replace("\0", "").encode("utf-8", "replace")
        self._root = etree.fromstring(document or b"<p>", _PARSER)
        if self._root is None:
            self._root = etree.Element("html")
        if _IS_TOO_DEEP(self._root):
            raise ValueError(f"nested deeper than {DEEPEST} elements")

    @cached_property
    def base(self) -> str | None:
        """What the document says its relative links refer to."""
        return next((tag.get("href") for tag in self._tags("base") if tag.get("href")), None)

    def metas(self, name: str) -> Iterator[str]:
        """Yield what the document's meta element of that name says."""
        for tag in self._tags("meta"):
            if (tag.get("name") or "").lower() == name:
                yield tag.get("content") or ""

    def scripts(self, kind: str) -> Iterator[str]:
        """Yield the texts of the script elements whose type contains *kind*."""
        for tag in self._tags("script"):
            if kind in (tag.get("type") or "").lower():
                yield tag.text or ""

    def said_by(self, attribute: str) -> set[str]:
        """Return the words in all attributes of that name."""
        said: list[str] = _all_said(attribute)(self._root)  # type: ignore[assignment]
        return {word for value in said for word in value.split()}

    def shows_more_than(self, characters: int) -> bool:
        """Say whether surely more than so many *characters* of text are visible."""
        seen = 0
        for text in self._visible():
            seen += len(one_line(text))
            if seen > characters:
                return True
        return False

    def article(self) -> str | None:
        """Return the markup of the article around the main heading, else of the whole body.

        Without a heading it is the first article; ``None`` where there is neither.
        """
        headings = list(self._tags("h1"))
        around = next(
            (tag for each in headings if (tag := _article_around(each)) is not None), None
        )
        if around is None and headings:
            around = next(headings[0].iterancestors("body"), None)
        if around is None:
            around = next(filter(_is_article, self._root.iter()), None)
        if around is None:
            return None
        markup: str = etree.tostring(around, encoding="unicode", method="html", with_tail=False)
        return markup

    def _visible(self) -> Iterator[str]:
        for tag in self._root.iter():
            if isinstance(tag.tag, str) and tag.tag not in _UNSEEN and tag.text:
                yield tag.text
            if tag.tail:
                yield tag.tail

    def _tags(self, name: str) -> Iterator[etree._Element]:
        return self._root.iter(name)


@cache
def _all_said(attribute: str) -> etree.XPath:
    """Return what finds all values of an attribute."""
    return etree.XPath(f"//@{attribute}", smart_strings=False)


def _article_around(tag: etree._Element) -> etree._Element | None:
    return next(filter(_is_article, tag.iterancestors()), None)


def _is_article(tag: etree._Element) -> bool:
    return tag.tag in {"article", "main"} or tag.get("role") == "main"

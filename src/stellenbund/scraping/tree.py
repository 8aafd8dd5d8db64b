"""Tree: an HTML document as BeautifulSoup's tree, grown straight from the parser's events."""

from collections.abc import Mapping
from functools import lru_cache

from bs4 import BeautifulSoup, Tag
from bs4.builder import HTMLTreeBuilder
from bs4.element import (
    AttributeValueList,
    Comment,
    Doctype,
    NavigableString,
    ProcessingInstruction,
)
from bs4.exceptions import ParserRejectedMarkup
from lxml import etree

_VOID = frozenset(HTMLTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS or ())
_PRESERVING = HTMLTreeBuilder.DEFAULT_PRESERVE_WHITESPACE_TAGS
_STRINGS = HTMLTreeBuilder.DEFAULT_STRING_CONTAINERS
_LISTS = HTMLTreeBuilder.DEFAULT_CDATA_LIST_ATTRIBUTES
_LISTS_ANYWHERE = _LISTS["*"]
_BLANKS = " \n\t\f\r"


def tree(markup: str) -> BeautifulSoup:
    """Return the tree that ``BeautifulSoup(markup, "lxml")`` builds, in less than half the time.

    Raises:
        ValueError: the parser rejects it.
    """
    growth = _Growth()
    parser = etree.HTMLParser(target=growth)  # type: ignore[arg-type]  # bytes never come
    try:
        parser.feed(markup.removeprefix("\ufeff"))
        parser.close()
    except (UnicodeError, LookupError, etree.LxmlError):
        return _tree_of_odd(markup)
    return growth.soup


def _tree_of_odd(markup: str) -> BeautifulSoup:
    """Leave what the parser refuses to BeautifulSoup, which tries it in other ways."""
    try:
        return BeautifulSoup(markup, "lxml")
    except ParserRejectedMarkup as error:
        raise ValueError(str(error)) from error


class _Growth:
    """Takes the events of lxml's parser and hangs elements and texts into a tree.

    BeautifulSoup's own builder serves XML and other parsers as well, which costs it as much again.
    """

    def __init__(self) -> None:
        self.soup = BeautifulSoup("", "lxml")
        self._within: Tag = self.soup
        self._last: Tag | NavigableString | None = None
        self._runs: list[str] = []
        self._preserving: list[Tag] = []
        self._strings: list[Tag] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        self._text()
        tag = Tag(
            parser=self.soup,
            name=name,
            parent=self._within,
            previous=self._last,
            is_xml=False,
            can_be_empty_element=name in _VOID,
            cdata_list_attributes=_LISTS,
            preserve_whitespace_tags=_PRESERVING,
            interesting_string_types=_string_types(name),
        )
        lists = _lists(name)
        tag.attrs.update(
            (key, AttributeValueList(value.split()) if key in lists else value)
            for key, value in attributes.items()
        )
        self._within.contents.append(tag)
        self._within = self._last = tag
        if name in _PRESERVING:
            self._preserving.append(tag)
        if name in _STRINGS:
            self._strings.append(tag)

    def end(self, name: str) -> None:
        """Close the innermost element of that name, if one is open."""
        self._text()
        tag: Tag | None = self._within
        while tag is not None and tag.name != name:
            tag = tag.parent
        if tag is None or tag.parent is None:
            return
        self._within = tag.parent
        for special in (self._preserving, self._strings):
            if special and special[-1] is tag:
                special.pop()

    def data(self, text: str) -> None:
        """Take a part of a text."""
        self._runs.append(text)

    def comment(self, text: str) -> None:
        """Take a comment."""
        self._text()
        self._hang(Comment(text))

    def pi(self, target: str, text: str | None = None) -> None:
        """Take a processing instruction."""
        self._text()
        self._hang(ProcessingInstruction(f"{target} {text or ''}"))

    def doctype(self, name: str, public_id: str | None, system: str | None) -> None:
        """Take the document's type."""
        self._text()
        self._hang(Doctype.for_name_and_ids(name, public_id, system))

    def close(self) -> None:
        """End the document."""
        self._text()

    def _text(self) -> None:
        """Hang the text that has come together; one that is all blank shrinks to one blank."""
        if not self._runs:
            return
        text = "".join(self._runs)
        self._runs.clear()
        if not self._preserving and not text.strip(_BLANKS):
            text = "\n" if "\n" in text else " "
        kind = _STRINGS[self._strings[-1].name] if self._strings else NavigableString
        self._hang(kind(text))

    def _hang(self, string: NavigableString) -> None:
        string.setup(self._within, self._last)
        self._within.contents.append(string)
        self._last = string


@lru_cache(maxsize=256)
def _string_types(name: str) -> set[type[NavigableString]]:
    """Return which strings within an element are its text."""
    return {_STRINGS[name]} if name in _STRINGS else Tag.MAIN_CONTENT_STRING_TYPES


@lru_cache(maxsize=256)
def _lists(name: str) -> set[str]:
    """Return the attributes of an element whose values are lists of words."""
    return _LISTS_ANYWHERE | _LISTS.get(name, set())

"""Feeds in XML: the entries of RSS 2.0, RSS 1.0 (RDF) and Atom."""

from collections.abc import Iterable, Iterator
from html import escape

from lxml import etree
from lxml.etree import _Element as Element

from stellenbund.domain.normalisers.characters import decoded, stripped
from stellenbund.domain.normalisers.markup import has_escaped_tags, has_tags
from stellenbund.scraping.markup import one_line
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.feed_document import FeedDocument, name_of
from stellenbund.scraping.readers.feed_entry import Entry, Feed, joined

ROOTS = frozenset({"rss", "RDF", "feed"})

_PREFIXES = {
    "": "",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
}
"""How we name the elements of each namespace; what is undeclared keeps its prefix."""

_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_ENTRIES = ("item", "entry")
_TEXTS = ("content:encoded", "content", "description", "summary")
"""The elements that hold the running text, the fullest first."""


def read_feed(document: FeedDocument, page: Page) -> Feed:
    """Return the feed that *document* is.

    Raises:
        ValueError: it is XML, but none of the three formats.
    """
    root = document.root
    if name_of(root).local not in ROOTS:
        raise ValueError(f"{root.tag} is no feed")
    entries = [each for each in root.iter() if _is(each, *_ENTRIES)]
    return Feed(
        entries=(_entry(each, page) for each in entries),
        next_page=_next_page(root, page),
        is_mended=document.mended is not None,
        is_cut=document.is_cut or document.begins(*_ENTRIES) > len(entries),
    )


def _name(element: Element) -> str:
    """Return the name by which we know *element*, such as ``title`` or ``dc:date``."""
    space, local = name_of(element)
    return f"{_PREFIXES.get(space, f'{space}:')}{local}"


def _is(element: Element, *names: str) -> bool:
    return _name(element) in names


def _entry(element: Element, page: Page) -> Entry:
    """Return one entry; of elements that come more than once all texts count."""
    found: dict[str, list[Element]] = {}
    for child in element:
        found.setdefault(_name(child), []).append(child)
    texts = {name: _text(children) for name, children in found.items() if name not in _TEXTS}
    texts["rdf:about"] = one_line(element.get(_ABOUT) or "")
    return Entry(
        texts={name: text for name, text in texts.items() if text},
        url=_address(found, page),
        html=next(
            (html for name in _TEXTS for each in found.get(name, ()) if (html := _html(each))), None
        ),
    )


def _text(children: Iterable[Element]) -> str:
    """Return the texts of *children* on one line; Atom writes a category as an attribute."""
    texts = (one_line(_all_text(each)) or _attribute(each) for each in children)
    return ", ".join(dict.fromkeys(filter(None, texts)))


def _all_text(element: Element) -> str:
    """Return the text of *element* and of all within it, such as a link around a title."""
    return "".join(str(text) for text in element.itertext())


def _attribute(element: Element) -> str:
    return one_line(element.get("label") or element.get("term") or "")


def _html(element: Element) -> str | None:
    """Return the markup in *element*: escaped once or twice, in CDATA, or as elements."""
    if len(element) == 0:
        html = element.text or ""
    else:
        html = escape(element.text or "", quote=False)
        html += "".join(etree.tostring(child, encoding="unicode") for child in element)
    if has_escaped_tags(html) and not has_tags(html):
        html = decoded(html)
    return stripped(html).strip() or None


def _address(found: dict[str, list[Element]], page: Page) -> str | None:
    """Return the entry's own page: its link, else a guid that is one."""
    links = sorted(_links(found.get("link", ())), key=lambda link: link[0] == "self")
    for guid in found.get("guid", ()):
        text = _all_text(guid)
        if guid.get("isPermaLink") != "false" and text.strip().startswith("http"):
            links.append(("", guid, text))
    addresses = (joined(page.url, element.base, href) for _, element, href in links)
    return next((url for url in addresses if url and url.startswith("http")), None)


def _links(elements: Iterable[Element]) -> Iterator[tuple[str, Element, str]]:
    """Yield the links that lead to the entry, be they written as text or as an attribute."""
    for element in elements:
        relation = element.get("rel") or "alternate"
        href = element.get("href") or _all_text(element)
        if relation in {"alternate", "self"} and href.strip():
            yield relation, element, href


def _next_page(root: Element, page: Page) -> str | None:
    """Return where a paged feed goes on (RFC 5005)."""
    for around in (root, *(each for each in root if _is(each, "channel"))):
        for link in around:
            if _is(link, "link") and link.get("rel") == "next":
                return joined(page.url, link.base, link.get("href"))
    return None

"""Strict XML: a foreign document that is well-formed and asks nothing of its reader."""

from lxml import etree

from stellenbund.domain.normalisers.characters import stripped
from stellenbund.scraping.page import Page


def read_strictly(page: Page) -> etree._Element:
    """Return the root of the document that *page* is.

    Nothing is mended, for a list that is cut would then look whole. Nothing is fetched, no entity
    is expanded, and a document type, with which such attacks begin, is refused before the parser
    sees it. Control characters, which XML forbids and editors leave behind, cost nothing.

    Raises:
        ValueError: it is no well-formed XML, too deep, or declares a document type.
    """
    if "<!DOCTYPE" in page.text:
        raise ValueError("a document type is declared")
    parser = etree.XMLParser(
        encoding="utf-8",  # the text is decoded already, whatever the document declares
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(stripped(page.text).strip().encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error

"""Shapes: how the JSON documents of the portals' interfaces look."""

from collections.abc import Callable

from stellenbund.scraping.readers.json_ld import types_of

Shape = Callable[[object], bool]
"""Whether a JSON document looks like one of an interface."""


def has_members(*names: str) -> Shape:
    """Return whether a document is an object, or a list of objects, with all members *names*."""
    wanted = frozenset(names)

    def fits(document: object) -> bool:
        first = document[0] if isinstance(document, list) and document else document
        return isinstance(first, dict) and wanted <= first.keys()

    return fits


def is_softgarden(document: object) -> bool:
    """Say whether *document* is a feed of softgarden."""
    return (
        isinstance(document, dict)
        and "DataFeed" in types_of(document)
        and "dataFeedElement" in document
    )


def is_interamt(document: object) -> bool:
    """Say whether *document* is a list or an opening of Interamt, or a list of its widget."""
    if not isinstance(document, dict):
        return False
    names_authority = has_members("behoerdeName")
    return "Anzahltreffer" in document or names_authority(document.get("data"))

"""JSON document: what a portal's interface sends, no deeper than any real one."""

from stellenbund.scraping.page import Page

DEEPEST = 32


def read_json(page: Page) -> object:
    """Return the document that *page* is.

    Raises:
        ValueError: it is no JSON, or nested deeper than any interface nests.
    """
    document = page.json()
    level = [document]
    for _ in range(DEEPEST):
        level = [inner for each in level for inner in _within(each)]
        if not level:
            return document
    raise ValueError(f"nested deeper than {DEEPEST} levels")


def _within(value: object) -> list[object]:
    """Return what stands directly within *value*."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []

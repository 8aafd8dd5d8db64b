"""Selectors: functions that take the text of one field out of a card or a page."""

from collections.abc import Callable
from typing import TypedDict

from stellenbund.scraping import labels
from stellenbund.scraping.css import Css
from stellenbund.scraping.markup import Element, inner_html, plain
from stellenbund.scraping.outline import heading_before
from stellenbund.scraping.sections import section_under

Selector = Callable[[Element], str | None]
"""A function from a card (or a whole page) to the text of one field, if it is there."""


class FieldSelectors(TypedDict, total=False):
    """The fields that a declaration may fill: those of ``RawRecord``, and one work place.

    *place*, *street* and *postcode* together make the record's only work place.
    """

    reference: Selector
    url: Selector
    apply_url: Selector
    title: Selector
    section: Selector
    kind: Selector
    profession: Selector
    employer: Selector
    org_unit: Selector
    description_html: Selector
    tasks_html: Selector
    profile_html: Selector
    benefits_html: Selector
    requirements: Selector
    certificate: Selector
    positions: Selector
    start: Selector
    duration: Selector
    deadline: Selector
    opens: Selector
    posted: Selector
    pay: Selector
    weekly_hours: Selector
    working_time: Selector
    takeover: Selector
    partner_school: Selector
    contact: Selector
    language: Selector
    place: Selector
    street: Selector
    postcode: Selector


def text(css: str) -> Selector:
    """Take the text of the first element that *css* selects, on one line."""
    selected = Css.of(css)

    def select(card: Element) -> str | None:
        tag = selected.first(card)
        return None if tag is None else plain(tag)

    return select


def html(css: str) -> Selector:
    """Take the inner markup of all elements that *css* selects, one after another."""
    selected = Css.of(css)

    def select(card: Element) -> str | None:
        return "\n".join(inner_html(tag) for tag in selected.outermost(card)).strip() or None

    return select


def attribute(name: str, of: str | None = None) -> Selector:
    """Take an attribute of the card itself, or of the first element that *of* selects."""
    selected = Css.of(of) if of else None

    def select(card: Element) -> str | None:
        tag = selected.first(card) if selected else card
        value = None if tag is None else tag.get(name)
        return (value or "").strip() or None

    return select


def labelled(*names: str) -> Selector:
    """Take the value that stands beside one of the labels *names*, whichever comes first.

    It reads definition lists, table rows, ``<strong>Label:</strong> value`` and lines of the
    form "Label: value"; case, blanks and the colon of a label do not matter.
    """

    def select(card: Element) -> str | None:
        return labels.value_of(card, names)

    return select


def following(heading: str) -> Selector:
    """Take the markup between the heading that reads *heading* and the next one."""

    def select(card: Element) -> str | None:
        return section_under(card, heading)

    return select


def above(css: str) -> Selector:
    """Take the text of the nearest element before the card that *css* selects: its heading."""
    heading = Css.of(css)

    def select(card: Element) -> str | None:
        return heading_before(card, heading)

    return select


def constant(value: str) -> Selector:
    """Say *value* for each card: what the whole source has in common."""

    def select(_: Element) -> str | None:
        return value

    return select

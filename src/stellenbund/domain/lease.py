"""Lease: a right that one process at a time has, and that ends by itself."""

from pydantic import AwareDatetime

from stellenbund.domain.value import Line, Slug, Value


class Lease(Value):
    """Who has the right called *name*, and until when unless they extend it."""

    name: Slug
    holder: Line
    until: AwareDatetime

"""Notice: what one source says about one opening, normalised."""

from functools import cached_property
from typing import Self

from stellenbund.domain.content import digest
from stellenbund.domain.opening import Fields
from stellenbund.domain.value import Told, Value


class Notice(Value):
    """The fields one source states, unique by (source, reference).

    ``is_partial`` marks a notice read without its detail page: it may appear, but it never
    replaces a fuller one.
    """

    reference: Told
    fields: Fields
    is_partial: bool = False

    @classmethod
    def kept(cls, reference: str, fields: Fields, *, content: str) -> Self:
        """Return a notice that was kept with its fingerprint, which is not reckoned anew."""
        notice = cls(reference=reference, fields=fields)
        notice.__dict__["content"] = content
        return notice

    @cached_property
    def content(self) -> str:
        """The fingerprint of the fields, reckoned once: the same if no reader sees a difference."""
        return digest(self.fields)

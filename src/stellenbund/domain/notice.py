"""Notice: what one source says about one opening, normalised."""

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

"""Profession: an occupation one can be trained for."""

from stellenbund.domain.statements import Kldb
from stellenbund.domain.value import Line, Slug, Value
from stellenbund.domain.vocabulary import Certificate, Kind


class Profession(Value):
    """A municipal profession with its KldB 2010 code and every name adverts give it."""

    slug: Slug
    title: Line
    kldb: Kldb | None = None
    kind: Kind
    duration_months: int | None = None
    usual_certificate: Certificate | None = None
    aliases: tuple[Line, ...] = ()

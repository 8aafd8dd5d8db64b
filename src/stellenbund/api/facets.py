"""Facets: the counts of the catalogue with what people read in place of each value."""

from collections.abc import Mapping

from stellenbund.api.schemas.opening_page import FacetValueOut
from stellenbund.catalogue.facets import Counts
from stellenbund.domain.catalogue_query import Facet
from stellenbund.domain.labels import label
from stellenbund.domain.profession_words import Language
from stellenbund.flows.picture import Register


def facets_of(
    counted: Mapping[Facet, Counts], register: Register, language: Language | None
) -> dict[Facet, tuple[FacetValueOut, ...]]:
    """Return the values of each facet, those with the most openings first."""
    return {
        facet: tuple(
            FacetValueOut(value=value, label=name_of(facet, value, register, language), count=count)
            for value, count in _ordered(counted[facet])
        )
        for facet in Facet
        if facet in counted
    }


def name_of(facet: Facet, value: str, register: Register, language: Language | None) -> str:
    """Return what people read in place of *value*; what has no name is called as it is."""
    match facet:
        case Facet.CITY if value in register.cities:
            return register.cities[value].name
        case Facet.PROFESSION if value in register.professions:
            return register.professions[value].title
        case Facet.SOURCE if value in register.sources:
            return _source_name(register, value)
    return label(facet, value, language or Language.GERMAN) or value


def _source_name(register: Register, value: str) -> str:
    source = register.sources[value]
    city = register.cities.get(source.city)
    return f"{city.name if city else source.city}: {source.name}"


def _ordered(counts: Counts) -> list[tuple[str, int]]:
    told = [(str(value), count) for value, count in counts.items()]
    return sorted(told, key=lambda each: (-each[1], each[0]))

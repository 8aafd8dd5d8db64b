"""Facets: the counts of the catalogue with what people read in place of each value."""

import json
from collections.abc import Mapping
from functools import partial
from operator import itemgetter

from stellenbund.catalogue.facets import Counts
from stellenbund.catalogue.traits import Value
from stellenbund.domain.catalogue_query import Facet
from stellenbund.domain.labels import label
from stellenbund.domain.language import Language
from stellenbund.flows.picture import Register


def facets_as_json(
    counted: Mapping[Facet, Counts], register: Register, language: Language | None
) -> bytes:
    """Return the values of each facet as JSON, those with the most openings first.

    The contract describes them as `FacetValueOut`; a model of each would take longer than counting.
    """
    facets = (
        b'"%b":[%b]' % (facet.encode(), _values(facet, counted[facet], register, language))
        for facet in Facet
        if facet in counted
    )
    return b"{%b}" % b",".join(facets)


def _values(facet: Facet, counts: Counts, register: Register, language: Language | None) -> bytes:
    named = _NAMES.of(register, facet, language)
    ordered = sorted(sorted(counts.items(), key=_VALUE), key=_COUNT, reverse=True)
    return b",".join([b'%b,"count":%d}' % (named[value], count) for value, count in ordered])


_VALUE, _COUNT = itemgetter(0), itemgetter(1)


class _Named(dict[Value, bytes]):
    """Values of a *facet* with their labels, each as the beginning of a JSON object."""

    def __init__(self, register: Register, facet: Facet, language: Language | None) -> None:
        super().__init__()
        self._name = partial(name_of, facet, register=register, language=language)

    def __missing__(self, value: Value) -> bytes:
        """Find out how *value* begins, once."""
        told = {"value": str(value), "label": self._name(str(value))}
        begun = json.dumps(told, ensure_ascii=False, separators=(",", ":"))[:-1].encode()
        self[value] = begun
        return begun


class _Names:
    """The named values of the latest register; another one may name them otherwise."""

    def __init__(self) -> None:
        self._register = Register()
        self._known: dict[tuple[Facet, Language | None], _Named] = {}

    def of(self, register: Register, facet: Facet, language: Language | None) -> _Named:
        """Return the values of *facet* as *register* names them."""
        if register is not self._register:
            self._register, self._known = register, {}
        if (facet, language) not in self._known:
            self._known[facet, language] = _Named(register, facet, language)
        return self._known[facet, language]


_NAMES = _Names()


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

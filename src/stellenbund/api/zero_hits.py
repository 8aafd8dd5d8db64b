"""Zero hits: a question that found nothing is answered with what is there instead."""

from collections.abc import Iterator, Mapping

from starlette.requests import Request

from stellenbund.api.facets import name_of
from stellenbund.api.links import same_but
from stellenbund.api.schemas.help import HelpOut, NextIntakeOut, RelatedOut, WiderOut, WithoutOut
from stellenbund.catalogue.answers import Help
from stellenbund.domain.catalogue_query import CatalogueQuery, Facet, Sort
from stellenbund.flows.picture import Register

_TIMES = ("training_year", "start_from", "start_to", "deadline_from", "deadline_to")

_CALLED: Mapping[str, str] = {
    "words": "q",
    "cities": "city",
    "professions": "profession",
    "kldb": "profession",
    "kinds": "kind",
    "training_years": "training_year",
    "statuses": "status",
    "sources": "source",
    "unhindered_by": "nothing_against_me",
    "is_part_time": "part_time",
}
"""The parameters whose part of the query is not called as they are."""


class Instead:
    """What is there instead of what a request asks for, as addresses."""

    def __init__(self, request: Request, query: CatalogueQuery, register: Register) -> None:
        self._request = request
        self._query = query
        self._register = register

    def of(self, found: Help) -> HelpOut:
        """Return *found* with the address of each question that finds something."""
        return HelpOut(
            wider=self._wider(found),
            related=tuple(self._related(found)),
            intakes=tuple(self._intakes(found)),
            without=tuple(self._without(found)),
        )

    def _wider(self, found: Help) -> WiderOut | None:
        if found.wider is None:
            return None
        radius = int(found.wider.radius_km)
        url = same_but(self._request, radius_km=radius)
        return WiderOut(radius_km=radius, count=found.wider.total, url=url)

    def _related(self, found: Help) -> Iterator[RelatedOut]:
        for value, count in sorted(found.related.items(), key=lambda each: (-each[1], each[0])):
            slug = str(value)
            title = name_of(Facet.PROFESSION, slug, self._register, None)
            url = same_but(self._request, q=None, profession=slug)
            yield RelatedOut(profession=slug, label=title, count=count, url=url)

    def _intakes(self, found: Help) -> Iterator[NextIntakeOut]:
        for year, count in sorted(found.intakes.items()):
            url = same_but(self._request, **dict.fromkeys(_TIMES) | {"training_year": year})
            yield NextIntakeOut(training_year=int(year), count=count, url=url)

    def _without(self, found: Help) -> Iterator[WithoutOut]:
        for part, count in found.without.items():
            parameter = _CALLED.get(part, part)
            if parameter == "profession" and self._query.professions and self._query.kldb:
                continue  # one parameter, and the count is of a half of it
            url = same_but(self._request, **dict.fromkeys(self._dropped(parameter)))
            yield WithoutOut(parameter=parameter, count=count, url=url)

    def _dropped(self, parameter: str) -> Iterator[str]:
        yield parameter
        if parameter == "near":
            yield "radius_km"
            if self._query.sort is Sort.DISTANCE:
                yield "sort"

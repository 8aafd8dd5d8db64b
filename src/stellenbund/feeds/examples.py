"""Examples: three openings as a city would write them into the template."""

from datetime import date

from stellenbund.domain.city import City
from stellenbund.domain.gazetteer import MUNICIPALITIES
from stellenbund.feeds.columns import OFFERED, Column
from stellenbund.feeds.table import Cells

_COUNT = 3


def example_rows(city: City, *, today: date) -> list[Cells]:
    """Return the cells of the template's rows; their days lie in the year after *today*."""
    municipality = MUNICIPALITIES.get(city.ags)
    values = {
        "year": str(today.year + 1),
        "before": str(today.year),
        "city": city.name,
        "postcode": min(municipality.postcodes, default="") if municipality else "",
    }
    return [
        tuple(column.examples[place].format(**values) for column in OFFERED)
        for place in range(_COUNT)
    ]


def example_of(column: Column, rows: list[Cells]) -> str:
    """Return the first example of *column* that is not empty."""
    place = OFFERED.index(column)
    return next((row[place] for row in rows if row[place]), "")

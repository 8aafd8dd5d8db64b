"""cities: who takes part, and how many openings each has."""

from stellenbund.commands.options import AsJson
from stellenbund.commands.screen import cell, print_json, results, table
from stellenbund.commands.surroundings import looking, now
from stellenbund.store.cities import list_cities


def cities(*, as_json: AsJson = False) -> None:
    """List the cities that take part, and how many openings one can apply for now."""
    with looking() as session:
        states = list_cities(session, now())
    if as_json:
        print_json([state.city.model_dump() | {"openings": state.openings} for state in states])
        return
    shown = table("city", "name", "AGS", "openings", numbers=["openings"])
    for state in states:
        shown.add_row(
            cell(state.city.slug), cell(state.city.name), state.city.ags, str(state.openings)
        )
    results().print(shown)

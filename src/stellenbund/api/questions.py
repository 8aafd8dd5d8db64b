"""Questions: checked parameters become the question that the store answers."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from sqlmodel import Session
from starlette.requests import Request

from stellenbund.api.complaints import unknown_value
from stellenbund.api.errors import ParameterError
from stellenbund.api.parameters import RunParameters
from stellenbund.api.schemas.problem import ParameterFault
from stellenbund.api.validation import repetitions
from stellenbund.domain.query import RunQuery
from stellenbund.store.sources import declared_sources


def run_question(request: Request, parameters: RunParameters, session: Session) -> RunQuery:
    """Return which runs *parameters* ask for.

    Raises:
        ParameterError: a parameter is repeated that must not be, or a city or source is unknown.
    """
    if parameters.source is not None:
        known_source(request, parameters.source, session)
    cities = partial(_source_cities, session)
    named = (parameters.city,) if parameters.city else ()
    _refuse([*repetitions(request), *_strangers("city", named, cities)])
    return RunQuery(
        city=parameters.city,
        source=parameters.source,
        outcomes=frozenset(parameters.outcome),
        is_open=parameters.open,
        before=parameters.before,
        limit=parameters.limit,
    )


def known_source(request: Request, named: str, session: Session) -> tuple[str, str]:
    """Return city and key of the source that is *named* city/source.

    Raises:
        ParameterError: there is none, or a parameter is given twice.
    """
    known = [f"{each.city}/{each.key}" for each in declared_sources(session)]
    _refuse([*repetitions(request), *_strangers("source", (named,), lambda: known)])
    city, _, key = named.partition("/")
    return city, key


def refuse_repetitions(request: Request) -> None:
    """Refuse a request that gives a parameter twice which takes one value.

    Raises:
        ParameterError: it does.
    """
    _refuse(repetitions(request))


def _refuse(faults: Sequence[ParameterFault]) -> None:
    if faults:
        raise ParameterError(faults)


def _strangers(
    parameter: str, values: Collection[str], look_up: Callable[[], Collection[str]]
) -> Iterator[ParameterFault]:
    known = look_up() if values else ()
    return (unknown_value(parameter, value, known) for value in values if value not in known)


def _source_cities(session: Session) -> list[str]:
    return sorted({each.city for each in declared_sources(session)})

"""Questions: checked parameters become the question that the store answers."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from functools import partial

from sqlmodel import Session
from starlette.requests import Request

from stellenbund.api.complaints import foreign_cursor, unknown_value
from stellenbund.api.cursor import CursorError, read_cursor
from stellenbund.api.errors import ParameterError
from stellenbund.api.parameters import OpeningParameters, RunParameters
from stellenbund.api.schemas.problem import ParameterFault
from stellenbund.api.validation import repetitions
from stellenbund.domain.query import OpeningQuery, RunQuery
from stellenbund.store.cities import list_cities
from stellenbund.store.professions import list_professions
from stellenbund.store.sources import declared_sources


def question(
    request: Request, parameters: OpeningParameters, session: Session, now: datetime
) -> OpeningQuery:
    """Return the question that *parameters* ask.

    Raises:
        ParameterError: a parameter is repeated that must not be, a city or a profession is
            unknown, or the cursor belongs to another question.
    """
    faults = [
        *repetitions(request),
        *_strangers("city", parameters.city, partial(_cities, session, now)),
        *_strangers("profession", parameters.profession, partial(_professions, session, now)),
    ]
    _refuse(faults)
    return _placed(_question(parameters), parameters.cursor)


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


def _question(parameters: OpeningParameters) -> OpeningQuery:
    return OpeningQuery(
        cities=frozenset(parameters.city),
        professions=frozenset(parameters.profession),
        kinds=frozenset(parameters.kind),
        certificate=parameters.certificate,
        training_years=frozenset(parameters.training_year),
        statuses=frozenset(parameters.status),
        words=tuple((parameters.q or "").split()),
        limit=parameters.limit,
    )


def _placed(query: OpeningQuery, cursor: str | None) -> OpeningQuery:
    if cursor is None:
        return query
    try:
        return query.model_copy(update={"after": read_cursor(cursor, query)})
    except CursorError as error:
        raise ParameterError([foreign_cursor(cursor)]) from error


def _strangers(
    parameter: str, values: Collection[str], look_up: Callable[[], Collection[str]]
) -> Iterator[ParameterFault]:
    known = look_up() if values else ()
    return (unknown_value(parameter, value, known) for value in values if value not in known)


def _cities(session: Session, now: datetime) -> list[str]:
    return [state.city.slug for state in list_cities(session, now)]


def _source_cities(session: Session) -> list[str]:
    return sorted({each.city for each in declared_sources(session)})


def _professions(session: Session, now: datetime) -> list[str]:
    return [state.profession.slug for state in list_professions(session, now)]

"""Questions: checked parameters become the question that the store answers."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import partial

from sqlmodel import Session
from starlette.requests import Request

from stellenbund.api.complaints import foreign_cursor, unknown_value
from stellenbund.api.cursor import CursorError, read_cursor
from stellenbund.api.errors import ParameterError
from stellenbund.api.parameters import OpeningParameters
from stellenbund.api.schemas.problem import ParameterFault
from stellenbund.api.validation import repetitions
from stellenbund.domain.query import OpeningQuery
from stellenbund.store.cities import list_cities
from stellenbund.store.professions import list_professions


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
    if faults:
        raise ParameterError(faults)
    return _placed(_question(parameters), parameters.cursor)


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


def _professions(session: Session, now: datetime) -> list[str]:
    return [state.profession.slug for state in list_professions(session, now)]

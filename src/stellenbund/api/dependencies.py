"""Dependencies: what routes are given — the database, the moment, and nothing global.

They are coroutines, although everything else here is not: each plain one would take a thread of
its own. Whoever held a database connection could then wait for a thread while all threads wait
for a connection. So a route opens its view of the database itself and does all its work in it.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import Depends, Query
from starlette.requests import Request

from stellenbund.api.parameters import NoParameters
from stellenbund.api.picture import CurrentPicture
from stellenbund.domain.clock import berlin_day
from stellenbund.flows.picture import Picture
from stellenbund.store.database import Database

Clock = Callable[[], datetime]
NewId = Callable[[], str]


def system_clock() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


async def _engine(request: Request) -> Database:
    engine: Database = request.app.state.engine
    return engine


async def _now(request: Request) -> datetime:
    moment: datetime = request.app.state.clock()
    return moment


def today_of(request: Request) -> date:
    """Return the day it is in Berlin."""
    return berlin_day(request.app.state.clock())


def picture_of(request: Request) -> Picture:
    """Return what is public as of now.

    Raises:
        NotReadyError: there is no picture yet.
    """
    current: CurrentPicture = request.app.state.picture
    return current.latest()


async def _today(request: Request) -> date:
    return today_of(request)


async def _picture(request: Request) -> Picture:
    return picture_of(request)


async def _new_id(request: Request) -> NewId:
    make: NewId = request.app.state.new_id
    return make


async def _nothing(_: Annotated[NoParameters, Query()]) -> None:
    """Refuse every parameter."""


EngineDep = Annotated[Database, Depends(_engine)]
NowDep = Annotated[datetime, Depends(_now)]
TodayDep = Annotated[date, Depends(_today)]
PictureDep = Annotated[Picture, Depends(_picture)]
NewIdDep = Annotated[NewId, Depends(_new_id)]
NO_PARAMETERS = Depends(_nothing)

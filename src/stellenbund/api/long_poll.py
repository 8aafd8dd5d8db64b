"""Long poll: a question about changes waits on the event loop until there are some."""

import asyncio
import time
from typing import Annotated

from fastapi import Depends, Query
from starlette.requests import Request

from stellenbund.api.copy_parameters import ChangeParameters
from stellenbund.api.picture import CurrentPicture
from stellenbund.api.questions import refuse_repetitions

LOOKS_EVERY = 0.25
"""Seconds after which a question that waits looks at the picture again; that asks nobody."""


async def _patient(
    request: Request, parameters: Annotated[ChangeParameters, Query()]
) -> ChangeParameters:
    """Return *parameters* once something changed after their number, or their wait is over.

    It waits for the picture that this process follows anyway: however many wait, they hold
    neither a thread nor a connection to the database, and whoever hangs up waits no longer.
    """
    refuse_repetitions(request)
    ends_at = time.monotonic() + parameters.wait
    while not _has_changed(request, parameters.after):
        left = ends_at - time.monotonic()
        if left <= 0 or await request.is_disconnected():
            break
        await asyncio.sleep(min(left, LOOKS_EVERY))
    return parameters


def _has_changed(request: Request, after: int) -> bool:
    current: CurrentPicture = request.app.state.picture
    return current.latest().pulse.sequence > after


PatientDep = Annotated[ChangeParameters, Depends(_patient)]
"""The parameters of a question about changes, when it is time to answer it."""

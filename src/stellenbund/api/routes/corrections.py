"""Corrections: a city sets values by hand, looks at them, and takes them back."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.api.access import KNOWN_CALLER, SECURED, CallerDep, demand
from stellenbund.api.bodies import ANSWER_BODY, CORRECTIONS_BODY, AnswerDep, CorrectionsDep
from stellenbund.api.conditional import respond_once
from stellenbund.api.dependencies import NO_PARAMETERS, EngineDep, NowDep
from stellenbund.api.paging import before
from stellenbund.api.parameters import CorrectionParameters, RunNumber
from stellenbund.api.questions import refuse_repetitions
from stellenbund.api.responses import problems
from stellenbund.api.routes.audit import CityPath
from stellenbund.api.schemas.corrections import (
    AnsweredOut,
    CorrectedOut,
    CorrectionOut,
    CorrectionsOut,
    CorrectionStateOut,
    QuestionsOut,
    told_of,
)
from stellenbund.domain.access import Caller, Verb
from stellenbund.domain.correction import Signature
from stellenbund.flows import correct as flow
from stellenbund.flows.questions import correction_states, open_questions
from stellenbund.store.cities import find_city
from stellenbund.store.corrections import list_corrections
from stellenbund.store.database import reading, writing

router = APIRouter(prefix="/v1/cities/{city}", tags=["Corrections"], dependencies=[KNOWN_CALLER])

CorrectionPath = Annotated[RunNumber, Path(description="Number of the correction", examples=[7])]


async def _reader(city: CityPath, caller: CallerDep) -> Caller:
    return demand(caller, Verb.READ_OWN, city)


async def _signature(city: CityPath, caller: CallerDep, now: NowDep) -> Signature:
    """Return who corrects in the matters of the city; it is known before any body is read."""
    return Signature(by=demand(caller, Verb.CORRECT, city), at=now)


SignatureDep = Annotated[Signature, Depends(_signature)]


@router.get(
    "/corrections",
    operation_id="listCorrections",
    summary="See what a city set by hand",
    response_model=CorrectionsOut,
    responses=problems(401, 403, 404, 422, 503),
    dependencies=[Depends(_reader)],
    openapi_extra=SECURED,
)
def corrections(
    request: Request,
    city: CityPath,
    parameters: Annotated[CorrectionParameters, Query()],
    engine: EngineDep,
) -> Response:
    """Who set what when, over what, and what the sources say by now; the newest first."""
    refuse_repetitions(request)
    limit = parameters.limit
    with reading(engine) as session:
        slug = find_city(session, city).slug
        found = list_corrections(
            session,
            slug,
            opening=parameters.opening,
            before=parameters.before,
            limit=limit + 1,
        )
        states = correction_states(session, found[:limit])
    older = before(request, found[limit - 1].id) if len(found) > limit else None
    return respond_once(CorrectionsOut(items=tuple(map(CorrectionStateOut.of, states)), next=older))


@router.post(
    "/corrections",
    operation_id="setValues",
    summary="Set values of an opening by hand",
    response_model=CorrectedOut,
    responses=problems(400, 401, 403, 404, 422, 503),
    dependencies=[NO_PARAMETERS],
    openapi_extra=SECURED | CORRECTIONS_BODY,
)
def set_values(
    city: CityPath,
    signature: SignatureDep,
    said: CorrectionsDep,
    engine: EngineDep,
) -> Response:
    """Let values be what is typed, whatever the sources say, until it is taken back.

    Each text is read as if it stood at a source; one that cannot be read is refused, and then
    nothing is set. Persons are taken out, as everywhere.
    """
    noted = replace(signature, note=said.note)
    with writing(engine) as session:
        done = flow.set_values(session, city, said.opening, said.values, noted)
    return respond_once(CorrectedOut.of(done))


@router.delete(
    "/corrections/{number}",
    operation_id="takeBackCorrection",
    summary="Take a correction back",
    response_model=CorrectionOut,
    responses=problems(401, 403, 404, 422, 503),
    dependencies=[NO_PARAMETERS],
    openapi_extra=SECURED,
)
def take_back(
    city: CityPath,
    number: CorrectionPath,
    signature: SignatureDep,
    engine: EngineDep,
) -> Response:
    """Forget a correction, so that what the sources say holds again; the answer is what it was."""
    with writing(engine) as session:
        forgotten = flow.take_back(session, city, number, signature)
    return respond_once(CorrectionOut(**told_of(forgotten)))


@router.get(
    "/questions",
    operation_id="listQuestions",
    summary="See what a city is asked",
    response_model=QuestionsOut,
    responses=problems(401, 403, 404, 422, 503),
    dependencies=[NO_PARAMETERS, Depends(_reader)],
    openapi_extra=SECURED,
)
def questions(city: CityPath, engine: EngineDep) -> Response:
    """Doubted runs that wait, and corrections under which the sources' value has moved."""
    with reading(engine) as session:
        asked = open_questions(session, find_city(session, city).slug)
    return respond_once(QuestionsOut.of(asked))


@router.post(
    "/corrections/{number}/answer",
    operation_id="answerQuestion",
    summary="Answer the question about a correction",
    response_model=AnsweredOut,
    responses=problems(400, 401, 403, 404, 409, 422, 503),
    dependencies=[NO_PARAMETERS],
    openapi_extra=SECURED | ANSWER_BODY,
)
def answer(
    city: CityPath,
    number: CorrectionPath,
    signature: SignatureDep,
    said: AnswerDep,
    engine: EngineDep,
) -> Response:
    """Keep the correction over what the sources say now, or take what they say.

    Where nothing is asked, or not what was `seen`, it answers 409.
    """
    noted = replace(signature, note=said.note)
    with writing(engine) as session:
        kept = flow.answer(session, city, number, said.reply, noted)
    shown = CorrectionOut(**told_of(kept)) if kept else None
    return respond_once(AnsweredOut(correction=shown))

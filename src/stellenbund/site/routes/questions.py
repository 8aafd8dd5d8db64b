"""Questions: what a city is asked – doubted runs, and corrections whose sources have moved."""

from typing import Annotated

from fastapi import APIRouter, Path
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import Response

from stellenbund.domain.correction import Choice, Reply, Signature
from stellenbund.domain.decision import Consent
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.finding import clip
from stellenbund.flows.consent import preview, reject, release
from stellenbund.flows.correct import answer
from stellenbund.flows.questions import open_questions
from stellenbund.site.done import after
from stellenbund.site.doors import CorrectorDep, DeciderDep, Inside, ReaderDep
from stellenbund.site.errors import FormRefusedError
from stellenbund.site.forms import FormDep, text_of
from stellenbund.site.means import MeansDep
from stellenbund.site.rendering import leading_to, page
from stellenbund.store.database import reading, writing
from stellenbund.store.openings import get_opening
from stellenbund.store.runs import find_run
from stellenbund.store.sources import get_source
from stellenbund.store.waiting import city_of_run

router = APIRouter(prefix="/stadt/{city}/fragen")

NumberPath = Annotated[int, Path(ge=1, le=2**31 - 1)]

GONE, KEEP = "weg", "behalten"
"""The two answers to a doubted run: what is missing is gone, or everything stays."""

LONGEST_REASON = 500
"""Characters."""

UNTOLD = {
    GONE: "Die Stadt hat zugestimmt, ohne Begründung.",
    KEEP: "Die Stadt hat abgelehnt, ohne Begründung.",
}
"""What is kept where nobody types a reason; it says no more than which button was pressed."""


@router.get("")
def questions_page(request: Request, inside: ReaderDep, means: MeansDep) -> Response:
    """Show everything that waits for a decision."""
    city = inside.city.slug
    with reading(means.engine) as session:
        questions = open_questions(session, city)
        titles = {
            each.correction.opening: get_opening(
                session, each.correction.opening, means.clock()
            ).title
            for each in questions.corrections
        }
        names = {run.source: get_source(session, city, run.source).name for run in questions.runs}
    return page(request, "questions", questions=questions, titles=titles, names=names)


@router.get("/lauf/{number}")
def run_page(request: Request, number: NumberPath, inside: ReaderDep, means: MeansDep) -> Response:
    """Show what a doubted run would change, with the two answers."""
    with reading(means.engine) as session:
        _check_city(session, number, inside)
        run, diff = find_run(session, number), preview(session, number)
        source = get_source(session, run.city, run.source)
    return page(request, "doubted_run", run=run, diff=diff, source=source, most=200)


@router.post("/lauf/{number}")
def decide(form: FormDep, number: NumberPath, inside: DeciderDep, means: MeansDep) -> Response:
    """Carry out the answer to a doubted run."""
    said = text_of(form, "antwort")
    if said not in UNTOLD:
        raise FormRefusedError("Bitte drücken Sie einen der beiden Knöpfe.")
    reason = clip(text_of(form, "grund"), LONGEST_REASON) or UNTOLD[said]
    consent = Consent(actor=inside.caller.name, reason=reason)
    with writing(means.engine) as session:
        _check_city(session, number, inside)
        if said == GONE:
            release(
                session,
                number,
                consent,
                by=inside.caller,
                clock=means.clock,
                new_id=means.new_id,
            )
        else:
            reject(session, number, consent, by=inside.caller, clock=means.clock)
    return leading_to(after(f"/hr/stadt/{inside.city.slug}/fragen", said))


@router.post("/berichtigung/{number}")
def answer_question(
    form: FormDep, number: NumberPath, inside: CorrectorDep, means: MeansDep
) -> Response:
    """Carry out the answer to a question about a correction."""
    try:
        choice = Choice(text_of(form, "antwort"))
    except ValueError as error:
        raise FormRefusedError("Bitte drücken Sie einen der beiden Knöpfe.") from error
    signature = Signature(by=inside.caller, at=means.clock())
    reply = Reply(choice=choice, seen=text_of(form, "frage"))
    with writing(means.engine) as session:
        answer(session, inside.city.slug, number, reply, signature)
    return leading_to(after(f"/hr/stadt/{inside.city.slug}/fragen", "beantwortet"))


def _check_city(session: Session, number: int, inside: Inside) -> None:
    if city_of_run(session, number) != inside.city.slug:
        raise NotFoundError("run", str(number))

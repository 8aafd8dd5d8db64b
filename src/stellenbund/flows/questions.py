"""Questions: what waits for a city to decide, and what its corrections stand over by now."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from stellenbund.domain.correcting import Question, question_about, said_of
from stellenbund.domain.correction import KeptCorrection, Said
from stellenbund.domain.merge import Merged, spoken
from stellenbund.domain.query import RunQuery
from stellenbund.store.corrections import list_corrections
from stellenbund.store.held import notices_of
from stellenbund.store.runs import LoggedRun, list_runs

MOST_RUNS = 100
"""How many doubted runs are told at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionState:
    """A correction beside what the sources say *now*: ``None`` where none speaks any more."""

    correction: KeptCorrection
    now: Said | None
    question: Question | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestions:
    """What a city is asked: doubted runs that wait, and corrections whose sources have moved."""

    runs: tuple[LoggedRun, ...]
    corrections: tuple[Question, ...]

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.runs) + len(self.corrections)


def open_questions(session: Session, city: str) -> OpenQuestions:
    """Return everything that waits for a decision of *city*, the newest first."""
    states = correction_states(session, list_corrections(session, city))
    return OpenQuestions(
        runs=list_runs(session, RunQuery(city=city, is_open=True, limit=MOST_RUNS)),
        corrections=tuple(state.question for state in states if state.question),
    )


def correction_states(
    session: Session, corrections: Sequence[KeptCorrection]
) -> tuple[CorrectionState, ...]:
    """Return *corrections*, each beside what its opening's sources say by now."""
    notices = notices_of(session, {each.opening for each in corrections})
    merged = {opening: spoken(its, opening) for opening, its in notices.items()}
    return tuple(_state(each, merged.get(each.opening)) for each in corrections)


def _state(correction: KeptCorrection, merged: Merged | None) -> CorrectionState:
    return CorrectionState(
        correction=correction,
        now=said_of(merged, correction.field) if merged else None,
        question=question_about(merged, correction) if merged else None,
    )

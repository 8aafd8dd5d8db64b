"""Corrections: what a city set by hand, beside what its sources say."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, JsonValue

from stellenbund.api.schemas.correcting import NOTE
from stellenbund.api.schemas.runs import FindingOut, RunLineOut
from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.correcting import Question
from stellenbund.domain.correction import WHOLE, KeptCorrection
from stellenbund.domain.opening import Opening
from stellenbund.domain.value import Value
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.correct import Corrected
from stellenbund.flows.questions import CorrectionState, OpenQuestions

_STATED = Field(examples=[{"deadline_kind": "fixed", "deadline_on": "2027-02-28"}])


class CorrectionOut(Value):
    """One correction beside what the sources say."""

    id: Annotated[int, Field(description="Its number", examples=[7])]
    opening: Annotated[str, Field(description="Id of the opening", examples=["k7m2x9qa4w"])]
    field: Annotated[
        str,
        Field(
            description="What is set; `opening`: the opening as a whole, which is hidden",
            examples=["deadline"],
        ),
    ]
    label: Annotated[
        str, Field(description="What that is called, in German", examples=["Bewerbungsschluss"])
    ]
    text: Annotated[
        str | None,
        Field(
            description="The text as it was typed, without persons; null: it is cleared",
            examples=["28.02.2027"],
        ),
    ]
    stated: Annotated[
        dict[str, JsonValue], _STATED, Field(description="What was read, by the opening's fields")
    ]
    over: Annotated[
        dict[str, JsonValue],
        _STATED,
        Field(description="What the sources said when it was set, or last confirmed"),
    ]
    set_at: Annotated[
        datetime, Field(description="When, in UTC", examples=["2026-11-25T08:30:00Z"])
    ]
    actor: Annotated[
        str,
        Field(description="Who: a person, or a token by its name", examples=["Petra Muster"]),
    ]
    note: Annotated[str | None, NOTE]


class CorrectionStateOut(CorrectionOut):
    """One correction beside what the sources say now."""

    now: Annotated[
        dict[str, JsonValue] | None,
        _STATED,
        Field(description="What the sources say now; null: none speaks of the opening any more"),
    ]
    question: Annotated[
        str | None,
        Field(
            description="Fingerprint of the question whether it shall stay, because the sources "
            "say something else by now; null: nothing is asked",
            examples=["5d41402abc4b2a76b9719d911017c592"],
        ),
    ]

    @classmethod
    def of(cls, state: CorrectionState) -> Self:
        """Return *state* as the API shows it."""
        asked = state.question.fingerprint if state.question else None
        return cls(**told_of(state.correction), now=state.now, question=asked)

    @classmethod
    def asking(cls, question: Question) -> Self:
        """Return the correction that is in *question*."""
        told = told_of(question.correction)
        return cls(**told, now=question.now, question=question.fingerprint)


class CorrectionsOut(Value):
    """A page of a city's corrections, newest first."""

    items: Annotated[tuple[CorrectionStateOut, ...], Field(description="The corrections")]
    next: Annotated[
        str | None,
        Field(
            description="Address of those before these, relative to the API's root; null: none",
            examples=["/v1/cities/bochum/corrections?before=7"],
        ),
    ]


class CorrectedOut(Value):
    """What was set, and what a person should know about it."""

    items: Annotated[tuple[CorrectionOut, ...], Field(description="The corrections as kept")]
    status: Annotated[
        Status,
        Field(
            description="Where the opening stands now; expired: its last day is over, so it is no "
            "longer public among those that one can apply for; held: it is hidden",
            examples=["published"],
        ),
    ]
    findings: Annotated[
        tuple[FindingOut, ...], Field(description="What a person should know about the texts")
    ]

    @classmethod
    def of(cls, corrected: Corrected) -> Self:
        """Return *corrected* as the API shows it."""
        return cls(
            items=tuple(CorrectionOut(**told_of(each)) for each in corrected.corrections),
            status=corrected.status,
            findings=tuple(FindingOut(**each.model_dump()) for each in corrected.findings),
        )


class AnsweredOut(Value):
    """What is kept of a correction after the answer."""

    correction: Annotated[
        CorrectionOut | None, Field(description="It; null: the sources are believed again")
    ]


class VisibilityOut(Value):
    """Whether an opening is hidden."""

    opening: Annotated[str, Field(description="Id of the opening", examples=["k7m2x9qa4w"])]
    status: Annotated[
        Status,
        Field(description="Where it stands; held: it is in no public answer", examples=["held"]),
    ]

    @classmethod
    def of(cls, opening: Opening) -> Self:
        """Return where *opening* stands."""
        return cls(opening=opening.id, status=opening.status)


class QuestionsOut(Value):
    """Everything that a city is asked."""

    runs: Annotated[
        tuple[RunLineOut, ...],
        Field(description="Doubted runs that wait to be released or rejected"),
    ]
    corrections: Annotated[
        tuple[CorrectionStateOut, ...],
        Field(description="Corrections under which the sources' value has moved"),
    ]

    @classmethod
    def of(cls, questions: OpenQuestions) -> Self:
        """Return *questions* as the API shows them."""
        return cls(
            runs=tuple(map(RunLineOut.of, questions.runs)),
            corrections=tuple(map(CorrectionStateOut.asking, questions.corrections)),
        )


def told_of(correction: KeptCorrection) -> dict[str, object]:
    """Return what the API tells of *correction*."""
    field = correction.field
    label = "Stelle" if field == WHOLE else CORRECTABLE[field].label
    return {**correction.model_dump(exclude={"city"}), "label": label}

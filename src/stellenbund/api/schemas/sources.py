"""Sources: where openings come from, and how well that goes."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field

from stellenbund.api.schemas.robots import RobotsOut
from stellenbund.api.schemas.runs import RunOut
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope, Trust
from stellenbund.domain.value import Value
from stellenbund.store.sources import SourceState


class SourceCondition(StrEnum):
    """How a source is doing, judged by its last run."""

    WORKING = "working"
    IN_TROUBLE = "in_trouble"
    NEVER_RUN = "never_run"
    SWITCHED_OFF = "switched_off"


class SourceOut(Value):
    """A source of a city."""

    city: Annotated[str, Field(description="Slug of its city", examples=["bochum"])]
    key: Annotated[str, Field(description="Its key within the city", examples=["site"])]
    name: Annotated[str, Field(description="Its name, in German", examples=["Karriereseite"])]
    url: Annotated[
        str, Field(description="Where it starts", examples=["https://karriere.example.org/"])
    ]
    reader: Annotated[
        str, Field(description="The reader that understands it", examples=["job_posting"])
    ]
    trust: Annotated[
        str,
        Field(
            description="How far it is believed where sources differ: agency least, desk most",
            examples=["site"],
            json_schema_extra={"enum": [trust.name.lower() for trust in Trust]},
        ),
    ]
    scope: Annotated[
        Scope, Field(description="Whether it holds ordinary jobs, too", examples=["training"])
    ]
    is_authoritative: Annotated[
        bool,
        Field(description="Whether one complete run without a notice ends it", examples=[False]),
    ]
    strikes: Annotated[
        int,
        Field(description="Number of complete runs without a notice that end it", examples=[3]),
    ]
    licence: Annotated[
        str | None,
        Field(description="Licence of its data; null: it states none", examples=["dl-de/by-2.0"]),
    ]
    attribution: Annotated[
        str | None,
        Field(description="Who must be named as the origin", examples=["Stadt Bochum"]),
    ]
    is_enabled: Annotated[bool, Field(description="Whether it is being read", examples=[True])]
    disabled_reason: Annotated[
        str | None,
        Field(
            description="Why it is not being read, in German; null: it is",
            examples=["Der Anbieter hat darum gebeten."],
        ),
    ]
    condition: Annotated[
        SourceCondition,
        Field(description="How it is doing, judged by its last run", examples=["working"]),
    ]
    sample: Annotated[
        bool,
        Field(
            description="Whether its last run read saved sample pages, not the live web",
            examples=[True],
        ),
    ]
    notices: Annotated[
        int, Field(description="Number of its notices that are alive", examples=[21])
    ]
    last_good_at: Annotated[
        datetime | None,
        Field(
            description="End of its last good run, in UTC; null: there was none",
            examples=["2026-11-24T06:00:09Z"],
        ),
    ]
    completeness: Annotated[
        dict[str, float],
        Field(
            description="Of its last good run: for each field the share of notices that state it, "
            "0 to 1",
            examples=[{"title": 1.0, "deadline_on": 0.86}],
        ),
    ]
    dead_links: Annotated[
        int,
        Field(
            ge=0,
            description="Number of dead links that published openings have from it",
            examples=[0],
        ),
    ]
    robots: Annotated[
        tuple[RobotsOut, ...],
        Field(description="What each host it is read from asks of programs, by host"),
    ]
    runs: Annotated[tuple[RunOut, ...], Field(description="Its last runs, newest first")]

    @classmethod
    def of(cls, state: SourceState, *, dead_links: int) -> Self:
        """Return *state* as the API shows it; *dead_links* of its openings were found."""
        source, last, good = state.source, next(iter(state.runs), None), state.last_good
        return cls(
            **source.model_dump(exclude={"trust"}),
            trust=source.trust.name.lower(),
            condition=_condition(state),
            sample=last is not None and last.sample,
            notices=state.notices,
            last_good_at=good and good.finished_at,
            completeness=good.completeness if good else {},
            dead_links=dead_links,
            robots=tuple(RobotsOut.of(host) for host in state.robots),
            runs=tuple(RunOut.of(run) for run in state.runs),
        )


class SourceListOut(Value):
    """The sources of all cities that take part, by city and key."""

    items: Annotated[tuple[SourceOut, ...], Field(description="The sources")]


def _condition(state: SourceState) -> SourceCondition:
    if not state.source.is_enabled:
        return SourceCondition.SWITCHED_OFF
    telling = [run.outcome for run in state.runs if run.outcome is not Outcome.INTERRUPTED]
    if not telling:
        return SourceCondition.NEVER_RUN
    is_good = telling[0].is_good
    return SourceCondition.WORKING if is_good else SourceCondition.IN_TROUBLE

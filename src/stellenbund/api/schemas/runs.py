"""Runs: what one delivery of a source did, in numbers."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import Field

from stellenbund.api.schemas.decisions import DecisionOut, SignedDecisionOut
from stellenbund.domain.finding import Severity
from stellenbund.domain.run import Outcome
from stellenbund.domain.survey import Survey
from stellenbund.domain.value import Value
from stellenbund.store.runs import LoggedRun


class RunOut(Value):
    """One delivery of a source, in numbers."""

    id: Annotated[int, Field(description="Its number", examples=[17])]
    trigger: Annotated[str, Field(description="What started it", examples=["command"])]
    sample: Annotated[
        bool,
        Field(description="Whether it read saved sample pages, not the live web", examples=[True]),
    ]
    started_at: Annotated[
        datetime, Field(description="When it began, in UTC", examples=["2026-11-24T06:00:00Z"])
    ]
    finished_at: Annotated[
        datetime, Field(description="When it ended, in UTC", examples=["2026-11-24T06:00:09Z"])
    ]
    outcome: Annotated[Outcome, Field(description="How it ended", examples=["applied"])]
    reason: Annotated[
        str | None,
        Field(
            description="Why it ended so, in German; null: there is nothing to explain",
            examples=["Die Seite antwortet mit Status 403."],
        ),
    ]
    is_open: Annotated[
        bool,
        Field(
            description="Whether it is doubted and waits for a person to release or to reject it",
            examples=[False],
        ),
    ]
    repeats: Annotated[
        int | None,
        Field(
            description="Number of a run of which a person already rejected the very same; "
            "null: it repeats none",
            examples=[16],
        ),
    ]
    decision: Annotated[
        DecisionOut | None,
        Field(description="What a person decided about it; null: nobody did"),
    ]
    pages: Annotated[int, Field(description="Number of pages read", examples=[4])]
    not_modified: Annotated[
        int,
        Field(
            description="Number of those pages that had not changed since they were last read",
            examples=[3],
        ),
    ]
    found: Annotated[
        int,
        Field(description="Number of records the source showed, readable or not", examples=[23]),
    ]
    new: Annotated[
        int, Field(description="Number of notices seen for the first time", examples=[2])
    ]
    changed: Annotated[int, Field(description="Number of notices with new content", examples=[1])]
    unchanged: Annotated[int, Field(description="Number of notices as they were", examples=[18])]
    vanished: Annotated[
        int, Field(description="Number of notices the source no longer holds", examples=[0])
    ]
    missing: Annotated[
        int,
        Field(
            description="Number of notices absent, but not yet often enough to be gone",
            examples=[1],
        ),
    ]
    unreadable: Annotated[
        int, Field(description="Number of records that could not be read", examples=[0])
    ]
    left_out: Annotated[
        int, Field(description="Number of records that are no training place", examples=[2])
    ]
    completeness: Annotated[
        dict[str, float],
        Field(
            description="For each field the share of notices that state it, of those that were "
            "read in full, 0 to 1",
            examples=[{"title": 1.0, "deadline_on": 0.86}],
        ),
    ]
    survey: Annotated[
        Survey | None,
        Field(
            description="How many of its records are odd, and how long their texts are; null: the "
            "run is older than such surveys",
            examples=[
                {
                    "records": 30,
                    "text_length": 1480,
                    "oddities": {"places.pay_grade": {"odd": 2, "of": 30}},
                }
            ],
        ),
    ]

    @classmethod
    def of(cls, run: LoggedRun) -> Self:
        """Return *run* as the API shows it."""
        return cls(**_shown(run, cls))


class RunLineOut(RunOut):
    """A run in the list of all, with the source that it read."""

    city: Annotated[str, Field(description="Slug of the city", examples=["bochum"])]
    source: Annotated[
        str, Field(description="The source, as city/source", examples=["bochum/site"])
    ]
    url: Annotated[
        str,
        Field(
            description="Address of the run with its findings, relative to the API's root",
            examples=["/v1/runs/17"],
        ),
    ]


class FindingOut(Value):
    """Something a person should know about a record; its sentences are German."""

    severity: Annotated[
        Severity,
        Field(
            description="What it costs: error the record, warning a value, hint only attention",
            examples=["warning"],
        ),
    ]
    rule: Annotated[str, Field(description="Stable code", examples=["deadline.past"])]
    message: Annotated[
        str,
        Field(
            description="What is wrong or noteworthy, in German",
            examples=["Die Bewerbungsfrist ist schon vorbei; die Stelle wird nicht gezeigt."],
        ),
    ]
    reference: Annotated[
        str | None,
        Field(description="The source's reference of the record", examples=["2027-17"]),
    ]
    place: Annotated[str | None, Field(description="The field or the page", examples=["deadline"])]
    value: Annotated[
        str | None, Field(description="The text as it was found", examples=["bis 31.10.2026"])
    ]
    remedy: Annotated[
        str | None,
        Field(
            description="What to do about it, in German; null: nothing",
            examples=["Wenn sie verlängert wurde, bitte die neue Frist eintragen."],
        ),
    ]


class RunDetailOut(RunLineOut):
    """A run with what a person should know about it."""

    findings: Annotated[
        tuple[FindingOut, ...], Field(description="What a person should know about its records")
    ]


class RunListOut(Value):
    """The last runs that were asked for, newest first."""

    items: Annotated[tuple[RunLineOut, ...], Field(description="The runs")]
    next: Annotated[
        str | None,
        Field(
            description="Address of the runs before these, relative to the API's root; null: none",
            examples=["/v1/runs?city=bochum&before=17"],
        ),
    ]


class DecidedOut(Value):
    """What was decided, and the run that a release led to."""

    decision: Annotated[SignedDecisionOut, Field(description="The decision as it is kept")]
    run: Annotated[
        RunDetailOut | None,
        Field(description="The run that a release led to; null after a rejection"),
    ]


def _shown(run: LoggedRun, shape: type[RunOut]) -> dict[str, Any]:
    """Return what *shape* says of a run, all of it as JSON would have it."""
    more = {
        "source": f"{run.city}/{run.source}",
        "url": f"/v1/runs/{run.id}",
        "decision": run.decision and DecisionOut.of(run.decision),
        "findings": tuple(FindingOut(**finding.model_dump()) for finding in run.findings),
    }
    told = run.model_dump() | more
    return {name: told[name] for name in shape.model_fields}

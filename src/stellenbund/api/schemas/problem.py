"""Problem: an error as the API shows it (RFC 9457), in English and in German."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from stellenbund.domain.history import OpeningWithHistory
from stellenbund.domain.value import Value


class ParameterFault(Value):
    """What is wrong with one parameter of a request."""

    parameter: Annotated[str, Field(description="Name of the parameter", examples=["city"])]
    value: Annotated[
        str | None,
        Field(
            description="The value, clipped to 60 characters, unprintable ones escaped; "
            "null: the parameter itself is wrong",
            examples=["bohcum"],
        ),
    ] = None
    rule: Annotated[
        str,
        Field(
            description="Stable code of the rule that was broken",
            examples=["unknown-value"],
        ),
    ]
    detail: Annotated[
        str,
        Field(description="What is wrong, in English", examples=["city has no value “bohcum”."]),
    ]
    detail_de: Annotated[
        str,
        Field(
            description="What is wrong, in German",
            examples=["Für city gibt es den Wert „bohcum“ nicht."],
        ),
    ]
    allowed: Annotated[
        tuple[str, ...],
        Field(
            description="What is taken instead: names, values or one description",
            examples=[["bielefeld", "bochum", "bottrop"]],
        ),
    ] = ()
    near: Annotated[
        tuple[str, ...],
        Field(description="Those that look most like it, likeliest first", examples=[["bochum"]]),
    ] = ()


class Problem(Value):
    """Why a request was not answered as hoped."""

    type: Annotated[
        str,
        Field(
            description="Address of a page about this type of problem, relative to the API's root",
            examples=["/problems/unknown-value"],
            json_schema_extra={"format": "uri-reference"},
        ),
    ]
    title: Annotated[str, Field(description="Short title, in English", examples=["Unknown value"])]
    title_de: Annotated[
        str, Field(description="Short title, in German", examples=["Unbekannter Wert"])
    ]
    status: Annotated[int, Field(ge=400, le=599, description="HTTP status code", examples=[422])]
    detail: Annotated[
        str,
        Field(
            description="What happened this time, in English",
            examples=["city has no value “bohcum”. Did you mean “bochum”?"],
        ),
    ]
    detail_de: Annotated[
        str,
        Field(
            description="What happened this time, in German",
            examples=["Für city gibt es den Wert „bohcum“ nicht. Ist „bochum“ gemeint?"],
        ),
    ]
    instance: Annotated[
        str,
        Field(
            description="Path of the request, percent-encoded and clipped",
            examples=["/v1/openings"],
            json_schema_extra={"format": "uri-reference"},
        ),
    ]
    errors: Annotated[
        tuple[ParameterFault, ...],
        Field(description="Each parameter that is wrong, at most 20; else empty"),
    ] = ()


class WithdrawnOpening(Value):
    """What there is to say about an opening that is gone."""

    id: Annotated[str, Field(description="Its id; it is never used again", examples=["k7m2x9qa4w"])]
    title: Annotated[
        str, Field(description="Its title, in German", examples=["Verwaltungsfachangestellte/r"])
    ]
    city: Annotated[str, Field(description="Slug of its city", examples=["bochum"])]
    kind: Annotated[
        str,
        Field(description="What sort of training place it was", examples=["dual_apprenticeship"]),
    ]
    profession: Annotated[
        str | None,
        Field(
            description="Slug of its profession; null: none was recognised",
            examples=["verwaltungsfachangestellte"],
        ),
    ]
    training_year: Annotated[
        int | None,
        Field(description="Year in which the training was to start", examples=[2027]),
    ]
    withdrawn_at: Annotated[
        datetime,
        Field(description="When it was withdrawn, in UTC", examples=["2026-11-24T06:00:00Z"]),
    ]
    reason: Annotated[
        str,
        Field(description="Why: vanished, sample replaced, merged into ID", examples=["vanished"]),
    ]


class Elsewhere(Value):
    """Where to look on, as addresses relative to the API's root."""

    same_profession: Annotated[
        str | None,
        Field(
            description="Published openings for the same profession in all cities; "
            "null: no profession was recognised",
            examples=["/v1/openings?profession=verwaltungsfachangestellte"],
        ),
    ]
    same_city: Annotated[
        str,
        Field(
            description="Published openings of the same city",
            examples=["/v1/openings?city=bochum"],
        ),
    ]
    readvertised_as: Annotated[
        str | None,
        Field(
            description="The published opening that advertises this one again; null: there is none",
            examples=["/v1/openings/q4w7m2x9ka"],
        ),
    ]
    similar: Annotated[
        str,
        Field(
            description="Published openings that resemble this one",
            examples=["/v1/openings/k7m2x9qa4w/similar"],
        ),
    ]


class WithdrawnProblem(Problem):
    """The problem of asking for an opening that was withdrawn: what it was, where to look on."""

    opening: Annotated[WithdrawnOpening, Field(description="What it was")]
    links: Annotated[Elsewhere, Field(description="Where to look on")]

    @classmethod
    def about(cls, opening: OpeningWithHistory, problem: Problem, *, successor: str | None) -> Self:
        """Return *problem* with everything that helps someone who looked for *opening*."""
        return cls(
            **problem.model_dump(),
            opening=WithdrawnOpening(
                id=opening.id,
                title=opening.title,
                city=opening.city,
                kind=opening.kind,
                profession=opening.profession,
                training_year=opening.training_year,
                withdrawn_at=opening.history[-1].at,
                reason=opening.history[-1].reason,
            ),
            links=Elsewhere(
                same_profession=opening.profession
                and f"/v1/openings?profession={opening.profession}",
                same_city=f"/v1/openings?city={opening.city}",
                readvertised_as=successor and f"/v1/openings/{successor}",
                similar=f"/v1/openings/{opening.id}/similar",
            ),
        )

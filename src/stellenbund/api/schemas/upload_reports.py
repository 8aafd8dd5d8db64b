"""Upload reports: what should be known about the rows of a city's file."""

from typing import Annotated, Self

from pydantic import Field

from stellenbund.api.schemas.uploads import UploadOut
from stellenbund.domain.finding import Severity
from stellenbund.domain.value import Value
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.flows.preview_upload import Preview

TOLD = 5_000
"""Findings that a report in JSON lists at most; the file with its findings holds all."""


class RowFindingOut(Value):
    """Something that should be known about one place of the file."""

    severity: Annotated[
        Severity, Field(description="error: the row is left out", examples=["warning"])
    ]
    rule: Annotated[
        str, Field(description="Stable code of the rule", examples=["cell.leading_zero"])
    ]
    message: Annotated[
        str,
        Field(
            description="What it is, in German",
            examples=["Der Zahl 1069 fehlt vorn eine Null; wir lesen 01069."],
        ),
    ]
    row: Annotated[
        int | None,
        Field(description="Row of the file, from 1; null: the whole file", examples=[4]),
    ]
    column: Annotated[
        str | None,
        Field(description="Column as the file names it; null: the whole row", examples=["PLZ"]),
    ]
    value: Annotated[str | None, Field(description="The value", examples=["1069"])]
    suggestion: Annotated[
        str | None,
        Field(
            description="What to do, in German",
            examples=["Bitte die Spalte in Excel als Text formatieren."],
        ),
    ]
    suggestion_column: Annotated[
        str | None,
        Field(
            description="Key of the known column that the column is probably meant to be, for "
            "`mapping`; null: none",
            examples=["start"],
        ),
    ]

    @classmethod
    def of(cls, found: RowFinding) -> Self:
        """Return what was *found* as the API shows it."""
        return cls(**{name: getattr(found, name) for name in cls.model_fields})


class ReportOut(Value):
    """What should be known about the rows of a file."""

    upload: Annotated[UploadOut, Field(description="The upload")]
    total: Annotated[int, Field(ge=0, description="Number of findings", examples=[6])]
    findings: Annotated[
        tuple[RowFindingOut, ...],
        Field(
            description="The findings in the order of the rows, those about the whole file first; "
            f"at most {TOLD}, the file with its findings has all"
        ),
    ]

    @classmethod
    def of(cls, shown: Preview) -> Self:
        """Return the report of what is *shown* as the API shows it."""
        findings = shown.findings
        return cls(
            upload=UploadOut.of(shown.upload),
            total=len(findings),
            findings=tuple(map(RowFindingOut.of, findings[:TOLD])),
        )

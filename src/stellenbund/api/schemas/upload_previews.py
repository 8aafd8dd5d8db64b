"""Upload previews: what an upload would change, and what should be known about its rows."""

from typing import Annotated, Any, Self

from pydantic import Field

from stellenbund.api.schemas.uploads import UploadOut
from stellenbund.domain.diff import Change, Verb
from stellenbund.domain.finding import Severity
from stellenbund.domain.value import Value
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.flows.preview_upload import Preview
from stellenbund.flows.preview_words import words

LISTED = 500
"""Changes that a preview lists at most."""

TOLD = 5_000
"""Findings that a report in JSON lists at most; the file with its findings holds all."""


class ColumnOut(Value):
    """A column of the file, and what it was taken for."""

    name: Annotated[str, Field(description="Its name in the file", examples=["Bewerbungsschluss"])]
    key: Annotated[
        str | None,
        Field(description="What it means; null: nobody knows", examples=["deadline"]),
    ]


class ReadingOut(Value):
    """How the file was read; all of it can be said otherwise with the next upload."""

    form: Annotated[str, Field(description="What sort of file it is", examples=["xlsx"])]
    encoding: Annotated[
        str | None, Field(description="Encoding of a delimited file", examples=["windows-1252"])
    ]
    delimiter: Annotated[str | None, Field(description="What separates its cells", examples=[";"])]
    sheet: Annotated[str | None, Field(description="Sheet of a workbook", examples=["Tabelle1"])]
    header_row: Annotated[
        int, Field(description="Row with the names of the columns, from 1", examples=[1])
    ]
    columns: Annotated[tuple[ColumnOut, ...], Field(description="The columns, from the left")]

    @classmethod
    def of(cls, shown: Preview) -> Self:
        """Return how the file of a preview was read."""
        read = shown.read
        return cls(
            form=read.form,
            encoding=read.assumed.encoding,
            delimiter=read.assumed.delimiter,
            sheet=read.assumed.sheet,
            header_row=read.header_row,
            columns=tuple(ColumnOut(name=each.name, key=each.key) for each in read.headings),
        )


class FieldChangeOut(Value):
    """One field of an opening that says something else."""

    field: Annotated[str, Field(description="Name of the field", examples=["deadline_on"])]
    before: Annotated[
        Any, Field(description="What it says now; null: nothing", examples=["2027-01-31"])
    ]
    after: Annotated[
        Any, Field(description="What it will say; null: nothing", examples=["2027-02-28"])
    ]


class UploadChangeOut(Value):
    """What happens to one opening of the city's file."""

    change: Annotated[Verb, Field(description="What happens to it", examples=["changed"])]
    reference: Annotated[str, Field(description="Its reference", examples=["2027-17"])]
    title: Annotated[str, Field(description="Its title", examples=["Gärtner/in"])]
    fields: Annotated[
        tuple[FieldChangeOut, ...],
        Field(description="What says something else; empty unless it is changed"),
    ]

    @classmethod
    def of(cls, change: Change) -> Self:
        """Return *change* as the API shows it."""
        named = set(change.fields)
        before, after = (
            notice.fields.model_dump(mode="json", include=named) if notice and named else {}
            for notice in (change.before, change.after)
        )
        return cls(
            change=change.verb,
            reference=change.reference,
            title=change.title,
            fields=tuple(
                FieldChangeOut(field=name, before=before[name], after=after[name])
                for name in change.fields
            ),
        )


class PreviewOut(Value):
    """What a commit would change at this moment; once committed, what it changed."""

    upload: Annotated[UploadOut, Field(description="The upload")]
    words: Annotated[
        tuple[str, ...],
        Field(
            description="The same in German sentences",
            examples=[["Neu: 2. Geändert: 1. Unverändert: 9. Es verschwinden: 0."]],
        ),
    ]
    new: Annotated[int, Field(ge=0, description="Number of new openings", examples=[2])]
    changed: Annotated[int, Field(ge=0, description="Number of those that change", examples=[1])]
    unchanged: Annotated[
        int, Field(ge=0, description="Number of those that stay as they are", examples=[9])
    ]
    vanishing: Annotated[int, Field(ge=0, description="Number of those that vanish", examples=[0])]
    needs_second_consent: Annotated[
        bool,
        Field(
            description="Whether so much would vanish that a commit must say it is sure",
            examples=[False],
        ),
    ]
    changes: Annotated[
        tuple[UploadChangeOut, ...],
        Field(description=f"What is new, then changes, then vanishes; at most {LISTED}"),
    ]
    read: Annotated[ReadingOut, Field(description="How the file was read")]
    report: Annotated[
        str,
        Field(
            description="Address of what should be known about the rows, relative to the API's "
            "root",
            examples=["/v1/cities/bochum/uploads/k7m2x9qa4w/report"],
        ),
    ]

    @classmethod
    def of(cls, shown: Preview) -> Self:
        """Return what is *shown* as the API shows it."""
        upload, diff = shown.upload, shown.diff
        return cls(
            upload=UploadOut.of(upload),
            words=words(shown),
            new=len(diff.appeared),
            changed=len(diff.changed),
            unchanged=diff.unchanged,
            vanishing=len(diff.vanished),
            needs_second_consent=shown.needs_second_consent,
            changes=tuple(map(UploadChangeOut.of, diff.by_verb[:LISTED])),
            read=ReadingOut.of(shown),
            report=f"/v1/cities/{upload.city}/uploads/{upload.id}/report",
        )


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

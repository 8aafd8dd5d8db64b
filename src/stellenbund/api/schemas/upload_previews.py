"""Upload previews: what an upload would change, or did change."""

from typing import Annotated, Any, Self

from pydantic import Field

from stellenbund.api.schemas.upload_rows import ReadRowOut
from stellenbund.api.schemas.uploads import UploadOut
from stellenbund.domain.diff import Change, Verb
from stellenbund.domain.value import Value
from stellenbund.flows.preview_upload import Preview
from stellenbund.flows.preview_words import words
from stellenbund.flows.read_rows import LISTED as READ_ROWS
from stellenbund.flows.touched import Touched

LISTED = 500
"""Changes that a preview lists at most."""


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
    is_corrected: Annotated[
        bool,
        Field(
            description="Whether a value set by hand stands over it, so that what is public stays "
            "as it is",
            examples=[False],
        ),
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
    def of(cls, change: Change, touched: Touched | None) -> Self:
        """Return *change* to the opening *touched* as the API shows it."""
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
                FieldChangeOut(
                    field=name,
                    before=before[name],
                    after=after[name],
                    is_corrected=touched is not None and touched.stands(name),
                )
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
    rows: Annotated[
        tuple[ReadRowOut, ...],
        Field(
            description=f"What was read, row by row in the order of the file; at most {READ_ROWS}"
        ),
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
            changes=tuple(
                UploadChangeOut.of(each, shown.touched.get(each.reference))
                for each in diff.by_verb[:LISTED]
            ),
            rows=tuple(ReadRowOut.of(each, shown) for each in shown.rows),
            read=ReadingOut.of(shown),
            report=f"/v1/cities/{upload.city}/uploads/{upload.id}/report",
        )

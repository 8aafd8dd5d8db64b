"""Upload parameters: how a city's file is to be read, and what is asked about it later."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from stellenbund.api.parameters import NoParameters
from stellenbund.api.values import PLAIN_DIGITS, YES_OR_NO, Printable, one_of
from stellenbund.domain.query import LIMIT
from stellenbund.domain.upload import Mode, UploadChoices
from stellenbund.feeds.decoding import ENCODINGS
from stellenbund.feeds.limits import MOST_COLUMNS


class Delimiter(StrEnum):
    """What separates the cells of a delimited file, by a name that an address takes."""

    SEMICOLON = "semicolon"
    COMMA = "comma"
    TAB = "tab"
    PIPE = "pipe"

    @property
    def sign(self) -> str:
        """The character itself."""
        return {"semicolon": ";", "comma": ",", "tab": "\t", "pipe": "|"}[self.value]


class FileForm(StrEnum):
    """As what a file is given out."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


class UploadParameters(NoParameters):
    """How the file is to be read; whatever is not said is assumed, and shown in the preview."""

    name: Annotated[
        Printable | SkipJsonSchema[None],
        Field(
            description="Name of the file, where the body is the file itself",
            examples=["Ausbildung 2027.xlsx"],
        ),
    ] = None
    mode: Annotated[
        Mode,
        one_of(Mode),
        Field(
            description="full_stock: what the file does not name is gone; changes_only: it stays",
            examples=["full_stock"],
        ),
    ] = Mode.FULL_STOCK
    commit: Annotated[
        bool,
        YES_OR_NO,
        Field(
            description="true: commit at once, unless so much would vanish that it must be asked "
            "about; without it nothing changes yet",
            examples=[False],
        ),
    ] = False
    encoding: Annotated[
        Printable | SkipJsonSchema[None],
        Field(
            description=f"Encoding of a delimited file: {', '.join(ENCODINGS)}",
            examples=["windows-1252"],
        ),
    ] = None
    delimiter: Annotated[
        Delimiter | SkipJsonSchema[None],
        one_of(Delimiter),
        Field(description="What separates the cells of a delimited file", examples=["semicolon"]),
    ] = None
    sheet: Annotated[
        Printable | SkipJsonSchema[None],
        Field(description="Name of the sheet of a workbook", examples=["Tabelle1"]),
    ] = None
    header_row: Annotated[
        int | SkipJsonSchema[None],
        Field(ge=1, description="Row with the names of the columns, from 1", examples=[3]),
        PLAIN_DIGITS,
    ] = None
    mapping: Annotated[
        tuple[Printable, ...],
        Field(
            max_length=MOST_COLUMNS,
            description="What a column means, as NAME=KEY: its name in the file and the key of a "
            "known column, `additional` for what is told beside them, or `ignored`; repeat for "
            "several",
            examples=[["Was=title", "Interne Nr.=ignored"]],
        ),
    ] = ()

    @property
    def choices(self) -> UploadChoices:
        """What is said of how the file is to be read."""
        pairs = (each.rpartition("=") for each in self.mapping)
        return UploadChoices(
            encoding=self.encoding,
            delimiter=self.delimiter and self.delimiter.sign,
            sheet=self.sheet,
            header_row=self.header_row,
            mapping={name: key for name, _, key in pairs},
        )


class HistoryParameters(NoParameters):
    """Which part of the history to see."""

    before: Annotated[
        Printable | SkipJsonSchema[None],
        Field(description="Only uploads that came before this one", examples=["k7m2x9qa4w"]),
    ] = None
    limit: Annotated[
        int, Field(ge=1, le=LIMIT, description="Uploads per page", examples=[20]), PLAIN_DIGITS
    ] = 20


class ReportParameters(NoParameters):
    """In which form the report is wanted."""

    format: Annotated[
        FileForm | SkipJsonSchema[None],
        one_of(FileForm),
        Field(
            description="json: the findings; csv, xlsx: the file itself with its findings. "
            "Without it, what the Accept header prefers",
            examples=["xlsx"],
        ),
    ] = None


TEMPLATES = (FileForm.XLSX, FileForm.CSV)
"""The forms of file that a city can fill in."""


class TemplateParameters(NoParameters):
    """Which template is wanted."""

    format: Annotated[
        FileForm,
        one_of(TEMPLATES),
        WithJsonSchema({"type": "string", "enum": [each.value for each in TEMPLATES]}),
        Field(
            description="xlsx: with lists to choose from and a sheet that explains; csv: plain",
            examples=["xlsx"],
        ),
    ] = FileForm.XLSX
    city: Annotated[
        Printable | SkipJsonSchema[None],
        Field(description="Slug of the city that the examples name", examples=["bochum"]),
    ] = None

"""File reading: what was read from an upload's file, and the bytes as which it is kept."""

from dataclasses import dataclass
from datetime import date

import zstandard
from pydantic import TypeAdapter

from stellenbund.domain.city import City
from stellenbund.domain.finding import Severity
from stellenbund.domain.normalisers.records import Context
from stellenbund.domain.notice import Notice
from stellenbund.domain.source import Scope
from stellenbund.domain.upload import UploadChoices, UploadCounts
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.feed import Feed, read_feed
from stellenbund.feeds.file_form import FileForm
from stellenbund.feeds.headings import Heading
from stellenbund.feeds.report import Report, report_on
from stellenbund.feeds.table import Assumed


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """What a file is, how it was read, and what its rows bring."""

    form: FileForm
    assumed: Assumed
    header_row: int
    headings: tuple[Heading, ...]
    report: Report

    @property
    def counts(self) -> UploadCounts:
        """The numbers of the report."""
        report = self.report
        return UploadCounts(
            rows=report.rows,
            taken=report.taken,
            deletions=len(report.deletions),
            repeated=report.repeated,
            left_out=report.left_out,
            errors=report.count(Severity.ERROR),
            warnings=report.count(Severity.WARNING),
            hints=report.count(Severity.HINT),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What a commit replaced: how many notices were *held*, and what each that changed had said."""

    held: int
    before: dict[str, Notice | None]


def feed_of(body: bytes, *, name: str, choices: UploadChoices) -> Feed:
    """Return the table that a file holds.

    Raises:
        FeedError: it cannot be read at all.
    """
    return read_feed(body, name=name, choices=Choices(**dict(choices)))


def read_file(feed: Feed, city: City, *, today: date) -> FileReading:
    """Return what the rows of *feed* say of the openings of *city*."""
    context = Context(city=city, scope=Scope.TRAINING, today=today)
    return FileReading(
        form=feed.form,
        assumed=feed.table.assumed,
        header_row=feed.header_row,
        headings=feed.headings,
        report=report_on(feed, context),
    )


def pack(kept: FileReading | Past) -> bytes:
    """Return what is kept as few bytes."""
    return zstandard.compress(TypeAdapter(type(kept)).dump_json(kept))


def unpack_reading(packed: bytes) -> FileReading:
    """Return what was read from a file."""
    return _READING.validate_json(zstandard.decompress(packed))


def unpack_past(packed: bytes) -> Past:
    """Return what a commit replaced."""
    return _PAST.validate_json(zstandard.decompress(packed))


_READING, _PAST = TypeAdapter(FileReading), TypeAdapter(Past)

"""File reading: what was read from an upload's file, and the bytes as which it is kept."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from io import BufferedReader, BytesIO

import zstandard
from pydantic import TypeAdapter

from stellenbund.domain.city import City
from stellenbund.domain.completeness import completeness
from stellenbund.domain.finding import Severity
from stellenbund.domain.normalisers.records import Context
from stellenbund.domain.notice import Notice
from stellenbund.domain.opening import Fields
from stellenbund.domain.source import Scope
from stellenbund.domain.upload import UploadChoices, UploadCounts
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.feed import Feed, read_feed
from stellenbund.feeds.file_form import FileForm
from stellenbund.feeds.headings import Heading
from stellenbund.feeds.report import Report, report_on
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.feeds.table import Assumed
from stellenbund.store.upload_files import Packed

PROGRAM = version("stellenbund")
"""What reads files here; another version may read the same file differently."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """What a file is, how it was read, and what its rows bring, all but the notices themselves.

    *contents* are the fingerprints of the notices by their references, *places* their rows,
    *program* is the version of the program that read it.
    """

    program: str
    form: FileForm
    assumed: Assumed
    header_row: int
    headings: tuple[Heading, ...]
    counts: UploadCounts
    findings: tuple[RowFinding, ...]
    places: dict[str, int]
    contents: dict[str, str]
    deletions: frozenset[str]
    unreadable: frozenset[str]
    left_out: frozenset[str]
    completeness: dict[str, float]


@dataclass(frozen=True, slots=True)
class KeptReading:
    """What was read from a file, with its notices still packed."""

    read: FileReading
    packed: bytes

    def notices(self, *, but: Collection[str] = ()) -> Iterator[Notice]:
        """Yield the notices in the order of the rows, without the references in *but*."""
        contents = self.read.contents
        if contents.keys() <= set(but):
            return
        lines = BufferedReader(zstandard.ZstdDecompressor().stream_reader(self.packed))
        for (reference, content), line in zip(contents.items(), lines, strict=True):
            if reference not in but:
                yield Notice.kept(reference, Fields.model_validate_json(line), content=content)


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


def read_file(feed: Feed, city: City, *, today: date) -> KeptReading:
    """Return what the rows of *feed* say of the openings of *city*."""
    report = report_on(feed, Context(city=city, scope=Scope.TRAINING, today=today))
    harvest = report.harvest
    read = FileReading(
        program=PROGRAM,
        form=feed.form,
        assumed=feed.table.assumed,
        header_row=feed.header_row,
        headings=feed.headings,
        counts=_counts(report),
        findings=report.findings,
        places=dict(report.places),
        contents={each.reference: each.content for each in harvest.notices},
        deletions=report.deletions,
        unreadable=harvest.unreadable,
        left_out=harvest.left_out,
        completeness=completeness(harvest.notices),
    )
    return KeptReading(read, _pack_notices(harvest.notices))


def pack(kept: KeptReading) -> Packed:
    """Return what was read from a file as few bytes."""
    return Packed(zstandard.compress(_READING.dump_json(kept.read)), kept.packed)


def unpack(packed: Packed) -> KeptReading:
    """Return what was read from a file."""
    read = _READING.validate_json(zstandard.decompress(packed.reading))
    return KeptReading(read, packed.notices)


def pack_past(past: Past) -> bytes:
    """Return what a commit replaced as few bytes."""
    return zstandard.compress(_PAST.dump_json(past))


def unpack_past(packed: bytes) -> Past:
    """Return what a commit replaced."""
    return _PAST.validate_json(zstandard.decompress(packed))


def _counts(report: Report) -> UploadCounts:
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


def _pack_notices(notices: Collection[Notice]) -> bytes:
    """Return the fields of each notice on a line of its own, without what is not stated."""
    target = BytesIO()
    with zstandard.ZstdCompressor().stream_writer(target, closefd=False) as lines:
        for each in notices:
            lines.write(each.fields.model_dump_json(exclude_defaults=True).encode() + b"\n")
    return target.getvalue()


_READING, _PAST = TypeAdapter(FileReading), TypeAdapter(Past)

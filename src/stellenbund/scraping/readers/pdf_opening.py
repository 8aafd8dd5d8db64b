"""PDF opening: what a block of a PDF says of an opening, and whether it is one at all."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.normalisers.titles import read_title
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.markup import plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.german_page import read_german_part
from stellenbund.scraping.readers.pdf_blocks import Block, blocks_of
from stellenbund.scraping.readers.pdf_markup import markup_of
from stellenbund.scraping.tree import Tree

_FEWEST_LINES = 3
_MANY_LINES = 8
_LOOKED_AT = 4_000
_DAY = r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄ][a-zä]{2,8})\s?(?:20)?\d{2}"
_YEAR = re.compile(r"\b20\d\d\b")
_START = re.compile(
    r"\b(?:such|stell|bild|biet|beginn|start|ausbildung|studium)\w*\b[^.;:]{0,80}?"
    rf"\b(?:zum|ab|am)\s(?:dem\s)?({_DAY})",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    rf"\bbew[ei]rb\w*\b[^.!?]{{0,150}}?\b(bis\s(?:spätestens\s)?(?:zum\s)?{_DAY})", re.IGNORECASE
)
_APPLY = re.compile(r"\bbew[ei]rb\w*\b[^\n]{0,200}?(https?://[^\s<>\"')]{4,500})", re.IGNORECASE)
_EVIDENCE = (
    *("reference", "deadline", "start", "duration", "certificate", "requirements", "pay"),
    *("positions", "places", "contact", "partner_school", "apply_url"),
    *("tasks_html", "profile_html", "benefits_html"),
)


@dataclass(frozen=True, slots=True)
class PdfOpening:
    """A block and what it says."""

    block: Block
    record: RawRecord

    @property
    def is_one(self) -> bool:
        """Whether the block is an opening: a title alone proves nothing, a long text much."""
        lines = len(self.block.lines)
        evidence = sum(1 for name in _EVIDENCE if getattr(self.record, name))
        return evidence > 1 or (evidence > 0 and lines >= _FEWEST_LINES) or lines >= _MANY_LINES


def read_pdf_openings(pages: Sequence[Sequence[str]], page: Page) -> list[RawRecord]:
    """Return the openings in the PDF that *page* is, whose lines are *pages*.

    Of several each has an address that opens the PDF where it begins (RFC 8118), and a reference
    of its own: its Kennziffer, else its title with its start, which a new edition keeps.
    """
    openings = list(_openings(pages, page))
    names = [tuple(_names(each)) for each in openings]
    taken = Counter(name for each in names for name in set(each))
    records = []
    for each, known in zip(openings, names, strict=True):
        reference = next((name for name in known if taken[name] == 1), known[-1])
        url = f"{page.url}#page={each.block.page}" if len(openings) > 1 else page.url
        records.append(replace(each.record, reference=reference, url=url))
    return records


def _openings(pages: Sequence[Sequence[str]], page: Page) -> Iterator[PdfOpening]:
    """Yield the openings; a block that is none belongs to the text of the one before."""
    last: Block | None = None
    for block in blocks_of(pages):
        found = _read(block, page)
        if found.is_one:
            if last is not None:
                yield _read(last, page)
            last = block
        elif last is not None:
            last = last.with_more(block)
    if last is not None:
        yield _read(last, page)


def _read(block: Block, page: Page) -> PdfOpening:
    """Return what *block* says: beside labels and below headings, else in its sentences."""
    tree = Tree(markup_of(block.title, block.lines))
    record = _without_headings(read_german_part(tree.body, page), tree)
    text = " ".join((block.lead, block.title, *block.lines))[:_LOOKED_AT]
    told = replace(
        record,
        title=block.title,
        start=record.start or _said(_START, text),
        deadline=record.deadline or _said(_DEADLINE, text),
        apply_url=record.apply_url or _said(_APPLY, text),
    )
    return PdfOpening(block, told)


def _without_headings(record: RawRecord, tree: Tree) -> RawRecord:
    """Return *record* without values that are the heading below a label, whose own was lost."""
    headings = {plain(tag) for tag in tree.root.iter("h2")}
    lost = [name for name in _EVIDENCE if str(getattr(record, name)) in headings]
    return replace(record, **dict.fromkeys(lost))  # type: ignore[arg-type]


def _said(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[1].rstrip(".,;") if found else None


def _names(opening: PdfOpening) -> Iterator[str]:
    """Yield what may identify *opening*, best first; the last holds all there is to tell it by.

    The year of its start says enough, and however the day is written it stays the same.
    """
    title = read_title(opening.block.title)
    start = opening.record.start or title.start_text or ""
    year = _YEAR.search(start)
    if opening.record.reference:
        yield opening.record.reference
    for when in (year[0] if year else start, start):
        yield " | ".join(fold(part) for part in (title.title or title.published, when) if part)

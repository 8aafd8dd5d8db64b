"""PDF blocks: the lines of a PDF, cut where the title of another opening stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stellenbund.domain.normalisers.texts import fold
from stellenbund.scraping.readers.pdf_titles import carries_on, is_lead, is_title, without_lead

MOST_BLOCKS = 250
_MOST_TITLE_LINES = 4
_FEWEST_IN_LIST = 3
"""Titles right below each other; so many are a list of what there is, not openings."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line and the number of its page, from 1."""

    text: str
    page: int


@dataclass(frozen=True, slots=True)
class Title:
    """A title, its page, and the places of its first and its last line."""

    text: str
    page: int
    start: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A title, the line that leads to it, and what stands below; *page* is where it begins."""

    title: str
    page: int
    lead: str = ""
    lines: tuple[str, ...] = ()

    def with_more(self, further: "Block") -> "Block":
        """Return this block with *further*, which turned out to be no opening of its own."""
        return Block(
            title=self.title,
            page=self.page,
            lead=self.lead,
            lines=(*self.lines, *filter(None, (further.lead, further.title)), *further.lines),
        )


def blocks_of(pages: Sequence[Sequence[str]]) -> list[Block]:
    """Return the blocks that *pages* consist of; what stands before the first title is left out.

    A title that comes again, as at the head of a further page, begins nothing new, and a list of
    titles (of contents, of further professions) is none.

    Raises:
        ValueError: there are more of them than any city has training places.
    """
    lines = [Line(text, number) for number, page in enumerate(pages, start=1) for text in page]
    titles = list(_without_repeats(_without_lists(_titles(lines))))
    if len(titles) > MOST_BLOCKS:
        raise ValueError(f"more than {MOST_BLOCKS} titles")
    ends = [*(_begin(lines, title) for title in titles[1:]), len(lines)]
    return [_block(lines, title, end) for title, end in zip(titles, ends, strict=False)]


def _titles(lines: Sequence[Line]) -> Iterator[Title]:
    """Yield the titles among *lines*, each with all its lines."""
    last = -1
    for start, line in enumerate(lines):
        if start > last and is_title(line.text):
            title = _title_at(lines, start)
            last = title.last
            yield title


def _title_at(lines: Sequence[Line], start: int) -> Title:
    """Return the title that begins at *start*; it ends on the same page."""
    text, last = lines[start].text, start
    for place in range(start + 1, min(start + _MOST_TITLE_LINES, len(lines))):
        line = lines[place]
        if line.page != lines[start].page or not carries_on(text, line.text):
            break
        text, last = f"{text} {line.text}", place
    return Title(text, lines[start].page, start, last)


def _without_lists(titles: Iterable[Title]) -> Iterator[Title]:
    """Yield *titles* but for those that stand in a list, one right below the other."""
    run: list[Title] = []
    for title in titles:
        is_next = run and (title.page, title.start) == (run[-1].page, run[-1].last + 1)
        if not is_next:
            yield from run if len(run) < _FEWEST_IN_LIST else ()
            run = []
        run.append(title)
    yield from run if len(run) < _FEWEST_IN_LIST else ()


def _without_repeats(titles: Iterable[Title]) -> Iterator[Title]:
    """Yield *titles* but for those that repeat the one before, as heads of further pages do."""
    last = ""
    for title in titles:
        if fold(title.text) != last:
            yield title
        last = fold(title.text)


def _begin(lines: Sequence[Line], title: Title) -> int:
    """Return where the block of *title* begins: with a line that leads to it."""
    has_lead = title.start > 0 and is_lead(lines[title.start - 1].text)
    return title.start - 1 if has_lead else title.start


def _block(lines: Sequence[Line], title: Title, end: int) -> Block:
    begin, bare = _begin(lines, title), without_lead(title.text)
    return Block(
        title=bare,
        page=title.page,
        lead=lines[begin].text if begin < title.start else title.text.removesuffix(bare).strip(),
        lines=tuple(line.text for line in lines[title.last + 1 : max(end, title.last + 1)]),
    )

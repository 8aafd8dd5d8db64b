"""Remembering: what a source knew of its site before a run, and what of it the next may use."""

from datetime import datetime

from stellenbund.domain.kept_page import KeptPage
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Source
from stellenbund.scraping.memory import LONGEST, Memory
from stellenbund.store.database import Database, reading, writing
from stellenbund.store.pages import find_page, forget_pages, forget_pages_before, keep_pages
from stellenbund.store.robots import list_robots, save_robots
from stellenbund.store.sources import source_id

MISTRUSTED = frozenset(
    {Outcome.EMPTY, Outcome.DOUBTED, Outcome.TRUNCATED, Outcome.UNREADABLE, Outcome.MOVED}
)
"""Outcomes that a page may have brought about which its server calls unchanged for ever."""

UNTOUCHED = frozenset({Outcome.INTERRUPTED, Outcome.SWITCHED_OFF})
"""Outcomes of runs that learnt nothing to be kept."""


def recollect(engine: Database, source: Source) -> Memory:
    """Return what *source* remembers; a page is looked up when it is asked for, one by one.

    Raises:
        NotFoundError: the store knows no such source.
    """
    with reading(engine) as session:
        number = source_id(session, source.city, source.key)
        hosts = list_robots(session, [number]).get(number, ())

    def recall(request: str) -> KeptPage | None:
        with reading(engine) as session:
            return find_page(session, number, request)

    return Memory(recall=recall, known={state.host: state for state in hosts})


def forget_old(engine: Database, now: datetime) -> None:
    """Let go of all pages that are too old to be asked about, whosoever they are."""
    with writing(engine) as session:
        forget_pages_before(session, now - LONGEST)


def remember(engine: Database, source: Source, memory: Memory, outcome: Outcome) -> None:
    """Keep what *memory* learnt in a run that ended with *outcome*.

    Only a good run leaves pages, and just those it asked for. After one that brought nothing or
    too little all of them are forgotten, so that the next reads everything anew.
    """
    if outcome in UNTOUCHED:
        return
    with writing(engine) as session:
        number = source_id(session, source.city, source.key)
        save_robots(session, number, memory.hosts.values(), are_all=outcome.is_good)
        if outcome in MISTRUSTED:
            forget_pages(session, number)
        elif outcome.is_good:
            keep_pages(session, number, memory.pages)

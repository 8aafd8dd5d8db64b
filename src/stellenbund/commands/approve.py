"""approve: what the saved pages of a city give now, shown and written down."""

import difflib
import json
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from stellenbund.commands.environment import load_settings
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.options import Today
from stellenbund.commands.pages import folder_of, saved_pages
from stellenbund.commands.screen import cell, results, say, table
from stellenbund.commands.surroundings import declared_cities, known, now
from stellenbund.domain.clock import berlin_day
from stellenbund.flows.approval import Document, approval
from stellenbund.flows.rehearse import rehearse
from stellenbund.scraping.memory import Memory

City = Annotated[str, typer.Argument(help="Slug of the city.")]

SHOWN = ("title", "kind", "starts_on", "deadline_on", "certificate")


def approve(city: City, *, today: Today = None) -> None:
    """Rehearse a city from its saved pages, show what is new or different, and write it down.

    Read openings.json against the pages before you commit it: from then on a test holds it. A
    city that was approved before is read as of the same day, unless --today names another.
    """
    settings = load_settings()
    scraper = known(declared_cities(settings), city)
    if not scraper.sources:
        raise WrongUseError(f"{scraper.city.name} declares no source that could be read.")
    path = folder_of(settings, city) / "openings.json"
    before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    with saved_pages(settings, [scraper]) as fetch_for:
        rehearsal = rehearse(
            scraper, lambda site: fetch_for(scraper, site, Memory()), today=_as_of(before, today)
        )
    after = approval(rehearsal)
    _print(before, after)
    _write(path, after)


def _as_of(before: Document, today: datetime | None) -> date:
    if today:
        return today.date()
    return date.fromisoformat(before["as_of"]) if before else berlin_day(now())


def _print(before: Document, after: Document) -> None:
    """Show a city's first openings as a table, and later ones as what differs."""
    if not before:
        _print_openings(after["openings"])
    for line in _difference(before, after) if before else ():
        results().print(cell(line), style=_STYLES.get(line[0]), highlight=False, soft_wrap=True)
    for key, source in after["sources"].items():
        trouble = f"; {source['trouble']}: {source['reason']}" if source["trouble"] else ""
        say(
            f"{key}: {source['notices']} notices, {len(source['left_out'])} no training place, "
            f"{len(source['unreadable'])} unreadable{trouble}"
        )


_STYLES = {"+": "green", "-": "red"}


def _print_openings(openings: Iterable[dict[str, Any]]) -> None:
    drawn = table(*SHOWN)
    for opening in openings:
        drawn.add_row(*(cell(opening.get(name)) for name in SHOWN))
    results().print(drawn, "")


def _difference(before: Document, after: Document) -> Iterable[str]:
    """Yield the lines that differ, with a little of what stands around them."""
    lines = difflib.unified_diff(
        _text(before).splitlines(), _text(after).splitlines(), "approved", "now", lineterm="", n=4
    )
    return list(lines) or ["Nothing differs from what was approved."]


def _write(path: Path, document: Document) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_text(document), encoding="utf-8")
    say(f"Written: {path}")


def _text(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

"""Confirmation: the letter that tells a city what became of its file."""

from collections.abc import Iterator
from typing import NamedTuple

from stellenbund.domain.clock import BERLIN
from stellenbund.domain.run import Run
from stellenbund.domain.upload import Upload, UploadState

WHY = (
    "Diese Nachricht kommt von selbst nach jeder Datei, auch wenn alles in Ordnung ist. Haben "
    "weder Sie noch jemand in Ihrer Stadt das veranlasst, sagen Sie bitte dem Betreiber Bescheid."
)
"""The end of each letter."""


class Confirmation(NamedTuple):
    """What a letter says."""

    subject: str
    text: str


def confirmation(upload: Upload, run: Run, *, city: str, actor: str, page: str) -> Confirmation:
    """Return what to write about *upload*, which *run* has just published or taken back.

    *city* is the name of the city, *page* the address where the upload can be looked at.
    """
    verb = "zurückgenommen" if upload.state is UploadState.UNDONE else "übernommen"
    by, at = _person(actor), f"{run.finished_at.astimezone(BERLIN):%d.%m.%Y um %H:%M} Uhr"
    paragraphs = (
        "Guten Tag,",
        f"die Datei „{upload.name}“ ist für {city} {verb}: von {by}, am {at}.",
        " ".join(_sentences(upload, run)),
        f"Ansehen können Sie es hier:\n{page}",
        WHY,
    )
    return Confirmation(f"{city}: „{upload.name}“ ist {verb}", "\n\n".join(paragraphs))


def _sentences(upload: Upload, run: Run) -> Iterator[str]:
    counts = f"{run.new} neu, {run.changed} geändert, {run.vanished} verschwunden."
    if upload.state is UploadState.UNDONE:
        yield f"Es gilt wieder, was vor dieser Datei galt: {counts}"
        return
    left_out, warnings = upload.counts.left_out, upload.counts.warnings
    yield counts if left_out or warnings else f"Alles in Ordnung: {counts}"
    if left_out:
        rows = "Eine Zeile blieb" if left_out == 1 else f"{left_out} Zeilen blieben"
        yield f"{rows} draußen, weil darin etwas nicht stimmt."
    if warnings:
        yield "Es gibt eine Warnung." if warnings == 1 else f"Es gibt {warnings} Warnungen."
    if left_out or warnings:
        yield "Unter der Adresse unten steht, was Sie verbessern können."


def _person(actor: str) -> str:
    return actor.replace("(account ", "(Konto ").replace("(token ", "(Token ")

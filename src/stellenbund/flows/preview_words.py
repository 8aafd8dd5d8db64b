"""Preview words: what an upload would change, in German sentences for HR."""

from collections.abc import Iterator

from stellenbund.domain.upload import Mode, UploadState
from stellenbund.flows.preview_upload import Preview


def words(shown: Preview) -> tuple[str, ...]:
    """Return the sentences that stand above the table of changes."""
    return tuple(_sentences(shown))


def _sentences(shown: Preview) -> Iterator[str]:
    counts, diff = shown.upload.counts, shown.diff
    left_out = f", {counts.left_out} davon ausgelassen" if counts.left_out else ""
    yield f"{_counted(counts.rows, 'Zeile', 'Zeilen')} gelesen{left_out}."
    if shown.upload.state not in {UploadState.COMMITTED, UploadState.UNDONE}:
        yield _about_the_rest(shown.upload.mode)
    yield (
        f"Neu: {len(diff.appeared)}. Geändert: {len(diff.changed)}. "
        f"Unverändert: {diff.unchanged}. Es verschwinden: {len(diff.vanished)}."
    )
    if shown.needs_second_consent:
        yield (
            f"Damit verschwinden {len(diff.vanished)} von {diff.held} Plätzen. Ist das so gemeint, "
            "bitte beim Übernehmen ausdrücklich bestätigen."
        )


def _about_the_rest(mode: Mode) -> str:
    if mode is Mode.FULL_STOCK:
        return "Die Datei gilt als voller Bestand: Was sie nicht nennt, verschwindet."
    return "Die Datei enthält nur Änderungen: Was sie nicht nennt, bleibt, wie es ist."


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"

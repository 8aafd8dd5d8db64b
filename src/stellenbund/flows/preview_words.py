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
    known = sum(each.reference in shown.known_elsewhere for each in diff.appeared)
    elsewhere = f", {known} davon schon von anderen Quellen bekannt" if known else ""
    yield (
        f"Neu: {len(diff.appeared)}{elsewhere}. Geändert: {len(diff.changed)}. "
        f"Unverändert: {diff.unchanged}. Es verschwinden: {len(diff.vanished)}."
    )
    yield from _warnings(shown)


def _warnings(shown: Preview) -> Iterator[str]:
    """Yield what stands in the way of the changes, or should be thought about once more."""
    if shown.standing:
        values = _counted(shown.standing, "Angabe", "Angaben")
        yield f"Von Hand gesetzt und darum nicht geändert: {values}."
    if shown.empties:
        yield (
            "In der Datei ist keine einzige Stelle; damit verschwänden alle. So lässt sie sich "
            "nicht übernehmen."
        )
    elif shown.needs_second_consent:
        yield (
            f"Damit verschwinden {len(shown.diff.vanished)} von {shown.diff.held} Stellen. Ist das "
            "so gemeint, bitte beim Übernehmen ausdrücklich bestätigen."
        )


def _about_the_rest(mode: Mode) -> str:
    if mode is Mode.FULL_STOCK:
        return (
            "Die Datei enthält alle Stellen: Was sie nicht nennt, verschwindet aus den Dateien der "
            "Stadt; was andere Quellen zeigen, bleibt."
        )
    return "Die Datei enthält nur Änderungen: Was sie nicht nennt, bleibt, wie es ist."


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"

"""Upload report: what an upload would change, and what should be known about its rows."""

from collections.abc import Iterator, Sequence

from stellenbund.commands.changes import print_changes
from stellenbund.commands.changes import told as changes_told
from stellenbund.commands.screen import cell, results, table
from stellenbund.domain.diff import Diff
from stellenbund.domain.upload import Upload
from stellenbund.feeds.row_finding import RowFinding
from stellenbund.flows.preview_upload import Preview
from stellenbund.flows.preview_words import words

SHOWN = 200
"""Changes and findings that the screen shows at most; --json has all of them."""


def told(shown: Preview) -> dict[str, object]:
    """Return what is shown as a document."""
    return {
        "upload": shown.upload,
        "words": words(shown),
        "fingerprint": shown.fingerprint,
        "needs_second_consent": shown.needs_second_consent,
        "unchanged": shown.diff.unchanged,
        "changes": changes_told(shown.diff),
        "findings": shown.findings,
    }


def print_preview(shown: Preview) -> None:
    """Print the sentences, the changes and the findings; only what is quoted is in German."""
    for sentence in _sentences(shown):
        results().print(sentence, highlight=False, soft_wrap=True)
    if shown.diff.changes:
        first = Diff(shown.diff.by_verb[:SHOWN], held=shown.diff.held)
        print_changes(first, f"\nChanges{_cut(len(shown.diff.changes))}")
    _print_findings(shown.findings)


def print_uploads(uploads: Sequence[Upload]) -> None:
    """Print a line for each upload."""
    numbers = ("rows", "left out", "run")
    drawn = table("id", "received", "by", "file", "mode", "state", *numbers, numbers=numbers)
    for each in uploads:
        drawn.add_row(
            each.id,
            f"{each.received_at:%Y-%m-%d %H:%M}",
            cell(each.actor),
            cell(each.name),
            each.mode,
            each.state,
            str(each.counts.rows),
            str(each.counts.left_out),
            cell(each.run),
        )
    results().print(drawn)


def _sentences(shown: Preview) -> Iterator[str]:
    """Yield in English what ``words`` say to the city."""
    counts, diff = shown.upload.counts, shown.diff
    yield f"{counts.rows} rows read, {counts.left_out} left out."
    known = sum(each.reference in shown.known_elsewhere for each in diff.appeared)
    elsewhere = f" ({known} known from other sources)" if known else ""
    yield (
        f"{len(diff.appeared)} new{elsewhere}, {len(diff.changed)} changed, {diff.unchanged} "
        f"unchanged, {len(diff.vanished)} of {diff.held} vanish."
    )
    if shown.standing:
        yield f"{shown.standing} changed values were set by hand and stay as they are."


def _print_findings(findings: Sequence[RowFinding]) -> None:
    if not findings:
        return
    title = f"Findings, as the city reads them{_cut(len(findings))}"
    drawn = table("row", "severity", "column", "value", "message", title=title, numbers=["row"])
    for each in findings[:SHOWN]:
        message = " ".join(filter(None, (each.message, each.suggestion)))
        cells = (each.row, each.severity, each.column, each.value, message)
        drawn.add_row(*map(cell, cells))
    results().print(drawn, "")


def _cut(count: int) -> str:
    return f" (the first {SHOWN} of {count})" if count > SHOWN else ""

"""Changes: what a doubted run would change, as a table for people and as a list for machines."""

from stellenbund.commands.screen import cell, results, table
from stellenbund.domain.diff import Diff


def told(diff: Diff) -> list[dict[str, object]]:
    """Return each change as a document: what happens to which notice, and in which fields."""
    return [
        {
            "change": change.verb,
            "reference": change.reference,
            "title": change.title,
            "fields": change.fields,
        }
        for change in diff.by_verb
    ]


def print_changes(diff: Diff, title: str) -> None:
    """Print what would be new, what would change and what would vanish."""
    drawn = table("change", "reference", "title", "fields", title=title)
    for change in diff.by_verb:
        fields = ", ".join(change.fields)
        drawn.add_row(change.verb, cell(change.reference), cell(change.title), cell(fields))
    results().print(drawn, "")

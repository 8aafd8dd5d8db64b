"""RowFinding: something a person should know about one place of a file."""

from dataclasses import dataclass

from stellenbund.domain.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFinding:
    """A finding with its row, counted from 1 as in the file, and the column as the file names it.

    Without a row it is about the whole file, without a column about the whole row. An error means
    that the row is left out. *message* and *suggestion* are German sentences for HR.
    *suggestion_column* is the key of the known column that *column* is probably meant to be, so
    that it can be settled by one click.
    """

    severity: Severity
    rule: str
    message: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    suggestion: str | None = None
    suggestion_column: str | None = None

    @property
    def is_error(self) -> bool:
        """Whether the row is left out."""
        return self.severity is Severity.ERROR

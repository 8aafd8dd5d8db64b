"""Finding: something a person should know about a record."""

from enum import StrEnum

from stellenbund.domain.value import Told, Value


class Severity(StrEnum):
    """How much a finding costs: the record, a value, or only attention."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Finding(Value):
    """What is wrong or noteworthy, where, with which text, by which rule, and what to do.

    *rule* is a stable code such as ``date.unreadable``; *message* and *remedy* are German
    sentences for HR. *reference* names the record in its source, *place* the field or page.
    """

    severity: Severity
    rule: str
    message: Told
    reference: Told | None = None
    place: Told | None = None
    value: Told | None = None
    remedy: Told | None = None


def clip(text: str, length: int = 300) -> str:
    """Return *text* on one line and short enough to be quoted in a finding."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"

"""Audit: who did what in whose matters, kept as it was and never changed."""

from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from stellenbund.domain.value import Line, Slug, Value

Facts = dict[Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")], Line | int]
"""A few names with short values; everything longer stands where the subject itself is kept."""


class Deed(StrEnum):
    """What somebody did, in the past tense."""

    RUN_RELEASED = "run_released"
    RUN_REJECTED = "run_rejected"
    VALUES_SET = "values_set"
    CORRECTION_TAKEN_BACK = "correction_taken_back"
    OPENING_HIDDEN = "opening_hidden"
    OPENING_SHOWN = "opening_shown"
    QUESTION_ANSWERED = "question_answered"
    TOKEN_CREATED = "token_created"  # noqa: S105 - names a deed
    TOKEN_ROTATED = "token_rotated"  # noqa: S105 - likewise
    TOKEN_REVOKED = "token_revoked"  # noqa: S105 - likewise
    UPLOAD_COMMITTED = "upload_committed"
    UPLOAD_UNDONE = "upload_undone"
    ACCOUNT_INVITED = "account_invited"
    ACCOUNT_ACCEPTED = "account_accepted"
    ACCOUNT_CLOSED = "account_closed"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - likewise
    WEBHOOK_CREATED = "webhook_created"
    WEBHOOK_REPLAYED = "webhook_replayed"
    WEBHOOK_DELETED = "webhook_deleted"
    WEBHOOK_DISABLED = "webhook_disabled"


class AuditEntry(Value):
    """One deed: *actor* did it to *subject*; without a city it concerns the operator alone."""

    at: AwareDatetime
    actor: Annotated[Line, Field(max_length=150)]
    city: Slug | None
    deed: Deed
    subject: Annotated[Line, Field(max_length=100)]
    told: Annotated[Facts, Field(max_length=20)]


class LoggedEntry(AuditEntry):
    """An entry as it is kept; the numbers grow with time."""

    id: int


class AuditQuery(Value):
    """Which entries to see, newest first; with *before* only those with a smaller number."""

    city: str | None = None
    before: int | None = None
    limit: Annotated[int, Field(ge=1, le=1000)] = 50

"""Row: what all tables share, the names of their constraints and the rules for short texts."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, MetaData
from sqlmodel import SQLModel


class Row(SQLModel):
    """One line of a table; it is only ever built from validated values."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


LETTERS = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
HEX = DIGITS + "abcdef"


def check(name: str, rule: str) -> CheckConstraint:
    """Return a CHECK whose text both databases understand."""
    return CheckConstraint(rule, name=name)


def made_of(column: str, characters: str, length: int) -> CheckConstraint:
    """Demand exactly *length* of the given *characters*.

    Neither database's patterns are known to the other, but both can strip characters.
    """
    return check(column, f"ltrim({column}, '{characters}') = '' AND length({column}) = {length}")


def slug(column: str) -> CheckConstraint:
    """Demand lower-case letters, digits and single hyphens, none of them at an end."""
    return check(
        column,
        f"length({column}) BETWEEN 1 AND 60 "
        f"AND ltrim({column}, '{LETTERS}{DIGITS}-') = '' "
        f"AND ltrim(rtrim({column}, '-'), '-') = {column} "
        f"AND replace({column}, '--', '') = {column}",
    )


def filled(column: str, length: int = 500) -> CheckConstraint:
    """Demand a text that is not blank and not longer than *length* characters."""
    return check(column, f"length(trim({column})) > 0 AND length({column}) <= {length}")


def link(column: str) -> CheckConstraint:
    """Demand an absolute http, https or mailto address; NULL passes, as in every CHECK."""
    return check(
        column,
        f"length({column}) <= 2000 AND (substr({column}, 1, 7) IN ('http://', 'mailto:') "
        f"OR substr({column}, 1, 8) = 'https://')",
    )


def between(column: str, lowest: int, highest: int) -> CheckConstraint:
    """Demand a number from *lowest* to *highest*."""
    return check(column, f"{column} BETWEEN {lowest} AND {highest}")

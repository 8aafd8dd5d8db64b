"""Column types: how our values stand in SQLite and in PostgreSQL alike."""

from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, Dialect, Enum, Numeric, String, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

ASCII = String().with_variant(String(collation="C"), "postgresql")
"""Codes and slugs: both databases sort them by their bytes, whatever locale the server has."""


def words(vocabulary: type[StrEnum]) -> Enum:
    """Return a text column that takes the values of *vocabulary* and, by a CHECK, no others."""
    return Enum(
        vocabulary,
        name=vocabulary.__name__.lower(),
        native_enum=False,
        create_constraint=True,
        values_callable=lambda members: [member.value for member in members],
        length=40,
    )


class Validated(TypeDecorator[Any]):
    """A compound value kept as JSON and validated on its way in and on its way out.

    Decimals stand in it as text, so nothing is rounded.
    """

    impl = JSON
    cache_ok = True

    def __init__(self, meaning: Any) -> None:  # noqa: ANN401 - any type at all
        """Keep the type *meaning* that the JSON stands for; ``None`` is the database's NULL."""
        super().__init__(none_as_null=True)
        self.meaning = meaning
        self._adapter: TypeAdapter[Any] = TypeAdapter(meaning)

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Use PostgreSQL's binary JSON where there is one."""
        kind = JSONB if dialect.name == "postgresql" else JSON
        return dialect.type_descriptor(kind(none_as_null=True))

    def process_bind_param(self, value: object, dialect: Dialect) -> object:  # noqa: ARG002
        """Turn a value into plain JSON.

        Raises:
            pydantic.ValidationError: it is no such value.
        """
        if value is None:
            return None
        return self._adapter.dump_python(self._adapter.validate_python(value), mode="json")

    def process_result_value(self, value: object, dialect: Dialect) -> object:  # noqa: ARG002
        """Turn stored JSON back into the value."""
        return None if value is None else self._adapter.validate_python(value)

    def read(self, text: str) -> Any:  # noqa: ANN401 - any type at all
        """Return the value that the JSON *text* of such a column stands for."""
        return self._adapter.validate_json(text)


class Cents(TypeDecorator[Decimal]):
    """A number with two decimals: NUMERIC, which SQLite keeps as a float of ample precision."""

    impl = Numeric
    cache_ok = True

    def __init__(self, digits: int) -> None:
        """Allow *digits* in all, two of them after the point."""
        super().__init__(digits, 2, asdecimal=False)
        self.digits = digits

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> float | Decimal | None:
        """Hand SQLite's driver the only kind of number with a point that it knows."""
        return float(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: float | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """Return the exact number again."""
        return None if value is None else Decimal(value).quantize(Decimal("0.01"))

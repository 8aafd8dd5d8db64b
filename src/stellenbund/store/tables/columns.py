"""Column types: how our values stand in SQLite and in PostgreSQL alike."""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, TypeAdapter
from sqlalchemy import JSON, Dialect, Enum, Numeric, String, TypeDecorator
from sqlalchemy.types import TypeEngine

from stellenbund.domain.value import Value

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
        if dialect.name != "postgresql":
            return dialect.type_descriptor(JSON(none_as_null=True))
        from sqlalchemy.dialects.postgresql import JSONB

        return dialect.type_descriptor(JSONB(none_as_null=True))

    def bind_processor(self, dialect: Dialect) -> Callable[[object], str | None]:  # noqa: ARG002
        """Return what makes the JSON of a value, in one step and not by way of plain objects.

        It raises ``pydantic.ValidationError`` for what is no such value.
        """
        return self._written

    def _written(self, value: object) -> str | None:
        if value is None:
            return None
        valid = value if self._is_made_of_values(value) else self._adapter.validate_python(value)
        return self._adapter.dump_json(valid, warnings="error").decode()

    def _is_made_of_values(self, value: object) -> bool:
        """Say whether it was validated when it was made, and cannot have changed since."""
        match value:
            case BaseModel():
                return type(value) is self.meaning and bool(value.model_config.get("frozen"))
            case tuple():
                return all(isinstance(each, Value) for each in value)
            case dict() if value:
                return all(isinstance(each, Value) for each in value.values())
            case _:
                return False

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

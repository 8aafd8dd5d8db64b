"""Many: a condition about any number of values, told to the database as one parameter.

A parameter for each value would be more than SQLite takes, and slow everywhere.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Dialect, String, TypeDecorator, literal
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

_SQLITE = "IN (SELECT value FROM json_each({}))"
_POSTGRESQL = "= ANY({})"


class _Texts(TypeDecorator[Sequence[str]]):
    """Texts as one parameter: an array where there are arrays, else as JSON."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Use PostgreSQL's arrays: it looks up what it knows to be one, and does not search it."""
        return dialect.type_descriptor(ARRAY(String()) if _has_arrays(dialect) else String())

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> object:
        """Turn the texts into what the database takes."""
        texts = list(value or ())
        return texts if _has_arrays(dialect) else json.dumps(texts)


class _Listed(FunctionElement[str]):
    """The texts of one parameter as a list that a condition can ask for."""

    name = "listed"
    type = String()
    inherit_cache = True


@compiles(_Listed, "sqlite")
def _in_sqlite(element: _Listed, compiler: SQLCompiler, **told: object) -> str:
    return _SQLITE.format(compiler.process(element.clauses, **told))


@compiles(_Listed, "postgresql")
def _in_postgresql(element: _Listed, compiler: SQLCompiler, **told: object) -> str:
    return _POSTGRESQL.format(compiler.process(element.clauses, **told))


def among(column: Mapped[str], values: Iterable[str]) -> ColumnElement[bool]:
    """Say whether a column of texts is one of *values*, however many they are."""
    return column.bool_op("")(_Listed(literal(list(values), _Texts())))


def _has_arrays(dialect: Dialect) -> bool:
    return dialect.name == "postgresql"

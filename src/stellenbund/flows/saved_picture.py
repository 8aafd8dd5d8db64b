"""Saved picture: what is public, on disk, so that a worker starts from it and reads what is new."""

import hashlib
import io
import pickle
import sys
import tempfile
from datetime import datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from stellenbund.catalogue.ordering import VALUES
from stellenbund.catalogue.texts import running_words, title_words, unit_words
from stellenbund.flows.kept import keep
from stellenbund.flows.picture import Picture
from stellenbund.store.database import Database, reading
from stellenbund.store.pulse import last_change, take_pulse

_PACKAGE = Path(__file__).parents[1]
_SEAL = 32
_MAKERS = ("domain", "catalogue", "flows", "store")
"""The rooms whose code decides what a picture is."""

_ROOMS = tuple(f"stellenbund.{room}." for room in _MAKERS)
_FUNCTIONS = (keep, title_words, unit_words, running_words, *VALUES.values())
"""Functions of ours that stand in a picture; calling them does no harm."""

_PLAIN = frozenset(
    {
        ("array", "_array_reconstructor"),
        ("array", "array"),
        ("builtins", "frozenset"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
    }
)
"""What a picture is made of besides values of ours."""

Lineage = tuple[int, str, datetime] | None


def place_of(engine: Database, wished: Path | None) -> Path | None:
    """Return where the picture of *engine* lies: as *wished*, else beside an SQLite file."""
    database = Path(engine.url.database or "")
    if wished or engine.dialect.name != "sqlite" or not database.is_file():
        return wished
    return database.with_name(f"{database.name}.picture")


def save(picture: Picture, path: Path, engine: Database) -> None:
    """Write *picture* to *path* at once; whoever reads meanwhile finds the old one or this one.

    Raises:
        OSError: nothing can be written there.
    """
    with reading(engine) as session:
        lineage = last_change(session, picture.pulse.sequence)
    content = pickle.dumps((lineage, picture), protocol=5)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(_seal(content))
        file.write(content)
    Path(file.name).replace(path)


def saved(path: Path, engine: Database) -> Picture:
    """Return the picture at *path*; an empty one if there is none of this program and database."""
    try:
        whole = path.read_bytes()
    except OSError:
        return Picture()
    if whole[:_SEAL] != _seal(memoryview(whole)[_SEAL:]):
        return Picture()
    file = io.BytesIO(whole)
    file.seek(_SEAL)
    try:
        lineage, picture = _Careful(file).load()
    except pickle.UnpicklingError:
        return Picture()
    return picture if _is_past_of(picture, lineage, engine) else Picture()


def _is_past_of(picture: Picture, lineage: Lineage, engine: Database) -> bool:
    """Say whether the database went on from where *picture* was taken.

    One that was restored or made anew counts from a smaller number, or has another past.
    """
    with reading(engine) as session:
        pulse = take_pulse(session)
        has_grown = all(now >= then for now, then in zip(pulse[:3], picture.pulse[:3], strict=True))
        return has_grown and last_change(session, picture.pulse.sequence) == lineage


class _Careful(pickle.Unpickler):
    """Reads pictures and nothing else: a file that others wrote can be wrong, not harmful."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        """Return what *name* stands for, if pictures are made of it.

        Raises:
            pickle.UnpicklingError: they are not.
        """
        if (module, name) == ("builtins", "getattr"):
            return _member
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith(_ROOMS) and "." not in name:
            found = super().find_class(module, name)
            is_ours = isinstance(found, type) and found.__module__ == module
            if is_ours or any(found is each for each in _FUNCTIONS):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a picture")


def _member(vocabulary: type[Enum], name: str) -> Enum:
    """Return a word of a vocabulary, and nothing else that a class may have."""
    if not issubclass(vocabulary, Enum):
        raise pickle.UnpicklingError(f"{vocabulary} is no vocabulary")
    return vocabulary[name]


def _seal(content: bytes | memoryview) -> bytes:
    """Return a digest of *content*, of the Python and of the code by which pictures are made."""
    digest = hashlib.blake2b(_code(), digest_size=_SEAL)
    digest.update(content)
    return digest.digest()


@cache
def _code() -> bytes:
    digest = hashlib.blake2b(sys.version.encode())
    for room in _MAKERS:
        for path in sorted((_PACKAGE / room).rglob("*")):
            if path.suffix in {".py", ".toml"}:
                digest.update(path.read_bytes())
    return digest.digest()

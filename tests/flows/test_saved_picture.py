"""Saved picture: it saves reading, and never shows what is not so."""

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from stellenbund.flows import saved_picture
from stellenbund.flows.growth import grown
from stellenbund.flows.picture import Picture
from stellenbund.flows.saved_picture import place_of, save, saved
from stellenbund.store.database import open_database
from tests.flows.test_growth import say, told
from tests.stocking import open_store


@pytest.fixture
def file(engine: Engine, tmp_path: Path) -> Path:
    """The picture of three openings, saved."""
    open_store(engine)
    say(engine, "abc", 0)
    path = tmp_path / "pictures" / "picture"
    save(grown(engine, Picture()), path, engine)
    return path


def test_a_saved_picture_grows_into_what_is_there_now(engine: Engine, file: Path) -> None:
    picture = saved(file, engine)
    assert len(picture.catalogue) == 3
    assert grown(engine, picture) is picture
    say(engine, "abd", 1)
    after, anew = grown(engine, picture), grown(engine, Picture())
    assert told(after) == told(anew)
    assert (after.pulse, after.register, after.sidelights) == (
        *(anew.pulse, anew.register, anew.sidelights),
    )
    assert [path.name for path in file.parent.iterdir()] == ["picture"]


def test_a_picture_lies_where_it_is_wished_else_beside_a_file(
    engine: Engine, tmp_path: Path
) -> None:
    beside = tmp_path / "stellenbund.db.picture" if engine.dialect.name == "sqlite" else None
    assert place_of(engine, None) == beside
    assert place_of(engine, tmp_path / "wished") == tmp_path / "wished"
    assert place_of(open_database(f"sqlite:///{tmp_path / 'not_there.db'}"), None) is None


def test_of_another_database_there_is_no_picture(
    engine: Engine, file: Path, migrated_file: Path, tmp_path: Path
) -> None:
    assert len(saved(file, engine).catalogue) == 3
    shutil.copy(migrated_file, tmp_path / "other.db")
    other = open_database(f"sqlite:///{tmp_path / 'other.db'}")
    assert len(saved(file, other).catalogue) == 0
    open_store(other)
    say(other, "xyz", 2)
    assert len(saved(file, other).catalogue) == 0
    other.dispose()


def cut(content: bytes) -> bytes:
    return content[:-5]


def other_code(content: bytes) -> bytes:
    return b"\0" * 32 + content[32:]


@pytest.mark.parametrize("change", [cut, other_code, lambda _: b"", lambda _: b"x" * 100])
def test_what_is_broken_or_of_another_program_is_no_picture(
    engine: Engine, file: Path, change: Callable[[bytes], bytes]
) -> None:
    file.write_bytes(change(file.read_bytes()))
    assert len(saved(file, engine).catalogue) == 0


def test_where_nothing_lies_there_is_no_picture(engine: Engine, tmp_path: Path) -> None:
    assert len(saved(tmp_path / "none", engine).catalogue) == 0
    assert len(saved(tmp_path, engine).catalogue) == 0


class Call:
    """A value that is made by calling something."""

    def __init__(self, what: object, *given: object) -> None:
        """Keep what is to be called, and with what."""
        self.what, self.given = what, given

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Say what to call."""
        return self.what, self.given


@pytest.mark.parametrize(
    "harm",
    [
        lambda mark: Call(Path.touch, mark),
        lambda mark: Call(eval, f"open({str(mark)!r}, 'w')"),
        lambda _mark: Call(getattr, Call(getattr, Picture, "get"), "__globals__"),
        lambda _mark: Call(getattr, Picture, "version"),
        lambda mark: Call(shutil.copy, __file__, mark),
        lambda mark: Call(open_database, f"sqlite:///{mark}/x.db"),
    ],
)
def test_a_forged_picture_calls_nothing(
    sqlite_url: str, tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    mark = tmp_path / "harmed"
    content = pickle.dumps((None, harm(mark)))
    file = tmp_path / "forged"
    file.write_bytes(saved_picture._seal(content) + content)
    assert len(saved(file, open_database(sqlite_url)).catalogue) == 0
    assert not mark.exists()


def test_no_name_leads_from_our_rooms_into_others(sqlite_url: str, tmp_path: Path) -> None:
    for name in ("threading.Thread", "threading", "zstandard", "_ALIKE", "_REST"):
        content = f"cstellenbund.flows.kept\n{name}\n.".encode()
        file = tmp_path / "forged"
        file.write_bytes(saved_picture._seal(content) + content)
        assert len(saved(file, open_database(sqlite_url)).catalogue) == 0

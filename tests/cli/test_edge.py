"""The edge: one sentence and an exit code, whatever goes wrong."""

from pathlib import Path
from runpy import run_module

import pytest

from stellenbund.cli import TRACEBACK
from tests.cli.calling import Shell


def test_without_a_word_the_commands_are_listed(stellenbund: Shell) -> None:
    answer = stellenbund()
    listed = answer.out + answer.err
    for command in ("migrate", "scrape", "serve", "cities", "runs", "show", "save", "approve"):
        assert command in listed
    for command in ("read", "explain", "openapi"):
        assert command in listed


def test_the_package_can_be_run_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["stellenbund", "--help"])
    with pytest.raises(SystemExit) as ended:
        run_module("stellenbund", run_name="__main__")
    assert ended.value.code == 0
    assert "migrate" in capsys.readouterr().out


def test_an_unknown_command_is_wrong_use(stellenbund: Shell) -> None:
    assert stellenbund("dance").code == 2


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        ("STELLENBUND_PORT", "eighty", "STELLENBUND_PORT: Input should be a valid integer"),
        ("STELLENBUND_PORT", "0", "STELLENBUND_PORT: Input should be greater than or equal to 1"),
        ("STELLENBUND_CONTACT", "", "STELLENBUND_CONTACT: String should have at least 1 character"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_wrong_use(
    monkeypatch: pytest.MonkeyPatch, stellenbund: Shell, setting: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(setting, value)
    answer = stellenbund("cities")
    assert answer.code == 2
    assert answer.err.startswith(sentence)
    assert answer.err.count("\n") == 1


def test_a_database_without_tables_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stellenbund: Shell
) -> None:
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    answer = stellenbund("cities")
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert "stellenbund migrate sets one up" in answer.err


def test_a_file_that_is_no_database_is_not_to_be_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stellenbund: Shell
) -> None:
    (tmp_path / "damaged.db").write_bytes(b"no database at all" * 100)
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", f"sqlite:///{tmp_path / 'damaged.db'}")
    answer = stellenbund("cities")
    assert answer.code == 1
    assert "put the last backup in its place" in answer.err
    assert answer.err.count("\n") == 1


def test_a_database_address_that_is_none_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, stellenbund: Shell
) -> None:
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", "stellenbund.db")
    answer = stellenbund("migrate")
    assert answer.code == 1
    assert answer.err.count("\n") == 1


def test_whoever_wants_to_see_where_an_error_came_from_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stellenbund: Shell
) -> None:
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    monkeypatch.setenv(TRACEBACK, "1")
    with pytest.raises(Exception, match="no such table"):
        stellenbund("cities")


def test_migrating_twice_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stellenbund: Shell
) -> None:
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", f"sqlite:///{tmp_path / 'new' / 'new.db'}")
    first, second = stellenbund("migrate"), stellenbund("migrate")
    assert (first.code, second.code) == (0, 0)
    assert first.err == second.err
    assert '"bochum"' in stellenbund("cities", "--json").out


def test_a_password_is_never_shown(monkeypatch: pytest.MonkeyPatch, stellenbund: Shell) -> None:
    url = "postgresql://me:geheim@127.0.0.1:9/nothing?connect_timeout=1"
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", url)
    answer = stellenbund("migrate")
    assert answer.code == 1
    assert "geheim" not in answer.err + answer.out

"""upload and uploads: a city's file at the command line."""

import json
import re
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.cli.calling import Shell
from tests.flows.uploading import HEADER, file_of, places, row


@pytest.fixture
def file(federation_on_both: Path) -> Path:
    """A file of five openings beside a federation that knows nothing of them yet."""
    path = federation_on_both / "stellen.csv"
    path.write_bytes(file_of([row(letter) for letter in "12345"]))
    return path


def upload(stellenbund: Shell, file: Path, *words: str) -> tuple[int, str, str]:
    answer = stellenbund("upload", str(file), "--city", "musterstadt", *words)
    return answer.code, answer.out, answer.err


def test_a_file_is_shown_and_changes_nothing(
    file: Path, stellenbund: Shell, engine: Engine
) -> None:
    code, out, err = upload(stellenbund, file)
    assert code == 0
    assert "5 rows read, 0 left out." in out
    assert "5 new, 0 changed, 0 unchanged, 0 of 0 vanish." in out
    assert "Zeilen gelesen" not in out
    assert out.count("Gärtner/in") == 5
    assert "Nothing was published" in err
    assert places(engine) == {}


def test_a_commit_publishes_and_an_undo_takes_it_back(
    file: Path, stellenbund: Shell, engine: Engine
) -> None:
    upload(stellenbund, file)
    code, _, err = upload(stellenbund, file, "--commit")
    assert (code, len(places(engine))) == (0, 5)
    told = re.search(r"Upload (\w+) is published, as run 1\..* --undo (\w+)\n", err)
    assert told is not None
    name = told[1]
    assert told[2] == name
    (listed,) = json.loads(stellenbund("uploads", "musterstadt", "--json").out)
    assert (listed["id"], listed["state"], listed["name"]) == (name, "committed", "stellen.csv")
    assert (
        f"undo of upload {name}"
        in stellenbund(
            "uploads", "musterstadt", "--undo", name, "--json", "--as", "Petra Muster"
        ).out
    )
    assert places(engine) == {}
    assert "undone" in stellenbund("uploads", "musterstadt").out


def test_who_removes_much_must_be_sure(file: Path, stellenbund: Shell, engine: Engine) -> None:
    upload(stellenbund, file, "--commit")
    file.write_bytes(file_of([row("1")]))
    code, out, err = upload(stellenbund, file, "--commit")
    assert (code, len(places(engine))) == (1, 5)
    assert "0 new, 0 changed, 1 unchanged, 4 of 5 vanish." in out
    assert "needs --sure" in err
    assert upload(stellenbund, file, "--commit", "--sure")[0] == 0
    assert set(places(engine)) == {"1"}


def test_rows_that_are_left_out_are_told_and_the_exit_code_says_so(
    file: Path, stellenbund: Shell
) -> None:
    file.write_bytes(file_of([row("1"), row("1", positions=9), row("2")]))
    code, out, _ = upload(stellenbund, file, "--changes-only")
    assert code == 1
    assert "3 rows read, 1 left out." in out
    assert "Findings, as the city reads them" in out
    assert "Zeile 2 hat schon diese Kennziffer" in out
    told = json.loads(upload(stellenbund, file, "--changes-only", "--json")[1])
    rules = [found["rule"] for found in told["findings"]]
    assert {"row.same_reference", "row.same_opening"} <= set(rules)
    assert [change["change"] for change in told["changes"]] == ["new", "new"]


def test_how_a_file_is_to_be_read_can_be_said(file: Path, stellenbund: Shell) -> None:
    header = HEADER.replace("Stellenbezeichnung", "Was")
    file.write_bytes(file_of([row("1")], header=header).decode().encode("cp850"))
    words = ("--read", "encoding=cp850", "--read", "Was=title", "--json")
    told = json.loads(upload(stellenbund, file, *words)[1])
    assert [change["title"] for change in told["changes"]] == ["Gärtner/in"]
    assert upload(stellenbund, file, "--read", "header_row=x")[0] == 2
    assert upload(stellenbund, file, "--read", "cp850")[0] == 2


def test_a_file_that_is_none_is_refused_in_one_sentence(file: Path, stellenbund: Shell) -> None:
    file.write_bytes(b"%PDF-1.7")
    code, _, err = upload(stellenbund, file)
    assert (code, err.count("\n")) == (1, 1)
    assert "keine Tabelle" in err
    assert stellenbund("upload", str(file), "--city", "nirgendwo").code == 2

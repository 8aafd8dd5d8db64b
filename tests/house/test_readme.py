"""The README: each command that it shows does what it says."""

import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.settings import Settings
from tests.cli.calling import Shell, stellenbund
from tests.house.checkout import ROOT

__all__ = ["stellenbund"]

README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = [
    words
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if (words := shlex.split(line, comments=True))
]
ASKED = [words[1] for words in LINES if words[0] == "curl"]
CALLED = [words[2:] for words in LINES if words[:2] == ["./dev", "stellenbund"]]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stellenbund: Shell) -> Settings:
    """Settings whose database knows our cities."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", f"sqlite:///{tmp_path / 'readme.db'}")
    assert stellenbund("migrate").code == 0
    return Settings()


def test_the_two_commands_come_first() -> None:
    assert LINES[:2] == [["./dev", "demo"], ["./dev", "test"]]


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("words", CALLED, ids=" ".join)
def test_a_command_runs(words: list[str], stellenbund: Shell) -> None:
    answer = stellenbund(*words)
    assert answer.code == 0, answer.err
    assert answer.out


@pytest.mark.parametrize("address", ASKED)
def test_an_address_answers(address: str, settings: Settings) -> None:
    parts = urlsplit(address)
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        answer = client.get(f"{parts.path}?{parts.query}".rstrip("?"))
    assert answer.status_code == 200, answer.text


def test_the_cities_of_the_readme_are_those_that_take_part(
    settings: Settings, stellenbund: Shell
) -> None:
    listed = stellenbund("cities").out
    assert settings
    shown = re.search(r"It ships nine cities: (.+?)\. Nothing", README, re.DOTALL)
    assert shown
    names = re.split(r", | and ", " ".join(shown[1].split()))
    assert [name for name in names if name not in listed] == []
    assert len(names) == len(listed.splitlines()) - 1

"""Calling the command line as a person does: words in, exit code, results and complaints out."""

import sys
from dataclasses import dataclass

import pytest

from stellenbund.cli import main


@dataclass(frozen=True)
class Answer:
    """What came back."""

    code: int
    out: str
    err: str


@dataclass
class Shell:
    """Calls `stellenbund` in this process, with the edge that a terminal would meet."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str) -> Answer:
        """Call with *words*."""
        self.monkeypatch.setattr(sys, "argv", ["stellenbund", *words])
        with pytest.raises(SystemExit) as left:
            main()
        said = self.capsys.readouterr()
        code = left.value.code
        return Answer(code if isinstance(code, int) else 0, said.out, said.err)


@pytest.fixture
def stellenbund(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """The command line."""
    return Shell(monkeypatch, capsys)

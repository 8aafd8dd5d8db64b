"""The documents: what they name exists, and what exists is named."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import typer

from stellenbund.cli import TRACEBACK, app
from stellenbund.domain.run import Outcome
from stellenbund.domain.vocabulary import Kind, Status
from stellenbund.settings import Settings
from tests.house.checkout import ROOT, files, name_of

DOCUMENTS = tuple(files(".md"))
LINK = re.compile(r"\]\((?!https?:|mailto:|/)([^)#\s]+)")
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands() -> dict[str, typer.core.TyperCommand]:
    return loaded(typer.main.get_group(app))


def loaded(group: typer.core.TyperGroup) -> dict[str, typer.core.TyperCommand]:
    """Return all commands of a group, which imports each when it is asked for."""
    group.list_commands(typer.Context(group))
    return dict(group.commands)  # type: ignore[arg-type]


def every_command() -> dict[str, typer.core.TyperCommand]:
    """Return all commands by the words that call them, those of groups too."""
    every = commands()
    for name, command in commands().items():
        if isinstance(command, typer.core.TyperGroup):
            every |= {f"{name} {word}": each for word, each in loaded(command).items()}
    return every


def shell_lines(name: str) -> list[list[str]]:
    """Return the commands that a document shows, as words."""
    lines = [line for block in SHELL.findall(text_of(name)) for line in block.splitlines()]
    return [words for line in lines if (words := shlex.split(line, comments=True))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_what_a_document_links_to_is_there(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_each_setting_stands_in_the_operations_page_with_its_default() -> None:
    page = text_of("docs/operations.md")
    for name, field in Settings.model_fields.items():
        (row,) = re.findall(rf"^\| `STELLENBUND_{name.upper()}` \|.*$", page, re.MULTILINE)
        default = "" if field.default is None else f" `{field.default}`"
        assert f" |{default} | " in row
    assert f"`{TRACEBACK}`" in page
    assert "`STELLENBUND_PYTHON`" in page


def test_the_operations_page_names_no_setting_that_nobody_reads() -> None:
    known = {f"STELLENBUND_{name.upper()}" for name in Settings.model_fields}
    known |= {TRACEBACK, "STELLENBUND_PYTHON"}
    known |= set(re.findall(r"\$\{(STELLENBUND_\w+)", text_of("docker-compose.yml")))
    named = {
        name
        for each in DOCUMENTS
        for name in re.findall(r"STELLENBUND_\w+", each.read_text("utf-8"))
    }
    assert named - known == set()


def test_each_command_stands_in_the_operations_page() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| .+ \|$", text_of("docs/operations.md"), re.MULTILINE)
    assert set(commands()) <= set(rows)


@pytest.mark.parametrize("name", every_command())
def test_the_help_of_a_command_is_enough_to_use_it(name: str) -> None:
    command = every_command()[name]
    assert command.help
    assert command.help.splitlines()[0].endswith((".", ":"))
    assert f"stellenbund {name}" in (command.epilog or "")
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name} does not explain {parameter.name}"


def test_each_word_of_the_script_stands_in_the_guide_and_no_other() -> None:
    listed = subprocess.run(  # noqa: S603 - our own script
        [ROOT / "dev"], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    words = re.findall(r"^  (\w+) ", listed, re.MULTILINE)
    table = re.findall(r"^\| `\./dev (\w+)` \|", text_of("CONTRIBUTING.md"), re.MULTILINE)
    assert sorted(words) == sorted(table)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/operations.md"])
def test_the_commands_that_a_document_shows_exist(document: str) -> None:
    words = set(re.findall(r"^  (\w+) ", text_of("dev").split("WORDS")[1], re.MULTILINE))
    for line in shell_lines(document):
        match line:
            case ["./dev", "stellenbund", command, *_]:
                assert command in commands()
            case ["./dev", word, *_]:
                assert word in words
            case [program, command, *_] if program.endswith("/stellenbund"):
                assert command in commands()


def test_the_vocabulary_holds_each_outcome_and_each_status() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", text_of("docs/vocabulary.md"), re.MULTILINE)
    assert sorted(rows) == sorted([*Outcome, *Status])


def test_the_decision_on_kinds_has_a_home_for_each() -> None:
    page = text_of("docs/decisions/0006-kinds.md")
    assert [kind for kind in Kind if f"`{kind}`" not in page] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        assert page.read_text("utf-8").startswith(f"# {int(page.name[:4])}. ")


def test_the_rooms_of_the_house_exist() -> None:
    tree = text_of("docs/house.md").split("## Rooms")[1].split("```")[1]
    rooms = re.findall(r"(?:├──|└──) ([\w./]+)", tree)
    assert rooms
    known = {name for path in files() for name in (path.name, f"{path.parent.name}/")}
    known |= {"src/stellenbund/"}
    assert set(rooms) - known == set()


def test_the_floors_of_the_house_are_those_that_the_linter_holds() -> None:
    floors = text_of("docs/house.md").split("## Floors")[1].split("```")[1]
    drawn = [re.findall(r"stellenbund\.\w+|scrapers", line) for line in floors.splitlines()]
    contract = text_of("pyproject.toml").split("layers = [")[1].split("]")[0]
    held = [re.findall(r"stellenbund\.\w+|scrapers", line) for line in contract.splitlines()]
    assert [set(floor) for floor in drawn if floor] == [set(floor) for floor in held if floor]

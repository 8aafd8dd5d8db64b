"""The habits of the house that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.checkout import ROOT, files, modules, name_of

CODE = tuple(modules("src", "scrapers", "bench"))
EVERYTHING = (*CODE, *modules("tests"))
NO_NAMES = {
    "base",
    "common",
    "data",
    "handler",
    "helpers",
    "info",
    "manager",
    "misc",
    "process",
    "util",
    "utils",
}
EDGES = {
    "src/stellenbund/cli.py",
    "src/stellenbund/api/last_resort.py",
    "src/stellenbund/api/picture.py",  # of a thread, which must go on looking
    "src/stellenbund/flows/interruption.py",  # of a thread, which hands on what it caught
}
LONG_FOR_A_REASON = {"src/stellenbund/domain/opening.py": "the one list of fields"}
LONGEST_FILE = 250
LONGEST_FUNCTION = 25

# Written in pieces, so that this file is not what it looks for.
PLACES = re.compile(
    "|".join(
        (
            r"py" + r"pi\.org",
            r"python" + r"hosted\.org",
            r"npm" + r"js\.",
            r"deb\." + r"debian\.org",
            r"(?<![\w.])/" + r"work/",
            r"(?<![\w.])/" + r"root/",
            r"/home/" + r"\w",
        )
    )
)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _length(function: ast.FunctionDef) -> int:
    """Count a function's own lines: without signature, docstring and the functions inside it."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    inside = [each for each in body if isinstance(each, ast.FunctionDef)]
    lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
    return lines - sum((each.end_lineno or 0) - each.lineno + 1 for each in inside)


def test_each_file_says_in_one_sentence_what_it_is() -> None:
    first = {
        name_of(path): (ast.get_docstring(_tree(path)) or "").splitlines()[:1]
        for path in EVERYTHING
    }
    silent = {name for name, line in first.items() if not line or line[0][-1] not in ".?"}
    assert silent == set()


def test_no_file_is_too_long_to_be_read_at_once() -> None:
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in CODE}
    assert {name for name, count in lines.items() if count > LONGEST_FILE} == set(LONG_FOR_A_REASON)


def test_no_function_is_too_long_to_be_seen_at_once() -> None:
    lengths = {
        f"{name_of(path)}:{each.lineno} {each.name}": _length(each)
        for path in CODE
        for each in _functions(_tree(path))
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_no_name_says_nothing() -> None:
    names = {name_of(path): set(path.relative_to(ROOT).with_suffix("").parts) for path in CODE}
    for path in CODE:
        classes = (each for each in ast.walk(_tree(path)) if isinstance(each, ast.ClassDef))
        names[name_of(path)] |= {each.name.casefold() for each in classes}
    assert {path for path, words in names.items() if words & NO_NAMES} == set()


def test_a_package_holds_one_docstring_and_no_code() -> None:
    packages = [path for path in CODE if path.name == "__init__.py"]
    assert [name_of(path) for path in packages if len(_tree(path).body) != 1] == []


def test_only_the_outermost_edges_catch_everything() -> None:
    assert {name_of(path) for path in CODE if _catches_everything(_tree(path))} == EDGES


def _catches_everything(tree: ast.Module) -> bool:
    caught = [each.type for each in ast.walk(tree) if isinstance(each, ast.ExceptHandler)]
    names = {each.id for each in caught if isinstance(each, ast.Name)}
    return None in caught or bool(names & {"Exception", "BaseException"})


def test_alembic_is_no_package_that_hides_the_library() -> None:
    assert not (ROOT / "alembic" / "__init__.py").exists()


def test_no_file_names_a_machine_or_the_host_of_a_registry() -> None:
    found = {}
    for path in files(".py", ".md", ".toml", ".lock", ".yml", ".json", ".txt", ".html", ""):
        text = path.read_text(encoding="utf-8", errors="replace")
        if match := PLACES.search(text):
            found[name_of(path)] = match.group()
    assert found == {}


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    assert [name_of(path) for path in EVERYTHING if later.search(path.read_text("utf-8"))] == []

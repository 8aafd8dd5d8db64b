"""Mutation bench: what mutmut leaves is counted by group, and its settings fit the groups."""

import json
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

from bench.mutation import GOAL, GROUPS, Tally, patterns, table, tally, wanted
from tests.house.checkout import ROOT

MUTMUT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]


def leave(folder: Path, module: str, *ends: int | None) -> None:
    """Write down how the mutants of a module ended, as mutmut does."""
    path = folder / f"{module.replace('.', '/')}.py.meta"
    path.parent.mkdir(parents=True, exist_ok=True)
    name = f"stellenbund.domain.{module}.x_read__mutmut_"
    ends_by_name = {f"{name}{number}": end for number, end in enumerate(ends, start=1)}
    path.write_text(json.dumps({"exit_code_by_key": ends_by_name}), encoding="utf-8")


def mutated() -> list[str]:
    """Return the modules of the domain that mutmut changes."""
    domain = ROOT / "src" / "stellenbund" / "domain"
    paths = (path.relative_to(ROOT).as_posix() for path in domain.rglob("*.py"))
    return [
        path.removeprefix("src/").removesuffix(".py").replace("/", ".")
        for path in paths
        if any(fnmatch(path, pattern) for pattern in MUTMUT["only_mutate"])
    ]


def test_what_fails_or_never_ends_is_noticed_and_anything_else_has_survived(
    tmp_path: Path,
) -> None:
    leave(tmp_path, "normalisers.pay", 1, 3, 0, 33)
    leave(tmp_path, "normalisers.pay_parts.money", 1, -24, None)
    leave(tmp_path, "normalisers.payment", 0)
    counted = tally("pay", tmp_path)
    assert counted == Tally("pay", mutants=7, killed=3, timeout=1)
    assert counted.survived == 3
    assert counted.share == pytest.approx(4 / 7)


def test_a_group_without_mutants_has_proved_nothing(tmp_path: Path) -> None:
    assert tally("merge", tmp_path).share < GOAL


def test_the_table_marks_what_is_below_the_goal() -> None:
    shown = table(
        [Tally("dates", mutants=10, killed=9, timeout=0), Tally("pay", 10, killed=7, timeout=1)]
    ).splitlines()
    assert [line.split()[:6] for line in shown[1:]] == [
        ["dates", "10", "9", "1", "0", "90.0%"],
        ["pay", "10", "7", "2", "1", "80.0%"],
    ]
    assert [line.endswith("below the goal") for line in shown] == [False, False, True]


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_is_mutated(group: str) -> None:
    assert any(fnmatch(f"{each}.x_", one) for each in mutated() for one in patterns(group))


@pytest.mark.parametrize("module", [each for each in mutated() if not each.endswith("__init__")])
def test_every_mutated_module_belongs_to_one_group(module: str) -> None:
    groups = [
        group for group in GROUPS if any(fnmatch(f"{module}.x_", one) for one in patterns(group))
    ]
    assert len(groups) == 1


@pytest.mark.parametrize("path", MUTMUT["pytest_add_cli_args_test_selection"])
def test_every_test_that_mutants_meet_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_all_groups_are_wanted_unless_some_are_named() -> None:
    assert wanted([]) == list(GROUPS)
    assert wanted(["pay", "merge"]) == ["pay", "merge"]


def test_a_group_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        wanted(["titles"])
    assert caught.value.code == 2
    assert "no such group: titles; there are dates," in capsys.readouterr().err

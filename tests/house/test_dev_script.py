"""The script `./dev`: what each word starts, and what it says when it cannot."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.house.checkout import ROOT

ARGUMENT = re.compile(r"^  (\w+) ", re.MULTILINE)


class Checkout:
    """A folder with the script, the locks, and whatever Pythons a test puts on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tools = folder / "path"
        self.tools.mkdir()
        for name in ("dev", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
            shutil.copy(ROOT / name, folder / name)
        # The script may call these and nothing else.
        for tool in ("cat", "cksum", "dirname", "grep", "id", "ls", "mkdir", "rm", "sed", "tail"):
            found = shutil.which(tool)
            assert found
            (self.tools / tool).symlink_to(found)

    def put(self, where: str, script: str) -> None:
        """Put a shell script that can be started below this folder."""
        path = self.folder / where
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def put_environment(self) -> None:
        """Put a finished `.venv` there whose programs only write down how they were called."""
        note = f'echo "$(basename "$0") $*" >>"{self.folder}/calls"'
        (self.tools / "basename").symlink_to(shutil.which("basename") or "")
        for program in ("python", "stellenbund", "ruff", "mypy", "lint-imports", "deptry"):
            self.put(f".venv/bin/{program}", note)
        (self.folder / ".venv/place").write_text(f"{self.folder}\n")
        for lock in ("requirements.lock", "requirements-dev.lock"):
            stamp = self.run_shell(f"cat {lock} pyproject.toml | cksum").stdout
            (self.folder / f".venv/{lock}.installed").write_text(stamp)

    @property
    def calls(self) -> list[str]:
        """What was started, without the question whether this Python suits."""
        lines = (self.folder / "calls").read_text().splitlines()
        return [line for line in lines if not line.startswith("python -c")]

    def dev(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Start `./dev` with *words*; it sees no other environment than that."""
        return self._run(["/bin/sh", str(self.folder / "dev"), *words], environment)

    def run_shell(self, command: str) -> subprocess.CompletedProcess[str]:
        """Run one line of shell in this folder."""
        return self._run(["/bin/sh", "-c", command], {})

    def _run(
        self, command: list[str], environment: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - our own script
            command,
            cwd=self.folder,
            env={"PATH": str(self.tools), "LC_ALL": "C.UTF-8", **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


@pytest.fixture
def ready(checkout: Checkout) -> Checkout:
    checkout.put_environment()
    return checkout


def test_called_alone_it_lists_its_words_with_one_line_each(checkout: Checkout) -> None:
    listed = checkout.dev()
    assert listed.returncode == 0
    words = set(ARGUMENT.findall(listed.stdout))
    assert {"demo", "serve", "scrape", "test", "check", "lint", "bench", "migrate"} <= words
    assert {"format", "lock", "clean", "build", "stellenbund", "mutate"} <= words


def test_a_word_that_it_does_not_know_is_wrong_use(checkout: Checkout) -> None:
    refused = checkout.dev("dance")
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert "dance" in refused.stderr


def test_every_word_of_the_list_is_a_case_of_the_script() -> None:
    script = (ROOT / "dev").read_text(encoding="utf-8")
    listed = set(ARGUMENT.findall(script.split("WORDS")[1]))
    cases = " ".join(re.findall(r"^    ([\w |]+)\)", script, re.MULTILINE))
    assert listed <= set(cases.split())


@pytest.mark.parametrize("version", ["(3, 9)", "(3, 10)", "(3, 14)"])
def test_a_python_that_does_not_suit_is_refused_in_one_sentence(
    checkout: Checkout, version: str
) -> None:
    suits = f"[ '{version}' = '(3, 11)' ] || exit 1"
    checkout.put("path/python3", suits)
    refused = checkout.dev("demo")
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "needs Python 3.11, 3.12 or 3.13" in refused.stderr
    assert not (checkout.folder / ".venv").exists()


def test_a_python_without_venv_is_told_what_to_type(checkout: Checkout) -> None:
    checkout.put("path/python3", 'case $2 in *ensurepip*) exit 1 ;; esac; echo "Python 3.11.2"')
    refused = checkout.dev("demo")
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1].endswith("as root type: apt-get install python3-venv")


def test_a_newer_python_is_preferred_and_the_setting_is_stronger(checkout: Checkout) -> None:
    for name in ("python3.13", "python3.12"):
        checkout.put(
            f"path/{name}", f'case $1 in -V) echo "Python of {name}" ;; -m) exit 1 ;; esac'
        )
    assert "Python of python3.13" in checkout.dev("demo").stderr
    chosen = checkout.dev("demo", STELLENBUND_PYTHON="python3.12")
    assert "Python of python3.12" in chosen.stderr


def test_a_failed_installation_is_one_sentence_and_is_tried_again(checkout: Checkout) -> None:
    venv = 'mkdir -p .venv/bin; cp "$0" .venv/bin/python'
    pip = "echo 'ERROR: No matching distribution found for alembic' >&2; exit 1"
    (checkout.tools / "cp").symlink_to(shutil.which("cp") or "")
    checkout.put("path/python3", f'case "$*" in *venv*) {venv} ;; *pip*) {pip} ;; esac')
    for _ in range(2):
        refused = checkout.dev("demo")
        assert refused.returncode == 1
        assert refused.stderr.splitlines()[-1] == (
            "The packages could not be installed: ERROR: No matching distribution found for alembic"
            " (all of it: var/install.log)"
        )


def test_a_second_start_installs_nothing(ready: Checkout) -> None:
    ready.dev("demo", "--no-serve")
    assert ready.calls == ["stellenbund migrate", "stellenbund scrape --saved"]


def test_a_new_lock_is_installed_by_its_hashes(ready: Checkout) -> None:
    with (ready.folder / "requirements.lock").open("a") as lock:
        lock.write("# new\n")
    with (ready.folder / "requirements-dev.lock").open("a") as lock:
        lock.write("# new\n")
    ready.dev("migrate")
    pip = "python -m pip --disable-pip-version-check --no-input --quiet install"
    assert ready.calls == [
        f"{pip} --require-hashes -r requirements.lock",
        f"{pip} --no-build-isolation --no-deps -e .",
        "stellenbund migrate",
    ]


def test_a_moved_checkout_gets_a_new_environment(ready: Checkout) -> None:
    (ready.folder / ".venv/place").write_text("/somewhere/else\n")
    refused = ready.dev("migrate")
    assert "needs Python" in refused.stderr
    assert not (ready.folder / ".venv").exists()


def test_serving_and_scraping_bring_the_database_up_first(ready: Checkout) -> None:
    ready.dev("serve", "--port", "8123")
    ready.dev("scrape", "bochum")
    assert ready.calls == [
        "stellenbund migrate",
        "stellenbund serve --port 8123",
        "stellenbund migrate",
        "stellenbund scrape bochum",
    ]


def test_checking_lints_and_then_runs_exactly_the_whole_suite(ready: Checkout) -> None:
    (ready.tools / "chromium").symlink_to(ready.tools / "cat")
    ready.dev("check")
    ready.dev("test")
    *lint, first, second = ready.calls
    assert lint == [
        "ruff check --quiet",
        "ruff format --check --quiet",
        "mypy ",
        "lint-imports --no-logo",
        "deptry src scrapers",
    ]
    assert first == second == "python -m pytest -p tests.closing_line -n 3 --dist worksteal"


def test_a_failing_linter_ends_the_check(ready: Checkout) -> None:
    ready.put(".venv/bin/mypy", "echo 'one error'; exit 1")
    checked = ready.dev("check")
    assert checked.returncode == 1
    assert not any("pytest" in call for call in ready.calls)


def test_arguments_of_the_tests_go_to_pytest(ready: Checkout) -> None:
    ready.dev("test", "tests/domain", "-x", "-k", "two words")
    assert ready.calls == [
        "python -m pytest -p tests.closing_line -n 3 --dist worksteal tests/domain -x -k two words"
    ]


def test_mutating_is_a_bench_with_a_word_of_its_own(ready: Checkout) -> None:
    ready.dev("mutate", "dates", "pay")
    assert ready.calls == ["python -m bench.mutation dates pay"]


def test_the_script_runs_from_anywhere(ready: Checkout) -> None:
    done = subprocess.run(  # noqa: S603 - our own script
        ["/bin/sh", ready.folder / "dev", "migrate"],
        cwd="/",
        env={"PATH": str(ready.tools)},
        check=True,
        timeout=60,
    )
    assert done.returncode == 0


def test_the_scripts_may_be_started() -> None:
    assert os.access(ROOT / "dev", os.X_OK)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("exec ./dev check")

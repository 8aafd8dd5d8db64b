"""The wheel: it carries the migrations and the scrapers, and works outside the checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.house.checkout import ROOT

PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as `./dev build` does."""
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def _run(*command: str, cwd: Path, **environment: str) -> str:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(  # noqa: S603 - our own programs
        command,
        cwd=cwd,
        env=kept | {"LC_ALL": "C.UTF-8"} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_carries_migrations_scrapers_and_the_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    steps = [path.name for path in (ROOT / "alembic" / "versions").glob("*.py")]
    cities = [path.name for path in (ROOT / "scrapers").glob("*.py")]
    assert steps
    assert {f"stellenbund/_migrations/versions/{step}" for step in steps} <= set(names)
    assert {f"scrapers/{city}" for city in cities} <= set(names)
    assert "stellenbund/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests", "bench", "docs"))]


def test_the_installed_wheel_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Without a network: the packages are those of this environment, the checkout's path is not."""
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    python = str(home / "bin" / "python")
    _run(python, *PIP, "install", "--no-index", "--no-deps", str(wheel), cwd=tmp_path)
    site = Path(
        _run(
            python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path
        ).strip()
    )
    (site / "packages.pth").write_text(_without_checkout(sysconfig.get_path("purelib"), tmp_path))
    program = str(home / "bin" / "stellenbund")
    where = _run(python, "-c", "import stellenbund; print(stellenbund.__file__)", cwd=tmp_path)
    assert where.startswith(str(home))
    database = f"sqlite:///{tmp_path / 'wheel.db'}"
    _run(program, "migrate", cwd=tmp_path, STELLENBUND_DATABASE_URL=database)
    cities = _run(program, "cities", "--json", cwd=tmp_path, STELLENBUND_DATABASE_URL=database)
    assert "bochum" in cities


def _without_checkout(packages: str, folder: Path) -> str:
    """Link all packages of this environment into one folder, but no way back to the checkout."""
    linked = folder / "packages"
    linked.mkdir()
    for path in Path(packages).iterdir():
        if path.suffix != ".pth" and "stellenbund" not in path.name:
            (linked / path.name).symlink_to(path)
    return f"{linked}\n"

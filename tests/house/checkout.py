"""The checkout as the house tests look at it: its files, without what tools leave behind."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

FOLDERS = (".ci", "alembic", "bench", "docs", "scrapers", "src", "tests")
LEFT_BEHIND = ("__pycache__", ".egg-info")


def files(*suffixes: str) -> Iterator[Path]:
    """Yield every file of the project that has one of *suffixes*, or every one without any."""
    for path in sorted((*ROOT.glob("*"), *_below())):
        if path.is_file() and (not suffixes or path.suffix in suffixes):
            yield path


def modules(*folders: str) -> Iterator[Path]:
    """Yield every Python file below *folders*."""
    for path in files(".py"):
        if path.relative_to(ROOT).parts[0] in folders:
            yield path


def name_of(path: Path) -> str:
    """Return a file's name as people say it: relative to the checkout."""
    return path.relative_to(ROOT).as_posix()


def _below() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if not any(left in part for part in path.parts for left in LEFT_BEHIND):
                yield path

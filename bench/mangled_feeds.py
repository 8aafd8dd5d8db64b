"""Mangled feeds: files that were damaged at random, each of which must be read or refused.

``python -m bench.mangled_feeds 10000`` damages the files of the test cases that often.
"""

import random
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from stellenbund.domain.city import City
from stellenbund.domain.normalisers.records import Context
from stellenbund.domain.source import Scope
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.errors import FeedError
from stellenbund.feeds.feed import read_feed
from stellenbund.feeds.report import report_on
from stellenbund.feeds.returned import returned_csv

CASES = Path(__file__).parents[1] / "tests" / "feeds" / "cases"
CONTEXT = Context(
    city=City(slug="musterstadt", name="Musterstadt", ags="05999000", website="https://a.example"),
    scope=Scope.TRAINING,
    today=date(2026, 11, 25),
)
_PIECES = (
    *(b'"', b";", b",", b"\t", b"\r", b"\n", b"\0", b"'", b"=", b"\xff", b"\xfe", b"\xc3", b"\xef"),
    *(b"\xbb\xbf", b"sep=", b"#NV", b"1E+99", b"99999999999", b"<", b">", b"&", b"&#0;", b"]]>"),
    *(b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<!DOCTYPE x>", b"Titel", b"A1:XFD1048576"),
)
_MOST_CUTS = 8
_PACKED_SHARE = 0.2
"""Workbooks are opened in a process each, so that most of the damage is done to other files."""


def mangled(body: bytes, chance: random.Random) -> bytes:
    """Return *body* with some bytes flipped, cut out, doubled or put in."""
    damaged = bytearray(body)
    for _ in range(chance.randint(1, _MOST_CUTS)):
        place = chance.randint(0, len(damaged))
        end = min(len(damaged), place + chance.choice((1, 2, 8, 100)))
        match chance.randrange(4):
            case 0:
                damaged[place:end] = chance.randbytes(end - place)
            case 1:
                del damaged[place:end]
            case 2:
                damaged[place:place] = damaged[place:end] * chance.choice((1, 50))
            case _:
                damaged[place:place] = chance.choice(_PIECES)
    return bytes(damaged)


def mangled_inside(body: bytes, chance: random.Random) -> bytes:
    """Return a packed workbook of which one part is mangled, its checksums being right."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(body)) as old, zipfile.ZipFile(target, "w") as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mangled(part, chance) if name == chosen else part)
    return target.getvalue()


def attacks(files: Sequence[bytes], count: int, chance: random.Random) -> Iterator[bytes]:
    """Yield *count* mangled files."""
    packed = [body for body in files if body.startswith((b"PK", b"\xd0\xcf"))]
    others = [body for body in files if not body.startswith((b"PK", b"\xd0\xcf"))]
    for _ in range(count):
        body = chance.choice(packed if chance.random() < _PACKED_SHARE else others)
        yield _mangler(body, chance)(body, chance)


def _mangler(body: bytes, chance: random.Random) -> Callable[[bytes, random.Random], bytes]:
    is_whole = zipfile.is_zipfile(BytesIO(body)) and chance.random() < 0.7  # noqa: PLR2004
    return mangled_inside if is_whole else mangled


def outcome(body: bytes) -> str:
    """Read *body* to the end, and say whether there was a report or by which rule there was none.

    Whatever else is raised is a defect.
    """
    try:
        feed = read_feed(body, name="mangled", choices=Choices())
    except FeedError as error:
        return error.rule
    report = report_on(feed, CONTEXT)
    assert report.taken + len(report.deletions) + report.left_out + report.repeated == report.rows
    assert returned_csv(feed, report.findings)
    return "report"


def case_files() -> list[bytes]:
    """Return the files of the test cases, of which those that cannot even be unpacked are none."""
    return [path.read_bytes() for path in sorted(CASES.glob("*/file.*")) if _is_usable(path)]


def _is_usable(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as packed:
            return packed.testzip() is None
    except (zipfile.BadZipFile, zlib.error):
        return not path.read_bytes().startswith(b"PK")


def main(count: str = "1000", seed: str = "1") -> None:
    """Print how the files were answered."""
    chance = random.Random(seed)  # noqa: S311 - damage needs no secrecy
    answers = Counter(outcome(body) for body in attacks(case_files(), int(count), chance))
    for answer, times in answers.most_common():
        print(f"{answer:24} {times:6}")
    print(f"{'answered':24} {answers.total():6} of {count}")


if __name__ == "__main__":
    main(*sys.argv[1:])

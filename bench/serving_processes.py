"""Serving processes: servers of a bench, each started as its own process on a core of its own."""

import http.client
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bench.serving_load import Load, Yield, load

SERVER_CORE, LOAD_CORE = 0, 1
"""A core for whoever serves, and one for whoever asks."""

STARTS_WITHIN = 300.0
"""Seconds that a server has to give its first answer."""

_TICKS = os.sysconf("SC_CLK_TCK")
_MIB = 1024


@dataclass(frozen=True)
class Server:
    """A running server: where it listens, and how long its first answer took from its start."""

    process: subprocess.Popen[bytes]
    port: int
    seconds_to_answer: float

    @property
    def cpu_seconds(self) -> float:
        """Time of the processor that it has used so far."""
        fields = (
            Path(f"/proc/{self.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        )
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def mib(self) -> float:
        """Memory that is its own, and its share of what it has in common with others (PSS)."""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text("utf-8").splitlines()
        (told,) = (line for line in lines if line.startswith("Pss:"))
        return int(told.split()[1]) / _MIB


@dataclass(frozen=True)
class Measured:
    """What a load came to on a server, and what an answer cost there, in µs of the processor."""

    came: Yield
    cpu_us: float


@contextmanager
def running(
    command: Sequence[str], path: str, environment: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """Run a server whose *command* takes ``--port``, from its first answer at *path* on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryFile() as said:
        started_at = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603
            [*command, "--port", str(port)],
            env=os.environ | (environment or {}),
            stdout=said,
            stderr=said,
            preexec_fn=_take_core,  # noqa: PLW1509 - one system call, in a process without threads
        )
        try:
            _wait_for(process, port, path)
            yield Server(process, port, time.perf_counter() - started_at)
        except (RuntimeError, TimeoutError) as error:
            said.seek(0)
            error.add_note(said.read().decode(errors="replace"))
            raise
        finally:
            process.terminate()
            process.wait(30)


def measured(server: Server, wanted: Load) -> Measured:
    """Put a load on *server*."""
    before = server.cpu_seconds
    came = load(wanted._replace(port=server.port), core=LOAD_CORE)
    return Measured(came, (server.cpu_seconds - before) / max(came.answers, 1) * 1e6)


def _take_core() -> None:
    os.sched_setaffinity(0, {SERVER_CORE})


def _wait_for(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    ends_at = time.perf_counter() + STARTS_WITHIN
    while time.perf_counter() < ends_at:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended with {process.returncode}")
        with suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=STARTS_WITHIN)
            connection.request("GET", path)
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        time.sleep(0.005)
    raise TimeoutError(f"{process.args!r} does not answer")

"""serve: as the containers start it, and what it says when it cannot."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.calling import Shell
from tests.house.checkout import ROOT

SECONDS = 20


def test_passwords_never_pass_unprotected_to_other_machines(
    stellenbund: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STELLENBUND_PLAIN_HTTP", "1")
    answer = stellenbund("serve", "--host", "0.0.0.0")  # noqa: S104 - it is refused
    assert answer.code == 2
    assert answer.err.startswith("STELLENBUND_PLAIN_HTTP lets passwords pass unprotected")


def test_half_a_sign_in_service_is_refused_before_anything_is_served(
    stellenbund: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STELLENBUND_OIDC_ISSUER", "https://city.example")
    answer = stellenbund("serve")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("STELLENBUND_OIDC_ISSUER needs STELLENBUND_OIDC_CLIENT, ")


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def serving(port: int, *options: str) -> Iterator[subprocess.Popen[str]]:
    program = "import sys; from stellenbund.cli import main; sys.argv[0] = 'stellenbund'; main()"
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program, "serve", "--port", str(port), *options],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
    ) as server:
        try:
            yield server
        finally:
            server.kill()


def wait_until_well(port: int) -> int:
    ends = time.monotonic() + SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=4) as answer:
                return int(answer.status)
        except OSError:
            assert time.monotonic() < ends
            time.sleep(0.1)


@pytest.mark.usefixtures("federation")
def test_two_workers_answer_as_in_the_container_and_stop_when_told() -> None:
    port = free_port()
    with serving(port, "--host", "127.0.0.1", "--workers", "2") as server:
        assert wait_until_well(port) == 200
        asked = _healthcheck().replace(":8000/", f":{port}/")
        subprocess.run([sys.executable, "-c", asked], check=True, timeout=SECONDS)  # noqa: S603
        server.send_signal(signal.SIGTERM)
        _, said = server.communicate(timeout=SECONDS)
    assert f"http://127.0.0.1:{port}/docs" in said
    assert "Traceback" not in said


def test_a_port_in_use_is_one_sentence(stellenbund: Shell) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = stellenbund("serve", "--port", str(port))
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert f"127.0.0.1:{port} (Address already in use)" in answer.err
    assert "--port" in answer.err


def test_the_port_comes_from_the_settings(
    monkeypatch: pytest.MonkeyPatch, stellenbund: Shell
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("STELLENBUND_PORT", str(taken.getsockname()[1]))
        assert f":{taken.getsockname()[1]} " in stellenbund("serve").err


def test_an_empty_database_is_one_sentence_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, stellenbund: Shell, tmp_path: Path
) -> None:
    monkeypatch.setenv("STELLENBUND_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    answer = stellenbund("serve", "--port", str(free_port()))
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "The database has no tables yet; stellenbund migrate sets them up.\n"


def test_an_address_that_is_not_ours_is_one_sentence(stellenbund: Shell) -> None:
    answer = stellenbund("serve", "--host", "192.0.2.1", "--port", "8000")
    assert answer.code == 1
    assert answer.err.count("\n") == 1


def _healthcheck() -> str:
    """Return the question that the image asks itself."""
    dockerfile = Path(ROOT / "Dockerfile").read_text(encoding="utf-8")
    (asked,) = re.findall(r'CMD \["python", "-c", "(.+)"\]', dockerfile)
    return str(asked)

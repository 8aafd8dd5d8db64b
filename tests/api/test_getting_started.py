"""The getting-started page: each program on it runs, and prints what the page shows."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from stellenbund.api.app import create_app
from stellenbund.api.front import with_front
from stellenbund.api.sandbox import Sandbox
from stellenbund.settings import Settings
from stellenbund.store.database import open_database
from tests.api.serving import served
from tests.api.started import Shown, interpreter, printed, programs
from tests.builders import NOW
from tests.flows.issuing import issued

Place = tuple[str, str]
"""Where the service is, and a token that is good for it."""


class Stumbling:
    """A service that asks to be asked again before it gives its first answer at an address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.refused: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 503 once, as if the database were away."""
        path = scope["path"]
        if path in self.refused:
            await self.app(scope, receive, send)
            return
        self.refused.add(path)
        headers = [(b"retry-after", b"0"), (b"content-length", b"0")]
        await send({"type": "http.response.start", "status": 503, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


@pytest.fixture(scope="module")
def asked(
    migrated_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[ASGIApp, str]]:
    """The service with its limits, its sandbox and nothing else in it, and a token."""
    path = tmp_path_factory.mktemp("started") / "stellenbund.db"
    shutil.copy(migrated_file, path)
    engine = open_database(f"sqlite:///{path}")
    app = create_app(Settings(), engine=engine, clock=lambda: NOW)
    sandbox = Sandbox(app, Settings())
    yield with_front(sandbox, app.state, Settings()), issued(engine, None).text
    assert sandbox._place
    sandbox._place.leave()
    engine.dispose()


@pytest.fixture(scope="module")
def place(asked: tuple[ASGIApp, str]) -> Iterator[Place]:
    """The application as it is served."""
    app, token = asked
    with served(app) as root:
        yield root, token


def named(shown: Shown) -> str:
    return f"{shown.language} {shown.output.splitlines()[0]}"


@pytest.mark.parametrize("shown", programs(), ids=named)
def test_each_program_prints_what_the_page_shows(
    shown: Shown, place: Place, tmp_path: Path
) -> None:
    if interpreter(shown.language) is None:
        pytest.skip(f"nothing here runs the programs in {shown.language}")
    came = printed(shown, *place, tmp_path)
    if shown.output.startswith("{"):
        assert json.loads(came) == json.loads(shown.output)
    else:
        assert came == shown.output


def test_the_program_that_waits_gets_its_answer_from_a_service_that_stumbles(
    asked: tuple[ASGIApp, str], tmp_path: Path
) -> None:
    (waiting,) = [each for each in programs() if "Retry-After" in each.program]
    app = Stumbling(asked[0])
    with served(app) as root:
        assert printed(waiting, root, asked[1], tmp_path) == waiting.output
    assert app.refused == {"/sandbox/v1/cities"}


def test_the_page_shows_the_first_question_in_three_languages() -> None:
    assert [each.language for each in programs()][:3] == ["sh", "js", "python"]

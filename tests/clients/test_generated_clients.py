"""Generated clients: what generators make of the contract compiles, runs and says the same."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from stellenbund.api.app import create_app
from stellenbund.api.contract import openapi_document
from stellenbund.settings import Settings
from stellenbund.store.database import open_database
from tests.api.clients import client_of
from tests.api.serving import served
from tests.api.stock import stock
from tests.clients.node_tools import HERE, node_modules, run

KINDS = "kind=dual_apprenticeship&kind=dual_study"
PROGRAM = """
import json
import sys

from stellenbund_client import Client
from stellenbund_client.api.openings import get_opening, list_openings
from stellenbund_client.models import Certificate, Kind, Language, OpeningOut, PublicStatus

client = Client(base_url=sys.argv[1], raise_on_unexpected_status=True)


def every(**filters):
    page = list_openings.sync(client=client, **filters)
    yield from page.items
    while page.next_:
        page = list_openings.sync(client=client, cursor=page.next_.cursor, **filters)
        yield from page.items


def one(id):
    answer = get_opening.sync(id, client=client)
    if isinstance(answer, OpeningOut):
        age = answer.minimum_age.answer
        return f"{answer.title} {answer.kind} {answer.deadline_on or 'open'} {age}"
    if hasattr(answer, "opening"):
        return f"{answer.status} {answer.opening.title}"
    return f"{answer.status} {answer.type_} {len(answer.errors)}"


gardener = list_openings.sync(
    client=client,
    profession=["gaertner"],
    certificate=Certificate.MITTLERER,
    lang=Language.EN,
).items[0]
gone = list_openings.sync(client=client, status=[PublicStatus.WITHDRAWN]).items[0]
kinds = [Kind.DUAL_APPRENTICESHIP, Kind.DUAL_STUDY]
result = {
    "titles": [each.title for each in every(city=["musterstadt"], kind=kinds, limit=4)],
    "label": gardener.labels["kind"],
    "one": one(gardener.id),
    "gone": one(gone.id),
    "unknown": one("aaaaaaaaaa"),
}
print(json.dumps(result))
"""


@pytest.fixture(scope="module")
def client(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The application on a stock that nobody changes."""
    path = tmp_path_factory.mktemp("clients") / "stellenbund.db"
    shutil.copy(migrated_file, path)
    engine: Engine = open_database(f"sqlite:///{path}")
    stock(engine)
    yield client_of(engine)
    engine.dispose()


@pytest.fixture(scope="module")
def contract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The contract as the docs hold it; another test says that they do."""
    file = tmp_path_factory.mktemp("contract") / "openapi.json"
    file.write_text(openapi_document(create_app(Settings())), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def generated(contract: Path) -> Path:
    """The package that openapi-python-client makes of the contract."""
    folder = contract.parent
    (folder / "config.yml").write_text("post_hooks: []\n", encoding="utf-8")
    generator = Path(sys.executable).with_name("openapi-python-client")
    where = ("--path", contract.name, "--output-path", "stellenbund_client", "--meta", "none")
    said = subprocess.run(  # noqa: S603 - the generator that the lock names
        (generator, "generate", *where, "--config", "config.yml", "--fail-on-warning"),
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert said.returncode == 0, said.stdout.decode() + said.stderr.decode()
    return folder / "stellenbund_client"


def expected(client: TestClient) -> Mapping[str, Any]:
    """Return what a client must find, asked without any."""
    every = client.get(f"/v1/openings?city=musterstadt&{KINDS}&limit=100").json()["items"]
    return {
        "titles": [each["title"] for each in every],
        "label": "Dual apprenticeship",
        "one": "Gärtner/in dual_apprenticeship 2026-12-31 not_stated",
        "gone": "410 Verwaltungswirt/in",
        "unknown": "404 /problems/unknown-opening 0",
    }


def test_a_client_in_python_lists_pages_reads_and_understands_problems(
    client: TestClient, generated: Path
) -> None:
    with served(client.app) as root:
        printed = subprocess.run(  # noqa: S603 - a program of our own
            [sys.executable, "-c", PROGRAM, root],
            cwd=generated.parent,
            env=os.environ | {"PYTHONPATH": str(generated.parent)},
            capture_output=True,
            check=False,
            timeout=60,
        )
    assert printed.stderr.decode() == ""
    assert json.loads(printed.stdout) == expected(client)


def test_a_client_in_typescript_compiles_and_finds_the_same(
    client: TestClient, contract: Path, tmp_path: Path
) -> None:
    tools = node_modules()
    for name in ("use.ts", "tsconfig.json", "package.json"):
        shutil.copy(HERE / name, tmp_path)
    generator = tools / "openapi-typescript" / "bin" / "cli.js"
    run("node", generator, contract, "-o", "stellenbund.d.ts", folder=tmp_path)
    run("node", tools / "typescript" / "bin" / "tsc", "--project", ".", folder=tmp_path)
    with served(client.app) as root:
        printed = run("node", "use.ts", root, folder=tmp_path)
    assert json.loads(printed) == expected(client)


def test_no_name_in_a_generated_client_is_made_up(generated: Path) -> None:
    names = {file.stem for file in (generated / "models").glob("*.py")} - {"__init__"}
    odd = re.compile(r"type_|_(item|body|response_\w+)$|\d$")
    made_up = {name for name in names if odd.search(name)}
    assert made_up == set()


def test_the_lock_holds_packages_by_their_content_and_no_place_to_get_them() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    packages = [each for name, each in lock["packages"].items() if name]
    assert packages
    assert [each for each in packages if not each["integrity"].startswith("sha512-")] == []
    assert [each for each in packages if "resolved" in each] == []

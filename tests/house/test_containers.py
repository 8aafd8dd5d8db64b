"""The image and the compose file, checked without an engine."""

import json
import re
from typing import Any

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner

from stellenbund.cli import app
from tests.house.checkout import ROOT

COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "tests/house/compose-spec/compose-spec.json").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE)["services"]
OURS = ("migrate", "api", "scraper", "links", "webhooks")
VARIABLE = re.compile(r"\$\{(\w+)(?:(:[?-])([^}]*))?\}")


def _commands() -> list[list[str]]:
    """Return every command of our program: those of the services and those of healthchecks."""
    started = [SERVICES[name]["command"] for name in OURS]
    asked = [SERVICES[name].get("healthcheck", {}).get("test", []) for name in OURS]
    return started + [test[2:] for test in asked if test[1:2] == ["stellenbund"]]


def test_the_compose_file_keeps_to_the_specification() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(yaml.safe_load(COMPOSE))


def test_the_specification_would_notice_a_mistake() -> None:
    broken = yaml.safe_load(COMPOSE.replace("read_only", "readonly", 1))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(broken)


@pytest.mark.parametrize("command", _commands(), ids=" ".join)
def test_each_command_is_one_that_the_program_knows(command: list[str]) -> None:
    word, *arguments = (VARIABLE.sub(lambda match: match[3], part) for part in command)
    # `--help` last: everything before it must parse, nothing is done.
    asked = CliRunner().invoke(app, [word, *arguments, "--help"])
    assert asked.exit_code == 0, asked.output
    options = [argument for argument in arguments if argument.startswith("--")]
    assert [option for option in options if option not in asked.output] == []


def test_secrets_come_from_the_environment_and_have_no_default() -> None:
    secrets = {"POSTGRES_PASSWORD", "STELLENBUND_PROJECT", "STELLENBUND_CONTACT"}
    named = {name: operator for name, operator, _ in VARIABLE.findall(COMPOSE)}
    assert {name for name, operator in named.items() if operator == ":?"} == secrets
    assert SERVICES["db"]["environment"]["POSTGRES_PASSWORD"].startswith("${POSTGRES_PASSWORD:?")


def test_nothing_is_published_but_the_api_and_that_only_here() -> None:
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"api"}
    assert SERVICES["api"]["ports"] == ["${STELLENBUND_PUBLISH:-127.0.0.1:8000}:8000"]
    assert SERVICES["db"]["networks"] == ["inside"]
    assert yaml.safe_load(COMPOSE)["networks"]["inside"] == {"internal": True}


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_has_no_more_rights_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service.get("privileged", False) is False
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert ("cap_add" in service) == (name == "db")


def test_each_service_that_stays_says_whether_it_is_well() -> None:
    for name in ("db", "api", "scraper", "links"):
        assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"
    assert SERVICES["migrate"]["restart"] == "no"


def test_the_schema_is_there_before_anything_needs_it() -> None:
    migrated = {"migrate": {"condition": "service_completed_successfully"}}
    assert SERVICES["api"]["depends_on"] == migrated
    assert SERVICES["scraper"]["depends_on"] == migrated
    assert SERVICES["links"]["depends_on"] == migrated
    assert SERVICES["webhooks"]["depends_on"] == migrated
    assert SERVICES["migrate"]["depends_on"] == {"db": {"condition": "service_healthy"}}


def test_the_database_is_the_one_that_was_asked_for_and_keeps_its_files() -> None:
    assert SERVICES["db"]["image"] == "postgres:17"
    assert SERVICES["db"]["volumes"] == ["database:/var/lib/postgresql/data"]
    assert SERVICES["db"]["environment"]["PGDATA"].startswith("/var/lib/postgresql/data/")


def test_the_api_answers_with_two_workers() -> None:
    command = SERVICES["api"]["command"]
    assert command[command.index("--workers") + 1] == "2"


def test_the_image_runs_as_nobody_in_particular() -> None:
    final = DOCKERFILE.split("FROM ")[-1]
    assert re.search(r"^USER 10001:10001$", final, re.MULTILINE)
    assert "--uid 10001" in final
    assert "chmod" not in final
    assert "sudo" not in final


def test_the_image_is_built_from_the_lock_and_keeps_no_tools() -> None:
    build, final = DOCKERFILE.split("FROM ")[1:]
    assert build.startswith("python:3.13-slim AS build")
    assert final.startswith("python:3.13-slim\n")
    assert "pip install --require-hashes -r requirements.lock" in build
    assert "pip" not in final
    assert "COPY --from=build" in final


def test_the_image_says_whether_it_is_well_without_curl() -> None:
    assert re.search(r'CMD \["python", "-c", "import urllib\.request .*/healthz', DOCKERFILE)


def test_the_default_command_of_the_image_is_one_of_ours() -> None:
    entry, command = re.findall(r"^(?:ENTRYPOINT|CMD) (\[.*\])$", DOCKERFILE, re.MULTILINE)
    assert json.loads(entry) == ["stellenbund"]
    assert CliRunner().invoke(app, [*json.loads(command), "--help"]).exit_code == 0


def test_what_the_image_is_made_of_comes_in_and_nothing_else() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in ignored
    let_in = {line[1:] for line in ignored if line.startswith("!")}
    copied = {
        source
        for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE)
        for source in line.split()[:-1]
    }
    assert copied == let_in

"""The page about fields: as it stands in the docs, with all that the contract has."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from typer.testing import CliRunner

from stellenbund.api.app import create_app
from stellenbund.api.field_units import unit_of
from stellenbund.api.fields_page import fields_page
from stellenbund.cli import app
from stellenbund.settings import Settings
from tests.house.checkout import ROOT

CONTRACT = create_app(Settings()).openapi()
PAGE = fields_page(CONTRACT)


def fields() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for shape, schema in CONTRACT["components"]["schemas"].items():
        for name, told in schema.get("properties", {}).items():
            yield shape, name, told


def row_of(shape: str, field: str) -> list[str]:
    section = PAGE.split(f"\n### {shape}\n")[1].split("\n### ")[0]
    (row,) = re.findall(rf"^\| `{field}` \| (.*) \|$", section, re.MULTILINE)
    return [each.strip() for each in re.split(r"(?<!\\)\|", row)]


def test_the_page_is_the_one_in_the_docs() -> None:
    approved = (ROOT / "docs" / "fields.md").read_text("utf-8")
    assert approved == PAGE, (
        "The fields changed. If that is meant: stellenbund openapi --fields > docs/fields.md"
    )


def test_each_shape_and_each_field_stands_on_it() -> None:
    sections = dict(re.findall(r"^### (\w+)\n(.*?)(?=\n##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
    assert sections.keys() == CONTRACT["components"]["schemas"].keys()
    missing = [(shape, name) for shape, name, _ in fields() if f"`{name}`" not in sections[shape]]
    assert missing == []


def test_what_a_link_on_it_leads_to_is_there() -> None:
    named = {each.lower() for each in re.findall(r"^### (\w+)$", PAGE, re.MULTILINE)}
    assert set(re.findall(r"\]\(#(\w+)\)", PAGE)) <= named


def test_a_field_has_meaning_unit_example_and_source() -> None:
    assert row_of("OpeningLineOut", "duration_months") == [
        "integer or null", "Length of the training in months", "months", "`36`", "source",
    ]  # fmt: skip
    assert row_of("OpeningLineOut", "deadline_on")[2] == "day in Europe/Berlin"
    assert row_of("OpeningLineOut", "first_seen_at")[2:] == [
        "instant in UTC", '`"2026-11-20T06:00:00Z"`', "service",
    ]  # fmt: skip
    assert row_of("GermanClaim", "sentence")[-1] == "source"
    assert row_of("DecisionIn", "reason")[-1] == "caller"
    assert row_of("OpeningLineOut", "profession_score")[2:] == ["0 to 1", "`1.0`", "service"]


def test_only_what_is_a_number_of_things_is_counted() -> None:
    counted = [told for _, name, told in fields() if unit_of(name, told) == "count"]
    assert counted
    assert [each for each in counted if "umber of" not in each["description"]] == []


def test_the_command_prints_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = CliRunner().invoke(app, ["openapi", "--fields"])
    assert printed.output == PAGE

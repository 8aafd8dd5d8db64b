"""Operations: each one of the contract, with an address at which it can be asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from stellenbund.api.app import create_app
from stellenbund.settings import Settings

CONTRACT = create_app(Settings()).openapi()
NEEDED = {"source": "musterstadt/site", "reference": "garten", "q": "gart", "after": "0"}
"""A value of each parameter that must be given."""


@dataclass(frozen=True)
class Operation:
    """An operation, and how the contract tells it."""

    method: str
    template: str
    told: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.method} {self.template}"

    @property
    def is_public_question(self) -> bool:
        """Whether everybody may ask it."""
        return self.method == "GET" and "security" not in self.told

    @property
    def parameters(self) -> Mapping[str, Mapping[str, Any]]:
        """The schema of each query parameter."""
        told = self.told.get("parameters", ())
        return {each["name"]: each["schema"] for each in told if each["in"] == "query"}

    @property
    def needed(self) -> Mapping[str, str]:
        """The parameters without which nothing is answered."""
        told = self.told.get("parameters", ())
        names = [each["name"] for each in told if each["in"] == "query" and each.get("required")]
        return {name: NEEDED[name] for name in names}

    @property
    def codes(self) -> Mapping[str, list[str]]:
        """The words that a parameter takes, for each that takes nothing else."""
        found = {name: _codes(schema) for name, schema in self.parameters.items()}
        return {name: codes for name, codes in found.items() if codes}

    def address(self, **names: str) -> str:
        """Return the path with these *names* in it."""
        return self.template.format_map(names)


def operations() -> list[Operation]:
    """Return each operation, in the order of the contract."""
    return [
        Operation(method.upper(), template, told)
        for template, item in CONTRACT["paths"].items()
        for method, told in item.items()
    ]


def _codes(schema: Mapping[str, Any]) -> list[str]:
    items = schema.get("items", schema)
    name = items.get("$ref", "").rpartition("/")[2]
    codes: list[str] = CONTRACT["components"]["schemas"].get(name, items).get("enum", [])
    return codes

"""The table of what can be set by hand: whole, and the same as HR reads it."""

from pathlib import Path

import pytest

from stellenbund.domain.correctable import CORRECTABLE, SETTER_OF, Correctable
from stellenbund.domain.correction_parts.readers import KINDS, READERS
from stellenbund.domain.merge import TOGETHER
from stellenbund.domain.opening import Fields
from stellenbund.domain.vocabulary import Kind
from stellenbund.feeds.columns import COLUMNS, Key

PAGE = (Path(__file__).parents[2] / "docs" / "corrections.md").read_text("utf-8")
OF_THE_SOURCE = {"posted_on", "licence", "attribution"}
"""What only a source can say of itself."""


def test_everything_that_an_opening_states_can_be_set_but_what_its_source_says_of_itself() -> None:
    assert SETTER_OF.keys() == Fields.model_fields.keys() - OF_THE_SOURCE
    assert READERS.keys() == CORRECTABLE.keys()


@pytest.mark.parametrize("group", TOGETHER, ids=lambda group: group[0])
def test_values_that_belong_together_are_set_by_one_text(group: tuple[str, ...]) -> None:
    if not OF_THE_SOURCE & set(group):
        (setter,) = {SETTER_OF[name] for name in group}
        assert set(CORRECTABLE[setter].fields) == set(group)


def test_each_kind_has_a_word() -> None:
    assert set(KINDS.values()) == set(Kind)
    assert set(CORRECTABLE["kind"].choices) == KINDS.keys()


@pytest.mark.parametrize("each", CORRECTABLE.values(), ids=CORRECTABLE)
def test_what_feeds_have_as_well_is_called_as_there(each: Correctable) -> None:
    if each.key in set(Key):
        assert each.label == COLUMNS[Key(each.key)].header


def test_the_page_for_hr_has_exactly_this_table() -> None:
    rows = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| `")]
    assert rows == [
        [f"`{each.key}`", each.label, each.meaning, f"„{each.example}“"]
        for each in CORRECTABLE.values()
    ]


def test_what_is_cleared_states_what_nobody_states() -> None:
    silent = Fields(title_published="x", title="x", kind=Kind.OTHER).model_dump(mode="json")
    cleared = [each for each in CORRECTABLE.values() if each.is_clearable]
    assert len(cleared) == len(CORRECTABLE) - 2
    for each in cleared:
        assert each.nothing == {name: silent[name] for name in each.fields}

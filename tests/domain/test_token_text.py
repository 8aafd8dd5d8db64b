"""Token text: what scanners find, what chance there is in it, and that no typo is taken for one."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.token_text import (
    CHANCE,
    PATTERN,
    fingerprint,
    is_spelled_right,
    write_token,
)
from tests.domain.typos import mutant

SECRETS = st.integers(min_value=0, max_value=2**CHANCE - 1)
CITIES = st.none() | st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)


@given(CITIES, SECRETS)
def test_each_token_is_found_by_a_scanner_and_spelled_right(city: str | None, secret: int) -> None:
    token = write_token(city, secret)
    text = f'headers = {{"Authorization": "Bearer {token}"}}'
    assert re.findall(rf"\b{PATTERN}\b", text) == [token]
    assert is_spelled_right(token)
    assert token.startswith(f"stb_{city or 'op'}_")


@given(SECRETS, SECRETS)
def test_different_secrets_are_different_tokens(one: int, other: int) -> None:
    is_same = write_token("bochum", one) == write_token("bochum", other)
    assert is_same == (one == other)


def test_all_the_chance_fits_in() -> None:
    assert CHANCE == 256
    tokens = {write_token(None, secret) for secret in (0, 1, 2**CHANCE - 2, 2**CHANCE - 1)}
    assert {len(token) for token in tokens} == {57}
    assert len(tokens) == 4


def test_of_10_000_typos_none_is_taken_for_a_token() -> None:
    chance = random.Random(4711)  # noqa: S311 - the same typos in every run
    typos = 0
    while typos < 10_000:
        token = write_token("bochum", chance.getrandbits(CHANCE))
        mistyped = mutant(token, chance)
        if mistyped != token:
            assert not is_spelled_right(mistyped)
            typos += 1


@pytest.mark.parametrize(
    "text", ["", "_", "stb_", "stb_op__", "ghp_" + "a" * 36, "stb_op_" + "ä" * 43 + "_000000"]
)
def test_what_is_no_token_is_none(text: str) -> None:
    assert not is_spelled_right(text)


def test_the_token_of_another_city_is_another_one_to_the_checksum_too() -> None:
    token = write_token("bochum", 17)
    assert not is_spelled_right(token.replace("bochum", "essen"))


@given(SECRETS)
def test_what_is_kept_tells_nothing_of_the_token(secret: int) -> None:
    token = write_token("bochum", secret)
    kept = fingerprint(token)
    assert re.fullmatch("[0-9a-f]{64}", kept)
    assert kept != fingerprint(token + " ")
    assert token.split("_")[2] not in kept

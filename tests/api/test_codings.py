"""Codings: the best one that a client takes, and never one that it does not."""

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.api.codings import CLIPPED, PACKED, Coding, chosen, pack
from stellenbund.api.representation import WORTH_PACKING, Representation

UNPACK: dict[Coding, Callable[[bytes], bytes]] = {
    Coding.ZSTD: lambda packed: zstandard.ZstdDecompressor().decompress(packed),
    Coding.BR: brotli.decompress,
    Coding.GZIP: gzip.decompress,
}
TEXT = b"Ausbildung zur Stadtgaertnerin in Musterstadt " * 500


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip", "gzip"),
        ("GZIP", "gzip"),
        ("gzip, deflate, br", "br"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("br;q=0.9, gzip", "gzip"),
        ("zstd;q=0, br;q=0.0, gzip;q=0.001", "gzip"),
        ("*", "zstd"),
        ("zstd;q=0, *;q=0.5", "br"),
        ("identity", "identity"),
        ("identity;q=0.5, gzip;q=0.4", "identity"),
        ("gzip;q=0, identity;q=0", "identity"),
        ("gzip; q=0.000", "identity"),
        ("gzip;q=x", "identity"),
        ("gzip;q=nan", "identity"),
        ("gzip;q=-1", "identity"),
        ("gzip;q=0, *", "zstd"),
        ("xgzip", "identity"),
        ("", "identity"),
        (";;;,,,q=", "identity"),
        ("," * CLIPPED + "gzip", "identity"),
    ],
)
def test_codings_are_weighed(accepted: str, expected: str) -> None:
    assert chosen(accepted.encode()) == expected


@given(st.binary(max_size=300))
def test_choosing_never_fails(accepted: bytes) -> None:
    assert chosen(accepted) in Coding


@pytest.mark.parametrize("coding", PACKED)
@pytest.mark.parametrize("densely", [False, True])
def test_what_is_packed_can_be_unpacked_and_has_no_clock_in_it(
    coding: Coding, *, densely: bool
) -> None:
    packed = pack(TEXT, coding, densely=densely)
    assert UNPACK[coding](packed) == TEXT
    assert packed == pack(TEXT, coding, densely=densely)


@pytest.mark.parametrize("coding", PACKED)
def test_what_is_sent_again_is_packed_densely_once(coding: Coding) -> None:
    text = (Path(__file__).parents[2] / "docs" / "problems.md").read_bytes()
    sent = Representation(text, "text/plain")
    first, second, third = (sent.bytes_in(coding) for _ in range(3))
    assert len(second) < len(first)
    assert second is third
    assert {UNPACK[coding](each) for each in (first, second)} == {text}


def test_what_is_short_is_not_packed() -> None:
    short = Representation(b"a" * (WORTH_PACKING - 1), "text/plain")
    assert short.coding(b"gzip") is Coding.IDENTITY
    assert Representation(b"a" * WORTH_PACKING, "text/plain").coding(b"gzip") is Coding.GZIP

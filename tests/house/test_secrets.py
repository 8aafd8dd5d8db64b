"""Secrets: no token lies in the checkout, and the documents say how to look for one."""

import re

from stellenbund.domain.token_text import PATTERN, is_spelled_right, write_token
from tests.house.checkout import ROOT, files, name_of


def test_no_file_holds_a_token() -> None:
    found = {
        name_of(path): token
        for path in files()
        for token in re.findall(PATTERN, path.read_text(encoding="utf-8", errors="replace"))
        if is_spelled_right(token)
    }
    assert found == {}


def test_a_token_would_be_found() -> None:
    assert re.findall(PATTERN, f"TOKEN={write_token('bochum', 17)};") == [write_token("bochum", 17)]


def test_the_operations_page_gives_scanners_the_right_pattern() -> None:
    assert f"\n{PATTERN}\n" in (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")

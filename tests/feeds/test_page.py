"""The page for HR explains each column and each sentence, as the code has them."""

from tests.feeds.page import PAGE, TABLES, with_tables


def test_the_tables_of_the_page_are_those_of_the_code() -> None:
    text = PAGE.read_text("utf-8")
    assert all(f"<!-- {name} -->" in text for name in TABLES)
    assert with_tables(text) == text

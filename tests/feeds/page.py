"""Page: the tables of ``docs/feeds.md``, made from what the code says.

``python -m tests.feeds.page`` writes them anew.
"""

from pathlib import Path

from stellenbund.feeds.annotated import WORDS
from stellenbund.feeds.columns import OFFERED, Column
from stellenbund.feeds.errors import REFUSALS
from stellenbund.feeds.sayings import SAYINGS

_NAMES = 8
PAGE = Path(__file__).parents[2] / "docs" / "feeds.md"


def columns_table() -> str:
    """Return the table that explains each column."""
    return _table(
        "Spalte | Was hineingehört | Auswahl | Heißt auch", [_row(each) for each in OFFERED]
    )


def findings_table() -> str:
    """Return the table of what we say about rows and columns."""
    rows = [
        f"`{rule}` | {WORDS[said.severity]} | {said.message} | {said.suggestion}"
        for rule, said in SAYINGS.items()
    ]
    return _table("Regel | Art | Meldung | Vorschlag", rows)


def refusals_table() -> str:
    """Return the table of why a file is refused."""
    rows = [f"`{rule}` | {words.message} | {words.remedy}" for rule, words in REFUSALS.items()]
    return _table("Regel | Meldung | Was tun", rows)


TABLES = {"columns": columns_table, "findings": findings_table, "refusals": refusals_table}


def with_tables(text: str) -> str:
    """Return the page's *text* with its tables as they must be."""
    for name, table in TABLES.items():
        before, _, rest = text.partition(f"<!-- {name} -->\n")
        _, _, after = rest.partition(f"<!-- /{name} -->")
        text = f"{before}<!-- {name} -->\n\n{table()}\n<!-- /{name} -->{after}"
    return text


def _row(column: Column) -> str:
    header = f"**{column.header}**" if column.is_needed else column.header
    more = ", …" if len(column.synonyms) > _NAMES else ""
    names = ", ".join(column.synonyms[:_NAMES]) + more
    return f"{header} | {column.meaning} | {', '.join(column.choices)} | {names}"


def _table(header: str, rows: list[str]) -> str:
    between = " | ".join("---" for _ in header.split("|"))
    return "".join(f"| {line} |\n" for line in (header, between, *rows))


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text("utf-8")), encoding="utf-8")

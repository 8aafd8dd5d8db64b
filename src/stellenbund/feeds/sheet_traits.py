"""Sheet traits: what a packed workbook's XML tells of its sheets and no reader of values does."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from io import BytesIO
from itertools import chain, islice

from lxml import etree

from stellenbund.feeds.limits import MOST_COLUMNS

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_FROM, _TO = re.compile(rb'\bmin="(\d{1,5})"'), re.compile(rb'\bmax="(\d{1,5})"')
_NUMBER = re.compile(rb'\br="(\d{1,7})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_FAILED = re.compile(rb'<(?:\w+:)?c\b[^>]*\bt="e"[^>]*>')
_UNCOMPUTED = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_CELL = re.compile(rb'\br="([A-Z]{1,3}\d{1,7})"')
_ODS_SHEET = re.compile(rb'<table:table\b[^>]*\btable:name="([^"]*)"')
_ODS_HIDDEN = re.compile(rb'<table:table-row\b[^>]*table:visibility="(?:collapse|filter)"')
_ODS_COLUMN = re.compile(rb"<table:table-column\b[^>]*>")
_ODS_REPEATED = re.compile(rb'\btable:number-columns-repeated="(\d{1,5})"')
_ODS_COLLAPSED = re.compile(rb'\btable:visibility="(?:collapse|filter)"')
MOST_TOLD = 5
"""How many examples of one trait a sheet is told by."""


@dataclass(frozen=True, slots=True)
class Traits:
    """How many rows are hidden, some of their numbers, and cells whose formulas have no value.

    *hidden_columns* are positions, counted from 0.
    """

    hidden: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    counts_from_1904: bool = False


def traits_by_sheet(body: bytes) -> dict[str, Traits]:
    """Return the traits of the sheets of a packed workbook; of any other none are known.

    Raises:
        zipfile.BadZipFile, KeyError: what is broken.
        lxml.etree.LxmlError: what is no XML.
    """
    if not body.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(BytesIO(body)) as packed:
        if "xl/workbook.xml" not in packed.namelist():
            return _ods_traits(packed.read("content.xml"))
        is_1904 = _counts_from_1904(packed)
        return {
            name: replace(_traits(packed.read(part)), counts_from_1904=is_1904)
            for name, part in _parts_of_sheets(packed).items()
        }


def _ods_traits(xml: bytes) -> dict[str, Traits]:
    sheets = list(_ODS_SHEET.finditer(xml))
    ends = [*(sheet.start() for sheet in sheets[1:]), len(xml)]
    return {
        unescape(sheet[1].decode()): Traits(
            hidden=len(_ODS_HIDDEN.findall(xml, sheet.end(), end)),
            hidden_columns=_ods_hidden_columns(xml[sheet.end() : end]),
        )
        for sheet, end in zip(sheets, ends, strict=True)
    }


def _ods_hidden_columns(xml: bytes) -> list[int]:
    hidden: list[int] = []
    first = 0
    for column in _ODS_COLUMN.findall(xml):
        repeated = _ODS_REPEATED.search(column)
        end = min(first + (int(repeated[1]) if repeated else 1), MOST_COLUMNS)
        hidden += range(first, end) if _ODS_COLLAPSED.search(column) else ()
        first = end
    return hidden


def _counts_from_1904(packed: zipfile.ZipFile) -> bool:
    """Say whether the workbook counts days from 1904, as Excel for Mac once did."""
    properties = _parsed(packed, "xl/workbook.xml").iter("{*}workbookPr")
    return any(each.get("date1904") in {"1", "true"} for each in properties)


def _parts_of_sheets(packed: zipfile.ZipFile) -> dict[str, str]:
    """Return for each sheet's name the part of the file in which it stands."""
    relations = _parsed(packed, "xl/_rels/workbook.xml.rels").iter("{*}Relationship")
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    sheets = _parsed(packed, "xl/workbook.xml").iter("{*}sheet")
    found = {each.get("name", ""): targets.get(each.get(_RELATION), "") for each in sheets}
    parts = {name: f"xl/{target.removeprefix('/xl/')}" for name, target in found.items()}
    return {name: part for name, part in parts.items() if part in packed.namelist()}


def _parsed(packed: zipfile.ZipFile, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(packed.read(part), parser)


def _traits(xml: bytes) -> Traits:
    hidden = [match[0] for match in _ROW.finditer(xml) if _HIDDEN.search(match[0])]
    numbers = (_NUMBER.search(row) for row in hidden[:MOST_TOLD])
    return Traits(
        hidden=len(hidden),
        hidden_rows=[int(number[1]) for number in numbers if number],
        hidden_columns=list(_hidden_columns(xml)),
        failed=list(islice(_failed(xml), MOST_TOLD)),
    )


def _hidden_columns(xml: bytes) -> Iterator[int]:
    """Yield the positions of hidden columns; one element stands for columns side by side."""
    for column in filter(_HIDDEN.search, islice(_COLUMN.findall(xml), MOST_COLUMNS)):
        first, last = _FROM.search(column), _TO.search(column)
        if first and last:
            yield from range(int(first[1]) - 1, min(int(last[1]), MOST_COLUMNS))


def _failed(xml: bytes) -> Iterator[str]:
    cells = (match[0] for match in _FAILED.finditer(xml))
    formulas = (match[1] for match in _UNCOMPUTED.finditer(xml))
    named = (_CELL.search(cell) for cell in chain(cells, formulas))
    return (name[1].decode() for name in named if name)

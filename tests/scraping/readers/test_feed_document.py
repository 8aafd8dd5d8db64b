"""A feed's XML is read however it was broken, and grants no wish for entities or files."""

import time
from contextlib import suppress

import pytest

from stellenbund.scraping.readers.feed_document import (
    MOST_TAGS,
    DoctypeError,
    mended,
    name_of,
    read_xml,
)

LAUGHS = (
    '<?xml version="1.0"?><!-- a > b --><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    "<rss><channel><item><title>&b;</title></item></channel></rss>"
)
FILE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss>&x;</rss>'


@pytest.mark.parametrize(
    "text",
    [LAUGHS, FILE, "<!doctype html><html></html>", "\n <?xml version='1.0'?>\n" + FILE,
     '<!DOCTYPE rss SYSTEM "https://example.org/rss.dtd"><rss/>'],
)  # fmt: skip
def test_a_document_that_declares_a_type_is_refused(text: str) -> None:
    with pytest.raises(DoctypeError):
        read_xml(text)


@pytest.mark.parametrize("text", ["<rss><!-- <!DOCTYPE x> --></rss>", "<rss>&lt;!DOCTYPE</rss>",
                                  "<rss><![CDATA[<!DOCTYPE html>]]></rss>"])  # fmt: skip
def test_what_only_speaks_of_a_type_is_none(text: str) -> None:
    assert read_xml(text).mended is None


def test_an_undeclared_entity_is_never_resolved() -> None:
    document = read_xml("<rss>x<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>&a;</rss>")
    assert document.mended is not None
    assert "".join(str(each) for each in document.root.itertext()).endswith("]>&a;")


@pytest.mark.parametrize("text", ["", " ", "{}", "Wartung", "<", "<!-- -->", "\ud800"])
def test_what_is_no_xml_raises_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_xml(text)


def test_more_tags_than_any_feed_are_refused() -> None:
    with pytest.raises(ValueError, match="tags"):
        read_xml("<rss>" + "<a/>" * MOST_TAGS)


@pytest.mark.parametrize(
    ("text", "is_mended", "is_cut"),
    [
        ("<rss><item/></rss>", False, False),
        ("<rss><item><br></item></rss>", True, False),
        ("<rss><item/><item><title>Ko", True, True),
        ("<rss><item/></rss", True, False),
        ("<rdf:RDF><item/></rdf:RDF>", True, False),
        ("<rdf:RDF><item/>", True, True),
    ],
)
def test_a_missing_end_is_told_from_other_faults(text: str, is_mended: bool, is_cut: bool) -> None:  # noqa: FBT001
    document = read_xml(text)
    assert (document.mended is not None, document.is_cut) == (is_mended, is_cut)


def test_a_label_that_no_longer_holds_is_ignored() -> None:
    root = read_xml('<?xml version="1.0" encoding="ISO-8859-1"?><rss>Straße</rss>').root
    assert root.text == "Straße"


def test_what_follows_a_fault_keeps_its_escaped_markup() -> None:
    root = read_xml("<rss><a>Koch <br> Köchin</a><b>&lt;p&gt;R&amp;D&#38;&quot;</b></rss>").root
    assert "".join(str(each) for each in root.itertext()) == 'Koch  Köchin<p>R&D&"'


def test_elements_that_a_fault_costs_are_still_counted() -> None:
    document = read_xml("<rss><item>A</b></item><item>B</item><x:item/><![CDATA[<item>]]></rss>")
    assert document.begins("item", "entry") == 3
    assert not document.is_cut


def test_a_prefix_that_was_never_declared_is_kept() -> None:
    document = read_xml("<rss><dc:date>1</dc:date><title>&</title></rss>")
    assert [name_of(each) for each in document.root] == [("dc", "date"), ("", "title")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a>R&D &amp; &#38; &auml; &#x26;</a>", "<a>R&#38;D &#38; &#38; &#38;auml; &#x26;</a>"),
        ("<a><![CDATA[R&D]]></a>", "<a><![CDATA[R&D]]></a>"),
        ("<a>\n<![CDATA[x</a><b/>", "<a>\n<![CDATA[x]]></a><b/>"),
        ('<d:a t="h"><![CDATA[x</d:a>', '<d:a t="h"><![CDATA[x]]></d:a>'),
        ("<a><![CDATA[x", "<a><![CDATA[x]]>"),
        ("<![CDATA[x</a>", "<![CDATA[x</a>]]>"),
    ],
)
def test_only_what_is_broken_is_mended(text: str, expected: str) -> None:
    assert mended(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<rss>" + "<a><![CDATA[" * 200_000,
        "<!--" * 500_000,
        "<?x" * 500_000,
        "<rss>" + "&" * 2_000_000,
        "<rss>" + "<a>" * 400_000,
        "<a " + "b='c' " * 300_000,
        " " * 3_000_000 + "<!",
        "<!---->" * 400_000 + "<rss",
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_document_is_read_or_given_up_in_time(text: str) -> None:
    began = time.process_time()
    with suppress(ValueError):
        read_xml(text)
    assert time.process_time() - began < 4

"""personio reads well-formed XML, which gets nothing that it asks for."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.personio import personio
from tests.scraping.readers.pairs import FIXTURES

SITE = personio("musterstadt")
TAGS = ("workzag-jobs", "position", "id", "name", "office", "jobDescriptions", "jobDescription",
        "value", "schedule", "additionalOffices")  # fmt: skip
ANY_XML = st.recursive(
    st.text(max_size=10)
    | st.sampled_from(["&amp;", "&nbsp;", "<![CDATA[<p>x", "]]>", "<!--", "<?x?>"]),
    lambda inner: st.builds(
        lambda tag, children: f"<{tag}>{''.join(children)}</{tag}>",
        st.sampled_from(TAGS),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)  # fmt: skip


def page(text: str) -> Page:
    return Page(url=SITE.starts[0], text=text, content_type="text/xml")


def delivered(text: str) -> Delivery:
    return crawl(SITE, lambda _: page(text))


def positions(*inner: str) -> str:
    return (
        f"<workzag-jobs>{''.join(f'<position>{each}</position>' for each in inner)}</workzag-jobs>"
    )


def test_the_declared_encoding_does_not_matter() -> None:
    text = (FIXTURES / "personio" / "positions.xml").read_text(encoding="utf-8")
    assert 'encoding="ISO-8859-1"' in text
    assert "Bäderbetriebe" in (delivered(text).records[2].title or "")


@pytest.mark.parametrize(
    "subset",
    [
        '[<!ENTITY x "Koch">]',
        '[<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;">]',
        '[<!ENTITY x SYSTEM "file://{file}">]',
        'SYSTEM "http://127.0.0.1:9/x.dtd"',
        "",
    ],
)
def test_a_document_type_is_refused(subset: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim")
    declared = f"<!DOCTYPE workzag-jobs {subset.replace('{file}', str(secret))}>"
    delivery = delivered(declared + positions("<id>1</id><name>&x;</name>"))
    assert (delivery.trouble, delivery.records) == (Outcome.UNREADABLE, ())
    assert "document type" in (delivery.findings[0].value or "")


def test_a_document_that_is_cut_is_not_mended() -> None:
    whole = positions("<id>1</id><name>Koch</name>", "<id>2</id><name>Gärtner/in</name>")
    assert delivered(whole).trouble is None
    for end in range(1, len(whole)):
        assert delivered(whole[:end]).trouble is Outcome.UNREADABLE


def test_control_characters_cost_nothing() -> None:
    (record,) = delivered(positions("<id>1</id><name>Ko\x0bch\x00\x1b</name>")).records
    assert record.title == "Ko\nch"


def test_no_positions_are_empty_and_a_round_number_is_cut() -> None:
    assert delivered("<workzag-jobs/>").trouble is Outcome.EMPTY
    rows = [f"<id>{number}</id><name>Koch</name>" for number in range(100)]
    assert delivered(positions(*rows)).trouble is Outcome.TRUNCATED
    assert delivered(positions(*rows[1:])).trouble is None


@pytest.mark.parametrize(
    "text", ["<html><body/></html>", "<rss/>", "<x:workzag-jobs xmlns:x='y'/>"]
)
def test_any_other_document_is_refused(text: str) -> None:
    assert [each.rule for each in delivered(text).findings] == ["personio.unknown"]


@pytest.mark.parametrize("text", ["", "{}", "<a>" * 300 + "</a>" * 300, "<a>" * 100_000])
def test_what_is_no_xml_is_unreadable(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(SITE.read(page(text)))


@given(ANY_XML)
def test_any_xml_is_read_or_unreadable(text: str) -> None:
    for document in (text, positions(text), positions(f"<name>Koch</name>{text}")):
        try:
            found = list(SITE.read(page(document)))
        except ValueError:
            continue
        assert found

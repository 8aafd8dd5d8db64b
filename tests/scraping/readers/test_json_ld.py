"""JSON-LD is read however carelessly it was written, and never raises."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.nesting import DEEPEST
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.json_ld import read_json_ld, types_of
from stellenbund.scraping.readers.postings import read_openings

FIXTURES = Path(__file__).parents[1] / "fixtures" / "jsonld"

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(
            ["@type", "@id", "@graph", "title", "name", "identifier", "jobLocation", "address",
             "baseSalary", "value", "hiringOrganization", "url", "employmentType", "geo", "item"]
        ),
        inner,
        max_size=5,
    ),
    max_leaves=25,
)  # fmt: skip


def page(block: str) -> Page:
    return Page(
        url="https://stadt.test/stelle",
        text=f'<h1>Stelle</h1><script type="application/ld+json">{block}</script>',
    )


def fixture(name: str) -> Page:
    text = (FIXTURES / name).read_text(encoding="utf-8")
    return Page(url=f"https://stadt.test/{name}", text=text)


def titles(of: Page) -> list[object]:
    return [node.get("title") for node in read_json_ld(of).postings]


@pytest.mark.parametrize(
    "around",
    [
        "<!-- {} -->",
        "<!--[if lt IE 9]>{}<![endif]-->",
        "<textarea>{}</textarea>",
        "<style>{}</style>",
        "<script>var page = '{}'</script>",
        "<p title='{}'>Stelle</p>",
    ],
)
def test_a_script_that_the_page_does_not_hold_says_nothing(around: str) -> None:
    told = page('{"@type": "JobPosting", "title": "Koch"}')
    assert titles(told) == ["Koch"]
    text = told.text.replace("<script", "{}<script", 1).partition("{}")[2]
    assert not titles(Page(url=told.url, text=around.format(text)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("comments.html", ["Straßenwärter/in (m/w/d) // Bauhof"]),
        ("control_characters.html", ["Tierpflegerin\n\tim Zoo"]),
        ("nulls.html", ["Gärtner/in"]),
        ("graph.html", ["Forstwirtin (m/w/d)"]),
        ("list.html", ["Köchin/Koch", "Köchin/Koch", "Maler/in"]),
        ("broken_and_good.html", ["Bauzeichner/in"]),
        ("escaped_twice.html", ["Elektroniker/in"]),
        ("wrapped.html", ["Vermessungstechniker/in", "Geomatiker/in"]),
        ("all_syntaxes.txt", ["Fachangestellte/r für Bäderbetriebe"]),
        ("programs.txt", []),
    ],
)
def test_every_posting_is_found_in_its_order(name: str, expected: list[str]) -> None:
    assert titles(fixture(name)) == expected


def test_a_block_that_is_none_costs_only_itself() -> None:
    found = read_json_ld(fixture("broken_and_good.html"))
    assert [each.rule for each in found.findings] == ["json_ld.unreadable"] * 2
    assert "NaN" in found.findings[1].message
    assert found.postings[0]["baseSalary"] == "1e999"


def test_references_within_the_page_are_followed() -> None:
    (node,) = read_json_ld(fixture("graph.html")).postings
    assert node["hiringOrganization"]["name"] == "Stadt Musterstadt"  # type: ignore[index]
    assert node["jobLocation"][0]["address"]["postalCode"] == "45999"  # type: ignore[index]


def test_references_in_a_circle_end() -> None:
    circle = '{"@type": "JobPosting", "title": "a", "@id": "#a", "department": {"@id": "#a"}}'
    assert titles(page(circle)) == ["a"]


def test_types_of_everything_else_are_named() -> None:
    found = read_json_ld(fixture("programs.txt"))
    assert found.types == {
        "WorkBasedProgram",
        "Organization",
        "EducationalOccupationalProgram",
        "Occupation",
    }


@pytest.mark.parametrize("deep", [DEEPEST + 1, 900, 100_000])
@pytest.mark.parametrize("brackets", ["[]", ('{"a":', "}")])
def test_deep_nesting_is_a_finding(deep: int, brackets: tuple[str, str]) -> None:
    block = brackets[0] * deep + "1" + brackets[1] * deep
    (found,) = read_json_ld(page(block)).findings
    assert "tiefer als 32" in found.message


def test_nesting_up_to_the_limit_is_read() -> None:
    inner = '{"@type": "JobPosting", "title": "a"}'
    assert titles(page("[" * (DEEPEST - 2) + inner + "]" * (DEEPEST - 2))) == ["a"]


@pytest.mark.parametrize("number", ["9" * 5_000, "1e999", "-0.0", "1" * 400 + ".5"])
def test_numbers_of_any_size_stay_text(number: str) -> None:
    found = read_json_ld(page(f'{{"@type": "JobPosting", "title": "a", "value": {number}}}'))
    assert found.postings[0]["value"] == number


@pytest.mark.parametrize(
    "block",
    ['"' * 50_001, "/*" * 50_000, "//" * 50_000, ",\n" * 50_000, '"\\' * 50_000, "{" * 50_000,
     '{"a": "' + "\\" * 50_001],
)  # fmt: skip
def test_hostile_blocks_are_given_up_quickly(block: str) -> None:
    found = read_json_ld(page(block))
    assert [each.rule for each in found.findings] == ["json_ld.unreadable"]


def test_a_document_that_is_json_as_a_whole_is_read() -> None:
    text = '\n[{"@type": "JobPosting", "title": "a"}, {"@type": "DataFeed", "x": []}]'
    assert titles(Page(url="https://stadt.test/x.json", text=text)) == ["a"]


@given(st.text(max_size=200))
def test_any_text_in_a_block_is_read_or_a_finding(block: str) -> None:
    read_openings(page(block.replace("</", "<")))


@given(ANY_JSON)
def test_any_json_is_read_without_error(value: object) -> None:
    names = ("title", "jobLocation", "baseSalary", "identifier", "applicationContact", "@id", "url")
    posting = {"@type": "JobPosting"} | dict.fromkeys(names, value)
    for each in (value, posting, [posting, value]):
        read_openings(page(json.dumps(each).replace("</", "<\\/")))


@pytest.mark.parametrize("block", ['{"daten": "x"}', "[]", '{"@graph": [{"name": "x"}]}'])
def test_what_names_no_type_is_named_as_that(block: str) -> None:
    assert read_json_ld(page(block)).types == {"JSON ohne @type"}
    (finding,) = read_openings(page(block))[1]
    assert "gefunden wurde: JSON ohne @type" in finding.message


def test_types_are_named_without_their_vocabulary() -> None:
    assert types_of({"@type": "https://schema.org/JobPosting"}) == {"JobPosting"}
    assert types_of({"@type": [None, 3, "a#b", ""]}) == {"b"}
    assert types_of({}) == set()

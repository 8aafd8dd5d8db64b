"""Lines of a PDF become again what they were: labels, headings, lists, whole sentences."""

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.readers.pdf_markup import markup_of


def told(*lines: str) -> str:
    return markup_of("Koch", lines).removeprefix("<h1>Koch</h1>")


def test_a_row_of_a_table_is_a_label_with_its_value() -> None:
    assert told("Ausbildungsdauer 3 Jahre", "Dauer: 3 Jahre", "Beginn 01.08.2027") == (
        "<p>Ausbildungsdauer: 3 Jahre</p><p>Dauer: 3 Jahre</p><p>Beginn: 01.08.2027</p>"
    )


def test_a_sentence_that_begins_like_a_label_is_none() -> None:
    for line in ("Start in ein neues Leben", "Beginn der Reise ist Musterstadt", "Ortsteile",
                 "Ausbildungsvergütung ist gut"):  # fmt: skip
        assert told(line) == f"<p>{line}</p>"


def test_a_label_that_a_narrow_column_broke_is_whole_again() -> None:
    assert told("Anzahl der", "Ausbildungsplätze", "2") == (
        "<p>Anzahl der Ausbildungsplätze</p><p>2</p>"
    )


def test_a_word_that_the_end_of_a_line_broke_is_whole_again() -> None:
    assert told("Du wirst Verwaltungs-", "fachangestellte im Rathaus.") == (
        "<p>Du wirst Verwaltungsfachangestellte im Rathaus.</p>"
    )
    assert told("mit Haupt-", "und Realschule") == "<p>mit Haupt- und Realschule</p>"


def test_a_full_line_goes_on_and_a_short_one_does_not() -> None:
    full = "Aus deinen Pflanzen werden im ganzen Stadtgebiet Beete und"
    assert told(full, "Parks.", "Bewerbungsfrist: 31.01.2027") == (
        f"<p>{full} Parks.</p><p>Bewerbungsfrist: 31.01.2027</p>"
    )
    assert told("Stadt Musterstadt", full, "Parks.").startswith("<p>Stadt Musterstadt</p>")


def test_a_value_goes_on_after_a_comma_or_a_postcode() -> None:
    assert told("Ausbildungsort Gartenweg 3, 45999", "Musterstadt") == (
        "<p>Ausbildungsort: Gartenweg 3, 45999 Musterstadt</p>"
    )


def test_headings_and_lists_are_such() -> None:
    lines = ("Das bringst du mit", "• Mut", "– Kraft", "Wir bieten:", "\uf0b7 Lohn", "Noch Fragen?")
    assert told(*lines) == (
        "<h2>Das bringst du mit</h2><ul><li>Mut</li><li>Kraft</li></ul><h2>Wir bieten:</h2>"
        "<ul><li>Lohn</li></ul><h2>Noch Fragen?</h2>"
    )


def test_what_looks_like_markup_is_text() -> None:
    assert told("<script>&amp;</script>") == "<p>&lt;script&gt;&amp;amp;&lt;/script&gt;</p>"


@given(st.lists(st.text(alphabet="aZ ä-•–:.<>&123,\n", min_size=1, max_size=80), max_size=30))
def test_no_word_of_any_line_is_lost(lines: list[str]) -> None:
    letters = "".join(each for line in lines for each in line if each.isalnum())
    text = BeautifulSoup(markup_of("", lines), "lxml").get_text()
    assert "".join(each for each in text if each.isalnum()) == letters

"""Titles: what remains of them, the start they name, and that nothing ever raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.titles import read_title

_PIECES = (
    "Ausbildung",
    "zum/zur",
    "Auszubildende/r",
    "Verwaltungsfachangestellten",
    "Medizinischen",
    "Fachangestellten",
    "Duales Studium",
    "(m/w/d)",
    "m/w/d",
    "(gn)",
    "Gärtner*in",
    "2027",
    "zum 01.09.2027",
    "ab August 2027",
    "(Kennziffer 12/2027)",
    "bei der Stadt Bochum",
    "Stadt Essen:",
    "–",
    "|",
    "/ zur",
    "(",
    ")",
    "bis",
)


@pytest.mark.parametrize(
    "marker",
    [
        "(m/w/d)",
        "(w/m/d)",
        "(d/m/w)",
        "(m|w|d)",
        "( m / w / d )",
        "(m,w,d)",
        "(m/w/x)",
        "(m/w/divers)",
        "(männlich/weiblich/divers)",
        "(all genders)",
        "(alle Geschlechter)",
        "(gn)",
        "(mwd)",
        "[m/w/d]",
        "(M/W/D)",
        "m/w/d",
        "w/m/d",
        "- m/w/d",
    ],
)
def test_a_gender_marker_of_every_spelling_goes(marker: str) -> None:
    assert read_title(f"Straßenwärter {marker}").title == "Straßenwärter"


@pytest.mark.parametrize("bracket", ["(B.A.)", "(LL.B.)", "(FH)", "(PiA)", "(EQ)", "(BFD)"])
def test_other_brackets_stay(bracket: str) -> None:
    assert read_title(f"Soziale Arbeit {bracket} (m/w/d)").title == f"Soziale Arbeit {bracket}"


@pytest.mark.parametrize(
    ("published", "title"),
    [
        ("Ausbildung zum/zur Straßenwärter/in", "Straßenwärter/in"),
        ("Ausbildung als Straßenwärter:in", "Straßenwärter:in"),
        ("Ausbildung: Straßenwärter", "Straßenwärter"),
        ("Ausbildung - Straßenwärter", "Straßenwärter"),
        ("Deine Ausbildung zur Straßenwärterin", "Straßenwärterin"),
        ("3 Ausbildungsplätze zum Straßenwärter", "Straßenwärter"),
        ("Auszubildende/r (m/w/d) zur/zum Straßenwärter/in", "Straßenwärter/in"),
        ("Auszubildende*n zur*zum Straßenwärter*in", "Straßenwärter*in"),
        ("Azubi Straßenwärter", "Straßenwärter"),
        ("Wir suchen: Azubi zum Straßenwärter", "Straßenwärter"),
        ("Straßenwärter/in – Ausbildung", "Straßenwärter/in"),
        ("Straßenwärter/in (Ausbildung)", "Straßenwärter/in"),
        ("Praxisintegrierte Ausbildung zur Erzieherin", "Erzieherin"),
        ("Duales Studium Soziale Arbeit (B.A.)", "Soziale Arbeit (B.A.)"),
        ("Studierende im dualen Studium Public Management", "Public Management"),
        ("Ausbildung zum Koch / zur Köchin", "Koch / Köchin"),
        ("Lehrstelle als Straßenwärter", "Straßenwärter"),
        ("3-jährige Ausbildung als Straßenwärter/in", "Straßenwärter/in"),
        ("Noch freie Ausbildungsplätze: Straßenwärter/in", "Straßenwärter/in"),
        ("Wir bilden aus: Straßenwärter/in", "Straßenwärter/in"),
        ("Starte deine Ausbildung als Straßenwärter", "Straßenwärter"),
        ("Ausbildung bei der Stadt: Straßenwärter", "Straßenwärter"),
    ],
)  # fmt: skip
def test_phrases_about_the_training_go(published: str, title: str) -> None:
    assert read_title(published).title == title


@pytest.mark.parametrize(
    "behind",
    [
        "(m/w/d) Ausbildung 2027",
        "Ausbildung",
        "Ausbildungsplatz (m/w/d)",
        "Azubi",
        "(Auszubildende)",
        "(Auszubildende*r)",
        "in Ausbildung",
        "-Ausbildung",
        "| Ausbildung 2027 | Stadt Essen",
    ],
)
def test_a_word_for_the_training_behind_the_name_goes(behind: str) -> None:
    joint = "" if behind.startswith("-") else " "
    assert read_title(f"Geomatiker{joint}{behind}").title == "Geomatiker"


@pytest.mark.parametrize(
    "text",
    [
        "Teamleitung Ausbildung",
        "Hauptsachbearbeiter Ausbildung",
        "Schulische Ausbildung",
        "Deine Ausbildung",
        "Weitere Ausbildungsplätze",
        "Beamten-Ausbildung",
        "Fachkraft mit abgeschlossener Ausbildung",
    ],
)
def test_the_word_stays_where_it_is_no_appendix_to_a_name(text: str) -> None:
    assert read_title(text).title == text


@pytest.mark.parametrize(
    ("published", "title"),
    [
        ("Ausbildung zum Floristen", "Florist"),
        ("Ausbildung zur Technischen Systemplanerin / zum Technischen Systemplaner",
         "Technische Systemplanerin / Technischer Systemplaner"),
        ("Nachwuchskräfte für den mittleren nichttechnischen Dienst",
         "mittlerer nichttechnischer Dienst"),
        ("Ausbildung im Beruf des Verwaltungsfachangestellten", "Verwaltungsfachangestellte/r"),
        ("Ausbildung zur Verwaltungsfachangestellten", "Verwaltungsfachangestellte/r"),
        ("Ausbildung zum Verwaltungsfachangestellten", "Verwaltungsfachangestellte/r"),
        ("Ausbildung zur Medizinischen Fachangestellten", "Medizinische/r Fachangestellte/r"),
        ("Ausbildung zum Umwelttechnologen / zur Umwelttechnologin für Abwasserbewirtschaftung",
         "Umwelttechnologe / Umwelttechnologin für Abwasserbewirtschaftung"),
        ("Ausbildung zum Verwaltungsfachangestellten / zur Verwaltungsfachangestellten",
         "Verwaltungsfachangestellte/r"),
    ],
)  # fmt: skip
def test_what_stood_behind_a_preposition_stands_alone_again(published: str, title: str) -> None:
    assert read_title(published).title == title


@pytest.mark.parametrize(
    ("phrase", "start"),
    [
        ("zum 01.09.2027", "01.09.2027"),
        ("zum 1. September 2027", "1. September 2027"),
        ("ab August 2027", "August 2027"),
        ("2027", "2027"),
        ("– Ausbildungsstart 2027", "2027"),
        (", Ausbildungsbeginn: 01. August 2027", "01. August 2027"),
        ("für das Einstellungsjahr 2027", "2027"),
        ("(Ausbildungsjahr 2027/2028)", "2027/2028"),
        ("zum Wintersemester 2027/28", "Wintersemester 2027/28"),
        ("(ab sofort)", "sofort"),
        ("zum 1.4. und 1.10.2027", "1.4. und 1.10.2027"),
        ("01.09.2027", "01.09.2027"),
    ],
)
def test_a_start_leaves_the_title_and_is_kept(phrase: str, start: str) -> None:
    title = read_title(f"Geomatiker:in {phrase}")
    assert (title.title, title.start_text) == ("Geomatiker:in", start)


def test_a_deadline_is_no_start() -> None:
    title = read_title("Forstwirt/in zum 01.08.2027 (Bewerbungsfrist: 15.01.2027)")
    assert (title.title, title.start_text) == ("Forstwirt/in", "01.08.2027")
    assert read_title("Koch – Bewerbungsschluss 31.01.2027").start_text is None


def test_the_end_of_a_contract_is_no_start() -> None:
    assert read_title("Archivkraft befristet bis 31.12.2028").start_text is None


@pytest.mark.parametrize(
    "published",
    [
        "Forstwirt/in bei der Stadt Duisburg",
        "Forstwirt/in bei der Stadt Mülheim an der Ruhr",
        "Stadt Essen: Forstwirt/in",
        "Forstwirt/in – Landeshauptstadt Düsseldorf",
        "Forstwirt/in (Kennziffer 12/2027)",
        "Forstwirt/in [Ref. 4711]",
        "Forstwirt/in – Kennziffer 12-27",
        "Forstwirt/in  –  ",
        "| Forstwirt/in |",
        "Forst\u00adwirt/in\u200b",
        "Forstwirt/in gesucht!",
    ],
)
def test_employers_numbers_and_loose_separators_go(published: str) -> None:
    assert read_title(published).title == "Forstwirt/in"


@pytest.mark.parametrize("text", ["Ausbildung", "Ausbildung 2027", "Duales Studium (m/w/d)"])
def test_what_would_leave_nothing_stays(text: str) -> None:
    assert read_title(text).title.startswith(("Ausbildung", "Duales Studium"))


@pytest.mark.parametrize(
    "text", ["Praktikum im Stadtarchiv", "FSJ Kultur", "Stadtinspektoranwärter/in", "EQ Küche"]
)
def test_words_that_are_the_thing_itself_stay(text: str) -> None:
    title = read_title(text)
    assert (title.title, title.says_training, title.rule) == (text, True, "title.as_published")


def test_a_job_says_nothing_of_training() -> None:
    assert not read_title("Sachbearbeitung Wohngeld (m/w/d)").says_training


def test_the_published_title_is_kept_on_one_line() -> None:
    title = read_title("  Koch \n (m/w/d)\x00 ")
    assert (title.published, title.title, title.rule) == ("Koch (m/w/d)", "Koch", "title.cleaned")


@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join)))
def test_reading_a_clean_title_again_changes_nothing(text: str) -> None:
    once = read_title(text)
    again = read_title(once.title)
    assert (again.title, again.published) == (once.title, once.title)
    assert len(once.published) <= 500
    assert bool(once.title) == bool(once.published)


@pytest.mark.parametrize("piece", ["(m/w/", "Ausbildung zum ", "1. ", " -", "Stadt A ", "a"])
def test_a_huge_text_is_read_in_no_time(piece: str) -> None:
    assert len(read_title(piece * (100_000 // len(piece))).title) <= 500

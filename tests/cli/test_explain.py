"""explain: what normalisers make of texts, for people and for machines."""

import io
import json

import pytest

from tests.cli.calling import Shell

DAY = ("--today", "2026-11-24")


def documents(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_text_is_one_line_of_json(stellenbund: Shell) -> None:
    answer = stellenbund("explain", "date", "zum 1. August 2027", "31.01.2027", "--json", *DAY)
    first, second = documents(answer.out)
    assert (first["text"], first["kind"], first["on"]) == (
        "zum 1. August 2027",
        "day",
        "2027-08-01",
    )
    assert (second["text"], second["on"]) == ("31.01.2027", "2027-01-31")
    assert all(str(each["rule"]).startswith("date.") for each in (first, second))


def test_a_date_says_what_it_would_be_as_a_start_and_as_a_deadline(stellenbund: Shell) -> None:
    (read,) = documents(stellenbund("explain", "date", "1.9.2027", "--json", *DAY).out)
    start, deadline = read["start"], read["deadline"]
    assert isinstance(start, dict)
    assert isinstance(deadline, dict)
    assert (start["kind"], start["on"], start["training_year"]) == ("day", "2027-09-01", 2027)
    assert (deadline["kind"], deadline["on"]) == ("fixed", "2027-09-01")


def test_what_cannot_be_read_says_why_and_the_rest_goes_on(stellenbund: Shell) -> None:
    answer = stellenbund("explain", "date", "31.02.2027", "1.8.2027", "--json", *DAY)
    refused, read = documents(answer.out)
    assert refused["text"] == "31.02.2027"
    assert refused["error"] == "date.impossible"
    assert refused["message"]
    assert read["on"] == "2027-08-01"
    assert answer.code == 0


def test_a_dash_reads_lines(stellenbund: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1.8.2027\n\n1.9.2027\n"))
    read = documents(stellenbund("explain", "date", "-", "--json", *DAY).out)
    assert [each["text"] for each in read] == ["1.8.2027", "1.9.2027"]


def test_a_title_is_cleaned_recognised_and_judged(stellenbund: Shell) -> None:
    title = "Ausbildung zur/zum Verwaltungsfachangestellten (m/w/d) 2027"
    (read,) = documents(stellenbund("explain", "title", title, "--json").out)
    assert read["title"] == "Verwaltungsfachangestellte/r"
    assert read["kind"] == "dual_apprenticeship"
    assert read["is_training"] is True
    assert (read["profession"], read["kldb"]) == ("verwaltungsfachangestellte", "73202")
    assert (read["method"], read["score"]) == ("alias", 1.0) or read["method"] == "title"
    assert set(read) >= {"rule", "rules", "evidence"}


def test_a_profession_is_no_evidence_of_training_unless_the_source_is(stellenbund: Shell) -> None:
    title = "Fachinformatiker (m/w/d) für die Benutzerbetreuung"
    (read,) = documents(stellenbund("explain", "title", title, "--json").out)
    assert (read["kind"], read["is_training"]) == (None, False)
    name = "Verwaltungsfachangestellte/r (m/w/d)"
    answer = stellenbund("explain", "title", name, "--json", "--scope", "training")
    (read,) = documents(answer.out)
    assert (read["kind"], read["rule"]) == ("dual_apprenticeship", "kind.scope")


def test_the_heading_above_a_title_is_evidence(stellenbund: Shell) -> None:
    words = ("explain", "title", "Kaufleute für Büromanagement", "--json")
    (alone,) = documents(stellenbund(*words).out)
    (under,) = documents(stellenbund(*words, "--section", "Ausbildung 2027").out)
    assert alone["kind"] is None
    assert (under["kind"], under["evidence"]) == ("dual_apprenticeship", "Ausbildung 2027")


def test_a_certificate_and_pay_are_read(stellenbund: Shell) -> None:
    answer = stellenbund("explain", "certificate", "mindestens Fachoberschulreife", "--json")
    (read,) = documents(answer.out)
    assert read["certificate"] == "mittlerer"
    answer = stellenbund("explain", "pay", "1. Ausbildungsjahr: 1.368,26 Euro", "--json")
    (read,) = documents(answer.out)
    assert read["amounts"] == [{"year": 1, "amount": "1368.26"}]
    assert read["rule"] == "pay.amounts"
    (named,) = documents(stellenbund("explain", "pay", "nach TVAöD", "--json").out)
    assert (named["tariff"], named["rule"]) == ("tvaoed_bbig", "pay.tariff")


def test_people_see_the_text_and_the_rule(stellenbund: Shell) -> None:
    shown = stellenbund("explain", "date", "ab [sofort]", "2027", *DAY).out
    assert "“ab [sofort]”" in shown
    assert "rule" in shown


def test_an_unknown_sort_of_text_is_wrong_use(stellenbund: Shell) -> None:
    answer = stellenbund("explain", "colour", "red")
    assert answer.code == 2
    assert "colour" in answer.err

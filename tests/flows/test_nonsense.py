"""A site whose fields shift: nothing of it becomes public.

It happened to another collector of training places. A third of its published records carried a pay
grade in place of the work place, others a program's time stamp as the deadline.
"""

import re
from collections.abc import Mapping
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine

from stellenbund.domain.run import Outcome
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.scrape_source import scrape_source
from stellenbund.store.database import reading
from stellenbund.store.runs import LoggedRun, find_run
from tests.api.clients import client_of
from tests.builders import NOW
from tests.flows.deciding import released
from tests.flows.invariants import check
from tests.flows.notice_board import SCRAPER, SITE, SIZE, board, open_city
from tests.flows.pages import serving, with_any_memory
from tests.stocking import ids

Odd = Mapping[str, tuple[str, ...]]
GRADES: dict[str, tuple[str, ...]] = {"Arbeitsort": ("A13", "EG 9b", "S 8a", "E 13 TVöD")}
STAMPS: dict[str, tuple[str, ...]] = {"Frist": ("1801263599", "1804028399000")}
LAST_SEASON = {"Beginn": ("01.09.2025",), "Frist": ("31.01.2025",)}


def scraped(engine: Engine, page: str) -> LoggedRun:
    occasion = Occasion(trigger="test", sample=False, clock=lambda: NOW, new_id=ids(page))
    return scrape_source(engine, SCRAPER, SITE, with_any_memory(serving(page)), occasion)


def public(engine: Engine) -> list[dict[str, Any]]:
    """Return all that the API shows of all openings, but when they were last seen."""
    client = client_of(engine)
    query = "limit=100&status=published&status=expired&status=withdrawn"
    addresses = [item["url"] for item in client.get(f"/v1/openings?{query}").json()["items"]]
    shown: list[dict[str, Any]] = [client.get(address).json() for address in addresses]
    return [{name: told for name, told in each.items() if name != "last_seen_at"} for each in shown]


def well_read(engine: Engine) -> None:
    """Let the site be read three times while all is well."""
    open_city(engine)
    outcomes = [scraped(engine, board()).outcome for _ in range(3)]
    assert outcomes == [Outcome.APPLIED, Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert len(public(engine)) == SIZE


@pytest.mark.parametrize(
    ("odd", "told", "example"),
    [
        (GRADES, "10 von 30 Ausschreibungen mit Arbeitsort", "„A13“, „EG 9b“, „S 8a“"),
        (STAMPS, "10 von 30 Ausschreibungen mit Bewerbungsfrist", "„1801263599“"),
        (LAST_SEASON, "Bei 10 von 30 Ausschreibungen springt der Beginn", "01.09.2025"),
    ],
    ids=["grades", "stamps", "last season"],
)
def test_a_field_that_turns_implausible_holds_the_run_back(
    engine: Engine, odd: Odd, told: str, example: str
) -> None:
    well_read(engine)
    before = public(engine)
    run = scraped(engine, board(odd))
    assert (run.outcome, run.new, run.changed, run.vanished) == (Outcome.DOUBTED, 0, 0, 0)
    assert run.reason is not None
    assert told in run.reason
    assert example in run.reason
    assert run.reason.endswith("Bis dahin bleibt alles, wie es ist.")
    assert public(engine) == before
    assert scraped(engine, board()).outcome is Outcome.UNCHANGED
    assert public(engine) == before
    check(engine)


@pytest.mark.parametrize("odd", [GRADES, STAMPS], ids=["grades", "stamps"])
def test_a_site_that_is_broken_from_the_first_run_on_is_not_published(
    engine: Engine, odd: Odd
) -> None:
    open_city(engine)
    run = scraped(engine, board(odd))
    assert run.outcome is Outcome.DOUBTED
    assert "mehr als 10 % sind es bei keiner heilen Quelle" in (run.reason or "")
    assert public(engine) == []


MARKS = (
    *("44787 E9a", "EGr. 6", "Bes.Gr. A 9", "LG 1.2", "QE2", "nach TVAöD", "1.368,26 €"),
    *("E9a Musterstadt", "39 Std.", "50 %"),
)
WORDS = ("Mehr erfahren", "Stelle 4711", "01.09.2026", "Vollzeit")
CLOCKS = ("/Date(1801263599000)/", "1.801263599E9", "'1801263599'", "1801263599,00")
ENDLESS = (
    "E9a",
    "31.12.2100",
    "00.00.0000",
    "1.1.1970",
    "0",
    "9999",
    "-62135596800000",
    "Musterweg",
)


@pytest.mark.parametrize(
    "odd",
    [{"Arbeitsort": MARKS}, {"Arbeitsort": WORDS}, {"Frist": CLOCKS}],
    ids=["marks", "words", "clocks"],
)
def test_no_spelling_of_it_becomes_public_even_if_a_person_lets_it_pass(
    engine: Engine, odd: Odd
) -> None:
    open_city(engine)
    run = scraped(engine, board(odd))
    assert run.outcome is Outcome.DOUBTED
    assert public(engine) == []
    released(engine, run.id)
    shown = public(engine)
    told = str(shown)
    assert len(shown) == SIZE
    assert [each for said in odd.values() for each in said if each in told] == []


def test_a_deadline_that_is_none_has_a_finding_and_no_words(engine: Engine) -> None:
    open_city(engine)
    run = scraped(engine, board({"Frist": ENDLESS}))
    assert (run.outcome, run.new) == (Outcome.APPLIED, SIZE)
    assert len([each for each in run.findings if each.place == "deadline"]) == 10
    told = {(each["deadline_on"], each["deadline_text"]) for each in public(engine)}
    assert told == {("2027-01-31", "31.01.2027"), (None, None)}


def test_deadlines_that_are_none_hold_a_run_back_where_they_were_usual(engine: Engine) -> None:
    well_read(engine)
    assert scraped(engine, board({"Frist": ENDLESS})).outcome is Outcome.DOUBTED


def titled(title: str) -> str:
    """Return the page with the same title on each card, and a number behind it."""
    numbers = count()
    return re.sub("<h3>.*?</h3>", lambda _: f"<h3>{title} {next(numbers)}</h3>", board())


@pytest.mark.parametrize("title", ["Mehr erfahren", "Musterstadt", "Stelle 4711"])
def test_what_is_no_title_makes_no_opening(engine: Engine, title: str) -> None:
    open_city(engine)
    run = scraped(engine, titled(title))
    assert (run.new, run.unreadable) == (0, SIZE)
    assert {each.rule for each in run.findings} == {"title.none"}
    assert public(engine) == []


def test_titles_without_professions_are_doubted_from_the_first_run_on(engine: Engine) -> None:
    open_city(engine)
    run = scraped(engine, titled("Ausbildung im Team"))
    assert run.outcome is Outcome.DOUBTED
    assert "30 von 30 Ausbildungen und Studiengängen" in (run.reason or "")
    assert public(engine) == []


def test_a_trade_without_its_specialisation_is_a_profession_enough(engine: Engine) -> None:
    open_city(engine)
    assert scraped(engine, titled("Ausbildung Gärtner/in, Team")).new == SIZE


def test_a_list_that_was_cut_is_no_way_around(engine: Engine) -> None:
    well_read(engine)
    before = public(engine)
    cut = f'<p class="anzahl">40 Stellen</p>{board(GRADES)}'
    assert scraped(engine, cut).outcome is Outcome.DOUBTED
    assert public(engine) == before
    whole = f'<p class="anzahl">40 Stellen</p>{board()}'
    assert scraped(engine, whole).outcome is Outcome.TRUNCATED


def test_a_cut_list_that_a_person_releases_is_applied_and_stays_a_cut_list(engine: Engine) -> None:
    well_read(engine)
    run = scraped(engine, f'<p class="anzahl">40 Stellen</p>{board(GRADES)}')
    _, after = released(engine, run.id)
    assert (after.outcome, after.vanished) == (Outcome.TRUNCATED, 0)
    assert sum(opening["places"] == [] for opening in public(engine)) == 0
    check(engine)


@pytest.mark.parametrize(
    ("odd", "rules"),
    [(GRADES, {"places.pay_grade": 10}), (STAMPS, {"deadline.stamp": 10})],
    ids=["grades", "stamps"],
)
def test_each_record_has_its_finding_in_the_doubted_run(
    engine: Engine, odd: Odd, rules: dict[str, int]
) -> None:
    well_read(engine)
    run = scraped(engine, board(odd))
    with reading(engine) as session:
        kept = find_run(session, run.id)
    assert kept.survey is not None
    for rule, times in rules.items():
        found = [each for each in kept.findings if each.rule == rule]
        assert {each.reference for each in found} == {str(number) for number in range(times)}
        assert (kept.survey.oddities[rule].odd, kept.survey.oddities[rule].of) == (times, SIZE)


def test_a_single_odd_record_has_a_finding_and_its_nonsense_is_not_published(
    engine: Engine,
) -> None:
    open_city(engine)
    run = scraped(engine, board(GRADES | STAMPS, rows=1))
    assert (run.outcome, run.new) == (Outcome.APPLIED, SIZE)
    assert [each.rule for each in run.findings] == ["deadline.stamp", "places.pay_grade"]
    (odd,) = [each for each in public(engine) if each["origins"]["title"]["reference"] == "0"]
    assert odd["places"] == []
    assert (odd["deadline_on"], odd["deadline_text"]) == ("2027-01-29", None)
    told = str(public(engine))
    assert not any(text in told for text in (*GRADES["Arbeitsort"], *STAMPS["Frist"]))


def test_what_a_person_released_is_not_doubted_the_next_time(engine: Engine) -> None:
    well_read(engine)
    run = scraped(engine, board(STAMPS))
    _, after = released(engine, run.id)
    assert (after.outcome, after.changed) == (Outcome.APPLIED, 10)
    assert after.survey == run.survey
    assert scraped(engine, board(STAMPS)).outcome is Outcome.UNCHANGED
    assert scraped(engine, board(STAMPS | GRADES)).outcome is Outcome.DOUBTED
    check(engine)

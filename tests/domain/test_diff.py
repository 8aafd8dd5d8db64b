"""Comparing a harvest with what we hold."""

from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.diff import compare
from stellenbund.domain.notice import Notice
from stellenbund.domain.run import Outcome
from tests.builders import harvest, notice

_NOTICES = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 3)).map(
    lambda places: {key: notice(key, positions=count) for key, count in places.items()}
)


def test_what_is_new_appears_and_what_is_absent_vanishes() -> None:
    diff = compare({"a": notice("a")}, harvest(notice("b")))
    assert [change.reference for change in diff.appeared] == ["b"]
    assert [change.reference for change in diff.vanished] == ["a"]
    assert diff.unchanged == 0


def test_what_says_something_else_has_changed() -> None:
    diff = compare({"a": notice("a")}, harvest(notice("a", positions=2)))
    assert [change.after and change.after.fields.positions for change in diff.changed] == [2]


def test_what_is_there_but_unreadable_has_not_vanished() -> None:
    diff = compare({"a": notice("a")}, harvest(unreadable=frozenset({"a"})))
    assert diff.changes == ()
    assert diff.unchanged == 1


def test_a_page_that_shows_no_posting_any_more_keeps_what_stood_there() -> None:
    address = "https://a.example/stelle/1"
    diff = compare(
        {"2027/14": notice("2027/14", source_url=f"{address}?sid=a7f3c09b")},
        harvest(unreadable=frozenset({address})),
    )
    assert diff.changes == ()


def test_a_page_is_known_by_its_address_under_another_session() -> None:
    address = "https://a.example/stelle/1"
    diff = compare(
        {"2027/14": notice("2027/14", source_url=address)},
        harvest(unreadable=frozenset({f"{address}?sid=a7f3c09b"})),
    )
    assert diff.changes == ()


def test_what_a_list_alone_calls_no_training_place_has_not_vanished() -> None:
    diff = compare(
        {"a": notice("a"), "b": notice("b")},
        harvest(left_out=frozenset({"a", "b"}), uncertain=frozenset({"a"})),
    )
    assert [change.reference for change in diff.vanished] == ["b"]


def test_an_excerpt_ends_only_what_it_shows_as_closed_or_gone() -> None:
    address = "https://a.example/stelle/1"
    stored = {each: notice(each) for each in "abc"} | {"d": notice("d", source_url=address)}
    found = harvest(
        notice("a", positions=2),
        notice("n"),
        left_out=frozenset({"b", "c"}),
        uncertain=frozenset({"c"}),
        gone=frozenset({f"{address}?utm_source=x"}),
        is_excerpt=True,
    )
    diff = compare(stored, found)
    assert [(each.reference, each.verb) for each in diff.by_verb] == [
        ("n", "new"),
        ("a", "changed"),
        ("b", "vanish"),
        ("d", "vanish"),
    ]
    assert compare(stored, harvest(is_excerpt=True)).changes == ()


def test_an_unreadable_stranger_does_not_appear() -> None:
    assert compare({}, harvest(unreadable=frozenset({"x"}))).changes == ()


def test_nothing_vanishes_from_a_half_list() -> None:
    stored = {"a": notice("a"), "b": notice("b")}
    diff = compare(stored, harvest(notice("c"), trouble=Outcome.TRUNCATED))
    assert [change.reference for change in diff.changes] == ["c"]


def test_the_last_entry_of_a_list_that_broke_off_takes_nothing_away() -> None:
    stored = {"a": notice("a", weekly_hours=39, positions=2), "b": notice("b")}
    cut, richer = notice("a", positions=3), notice("b", positions=2)
    diff = compare(stored, harvest(cut, richer, trouble=Outcome.TRUNCATED))
    assert [change.reference for change in diff.changes] == ["b"]
    assert [change.reference for change in compare(stored, harvest(cut, richer)).changed] == [
        "a",
        "b",
    ]


def test_a_record_without_its_detail_page_replaces_nothing() -> None:
    stored = {"a": notice("a", description_text="Du arbeitest im Bürgerbüro.")}
    assert compare(stored, harvest(notice("a", is_partial=True))).changes == ()


def test_a_record_without_its_detail_page_may_appear() -> None:
    assert len(compare({}, harvest(notice("a", is_partial=True))).appeared) == 1


def test_session_ids_white_space_and_counters_are_no_news() -> None:
    before = notice(
        source_url="https://a.example/stelle?id=1&PHPSESSID=abc",
        description_text="Wir bilden aus. 12 Aufrufe",
    )
    after = notice(
        source_url="https://a.example/stelle?id=1&PHPSESSID=xyz",
        description_text="Wir  bilden\naus. 1.013 Aufrufe",
    )
    assert compare({"a": before}, harvest(after)).changes == ()


@given(stored=_NOTICES, found=_NOTICES)
def test_applying_a_diff_gives_what_was_found(
    stored: dict[str, Notice], found: dict[str, Notice]
) -> None:
    diff = compare(stored, harvest(*found.values()))
    after = dict(stored)
    for change in diff.changes:
        after.pop(change.reference, None)
        if change.after:
            after[change.reference] = change.after
    assert after == found
    assert compare(found, harvest(*found.values())).changes == ()
    assert diff.held == len(diff.changed) + len(diff.vanished) + diff.unchanged


def test_what_is_only_confirmed_counts_as_held_and_changes_nothing() -> None:
    diff = compare({"a": notice("a")}, harvest(notice("b"), confirmed=frozenset("cd")))
    assert [change.reference for change in diff.changes] == ["a", "b"]
    assert (diff.held, diff.unchanged) == (3, 2)


def test_a_fingerprint_of_an_older_program_proves_no_difference() -> None:
    before = Notice.kept("a", notice("a").fields, content="0" * 64)
    assert compare({"a": before}, harvest(notice("a"))).changes == ()
    assert len(compare({"a": before}, harvest(notice("a", positions=2))).changes) == 1

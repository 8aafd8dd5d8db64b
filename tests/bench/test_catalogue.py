"""Catalogue bench: it measures what its words say, at any size."""

from bench.catalogue import Result, Took, measure, table


def test_every_work_is_measured() -> None:
    result = measure(200)
    works = [each.work for each in result.times]
    assert works == ["list", "by deadline", "near", "facets", "search", "rival"]
    assert all(0 <= each.p50 <= each.p99 for each in result.times)
    assert result.mib > 0


def test_the_ratio_says_how_many_times_faster_a_search_is() -> None:
    result = Result(2_000, 1.0, 5.0, 3.0, [Took("search", 0.5, 1.0), Took("rival", 4.0, 9.0)])
    assert result.ratio == 8.0
    assert "8.0 times as fast" in table([result])

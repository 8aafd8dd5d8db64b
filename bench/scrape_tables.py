"""Scrape tables: the figures of the scrape bench for people, and whether they reach their goals."""

from collections.abc import Sequence

from bench.bare_parse import Peer
from bench.fetching import FETCHED, Trial
from bench.reading import LEAST_KB, Cost

OF_BARE_HTTPX = 0.7
"""The share of bare httpx's pages a second that our own door must bring home."""

FLAT = 1.25
"""How much more memory five times the pages may take."""

_MISSED = "  misses its goal"
_COSTS = (
    f"{'reader':17}{'source':32}{'against':23}{'pages':>5}{'KB':>7}{'openings':>9}"
    f"{'read':>7}{'norm.':>7}{'bare':>7}{'ratio':>7}{'goal':>6}"
)
_ABOUT_COSTS = (
    "bare: BeautifulSoup with lxml parses the same pages; of JSON, the HTML in it after json.loads",
    f"No goal where pages have less than {LEAST_KB:.0f} KB or are JSON or PDF: what an opening",
    "costs to normalise depends on its own text, not on the markup around it.",
)
_TRIALS = (
    f"{'contestant':27}{'sources/s':>10}{'pages/s':>9}{'CPU share':>11}{'peak MiB':>10}"
    f"{'ratio':>7}{'goal':>6}"
)


def costs_table(costs: Sequence[Cost]) -> str:
    """Return what each reader costs."""
    if not costs:
        return ""
    lines = [
        "A page with its normalisers, in milliseconds of CPU time (medians, in turns)",
        _COSTS,
    ]
    for each in costs:
        goal = f"{each.goal:.1f}" if each.goal else "–"
        ratio = "–" if each.peer is Peer.PDF else f"{each.ratio:.2f}"
        lines.append(
            f"{each.reader:17}{each.source:32}{each.peer:23}{each.pages:5}{each.kb:7.1f}"
            f"{each.openings:9}{each.reading:7.2f}{each.normalising:7.2f}{each.parsing:7.2f}"
            f"{ratio:>7}{goal:>6}{'' if each.is_good else _MISSED}"
        )
    return "\n".join([*lines, *_ABOUT_COSTS])


def trials_table(trials: Sequence[Trial]) -> str:
    """Return how fast all sources are through; the first contestant is what others are held to."""
    if not trials:
        return ""
    bare = trials[0].pages_per_second
    sources, pages = trials[0].sources, trials[0].pages // trials[0].sources
    lines = [f"{sources} sources with {pages} pages each, every page 20 ms away", _TRIALS]
    for each in trials:
        is_held = each.contestant == FETCHED
        is_missed = not is_fast(trials) and is_held
        lines.append(
            f"{each.contestant:27}{each.sources / each.seconds:10.1f}{each.pages_per_second:9.0f}"
            f"{each.cpu_seconds / each.seconds:11.0%}{each.peak_mib:10.0f}"
            f"{each.pages_per_second / bare:7.2f}{f'{OF_BARE_HTTPX:.1f}' if is_held else '–':>6}"
            f"{_MISSED if is_missed else ''}"
        )
    lines.append("The goal compares like with like: bare httpx looks at none of its pages.")
    return "\n".join(lines)


def memory_table(trials: Sequence[Trial]) -> str:
    """Return how the peak of memory grows with the pages of a source."""
    if not trials:
        return ""
    lines = [f"Memory of the whole run, {trials[0].sources} sources", "pages a source   peak MiB"]
    lines += [f"{each.pages // each.sources:14}{each.peak_mib:11.0f}" for each in trials]
    growth = trials[-1].peak_mib / trials[0].peak_mib
    missed = "" if is_flat(trials) else _MISSED
    return "\n".join([*lines, f"growth {growth:.2f}, goal at most {FLAT}{missed}"])


def is_fast(trials: Sequence[Trial]) -> bool:
    """Say whether our door reaches the goal; unmeasured, it does."""
    ours = [each for each in trials if each.contestant == FETCHED]
    return all(each.pages_per_second >= OF_BARE_HTTPX * trials[0].pages_per_second for each in ours)


def is_flat(trials: Sequence[Trial]) -> bool:
    """Say whether memory stays flat; unmeasured, it does."""
    return not trials or trials[-1].peak_mib <= FLAT * trials[0].peak_mib

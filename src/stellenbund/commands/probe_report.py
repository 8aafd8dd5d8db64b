"""Probe report: what a career site showed, as tables for people and as one document."""

from collections import Counter
from collections.abc import Iterator

from rich.table import Table

from stellenbund.commands.screen import cell, results, table
from stellenbund.flows.probe import Probe, Trial

_FOLLOWING = ("_kind", "_text", "_score", "_method")
"""How fields are called that say the same as another once more."""


def as_document(probe: Probe, lines: str | None) -> dict[str, object]:
    """Return everything as one document; *lines* declare the best of what was found."""
    best, trial = probe.best, probe.trial
    return {
        "reader": best and best.reader,
        "declaration": lines,
        "robots": list(probe.memory.hosts.values()),
        "clues": [
            {
                "reader": clue.reader,
                "certainty": clue.certainty.name.lower(),
                "seen": clue.seen,
                "place": clue.place,
                "declaration": clue.call.source() if clue.call else None,
            }
            for clue in probe.look.clues
        ],
        "openings": len(trial.delivery.records) if trial else 0,
        "training_places": len(trial.harvest.notices) if trial else 0,
        "stated_total": trial.delivery.stated_total if trial else None,
        "completeness": trial.complete if trial else {},
        "findings": trial.harvest.findings if trial else (),
        "troubles": probe.troubles,
    }


def print_probe(probe: Probe, lines: str | None) -> None:
    """Print the hosts' wishes, what was found, what the best would fill, and its declaration."""
    results().print(_robots(probe), "")
    for address, reason in probe.troubles.items():
        named = reason if address in reason else f"{address}: {reason}"
        results().print(cell(f"Not had: {named}"), highlight=False, soft_wrap=True)
    if probe.look.clues:
        results().print(_clues(probe), "")
    if probe.trial:
        _print_trial(probe.trial)
    if lines:
        results().print("Lines for the city's file in scrapers/:\n", highlight=False)
        results().print(cell(lines), highlight=False, soft_wrap=True)
    elif probe.best:
        missing = f"{probe.best.reader} reads this site, but its declaration needs more than was "
        results().print(f"{missing}found: scrapers/README.md says what.", highlight=False)


def _robots(probe: Probe) -> Table:
    drawn = table("host", "robots.txt", "seconds between requests", "reserved")
    for state in probe.memory.hosts.values():
        delay = f"{state.crawl_delay:g}" if state.crawl_delay else ""
        drawn.add_row(cell(state.host), state.status, delay, "yes" if state.is_reserved else "")
    return drawn


def _clues(probe: Probe) -> Table:
    drawn = table("reader", "certainty", "seen", "on")
    for clue in probe.look.clues:
        drawn.add_row(clue.reader, clue.certainty.name.lower(), cell(clue.seen), cell(clue.place))
    return drawn


def _print_trial(trial: Trial) -> None:
    """Print how many openings were read, how complete they are, and what is odd about them."""
    results().print(cell(" ".join(_summary(trial))), highlight=False, soft_wrap=True)
    drawn = table("field", "stated by", numbers=("stated by",))
    told = {name: share for name, share in trial.complete.items() if not name.endswith(_FOLLOWING)}
    for name, share in sorted(told.items(), key=lambda each: -each[1]):
        if share:
            drawn.add_row(name, f"{share:.0%}")
    results().print("", drawn, "")
    silent = [name for name, share in told.items() if not share]
    if silent:
        results().print(f"Never stated: {', '.join(silent)}.\n", highlight=False, soft_wrap=True)


def _summary(trial: Trial) -> Iterator[str]:
    delivery, harvest = trial.delivery, trial.harvest
    yield f"{trial.clue.reader}: {len(delivery.records)} openings read,"
    yield f"{len(harvest.notices)} of them training places,"
    yield f"{len(harvest.unreadable)} unreadable."
    if delivery.stated_total is not None:
        yield f"The source counts {delivery.stated_total}."
    if not delivery.records and delivery.reason:
        yield delivery.reason
    rules = Counter(finding.rule for finding in harvest.findings)
    if rules:
        yield f"Findings: {', '.join(f'{rule} ({count})' for rule, count in rules.items())}."

"""Testimony: one notice together with what was noted while it was read."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.opening import Fields

READ = frozenset(
    f"{place}.{what}" for place in ("deadline", "start") for what in ("stamp", "far", "long_past")
)
"""Rules of warnings about a text that was read, and was odd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """The fields of a notice read in full, and the texts that gave rise to findings about it.

    *noted* holds them by rule; *unread* those that no value came of, by field of the raw record.
    *is_repeated*: an opening with another title has the very same description.
    """

    fields: Fields
    noted: Mapping[str, str]
    unread: Mapping[str, str]
    is_repeated: bool


def testimonies(harvest: Harvest) -> tuple[Testimony, ...]:
    """Return what each notice of *harvest* that was read in full testifies."""
    findings: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in harvest.findings:
        findings[finding.reference].append(finding)
    titles: dict[str | None, set[str]] = defaultdict(set)
    for notice in harvest.full:
        titles[notice.fields.description_text].add(notice.fields.title)
    return tuple(
        Testimony(
            fields=notice.fields,
            noted={each.rule: each.value or "" for each in findings[notice.reference]},
            unread=_unread(findings[notice.reference]),
            is_repeated=len(titles[notice.fields.description_text]) > 1,
        )
        for notice in harvest.full
    )


def _unread(findings: list[Finding]) -> Mapping[str, str]:
    """Return the texts of which nothing could be made, by place."""
    return {
        each.place: each.value or ""
        for each in findings
        if each.place and each.severity is Severity.WARNING and each.rule not in READ
    }

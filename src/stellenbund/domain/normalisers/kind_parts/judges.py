"""Judges: each looks at one sort of evidence and says what kind a record is, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from stellenbund.domain.finding import clip
from stellenbund.domain.normalisers.kind_parts.cues import (
    Cue,
    candidate_kind,
    declares_job,
    first_cue,
    general_kind,
    label_cue,
    names_degree,
)
from stellenbund.domain.normalisers.kind_parts.refusals import refused
from stellenbund.domain.normalisers.kind_parts.running_text import training_sentence
from stellenbund.domain.normalisers.professions import (
    PROFESSIONS,
    ProfessionMatch,
    is_profession_alone,
)
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.normalisers.titles import Title
from stellenbund.domain.source import Scope
from stellenbund.domain.value import Value
from stellenbund.domain.vocabulary import Kind

_SERVANTS = (Kind.CIVIL_SERVICE_PREPARATION, Kind.DUAL_STUDY)
_OF_THE_PROFESSION = ("kind.no_evidence", "kind.declared_job")


class KindReading(Value):
    """The kind, or ``None`` for no training place, by which rule, and the words that decided."""

    kind: Kind | None
    rule: str
    evidence: str | None = None

    @property
    def keeps_profession(self) -> bool:
        """Whether the profession that the title names is the record's own.

        It is not where the title is about the training of others, or about another job.
        """
        return self.kind is not None or self.rule in _OF_THE_PROFESSION


class Label(NamedTuple):
    """A label as the source writes it, and folded."""

    text: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything that could say what a record is, and what it is told to be."""

    title: Title
    words: str
    section: Label
    declared: Label
    scope: Scope
    text: str | None
    match: ProfessionMatch | None

    @property
    def profession(self) -> Kind | None:
        """The kind of training that the recognised profession has."""
        return PROFESSIONS[self.match.slug].kind if self.match else None


def _from_refusals(record: Evidence) -> KindReading | None:
    if rule := refused(record.words):
        return KindReading(kind=None, rule=rule, evidence=clip(record.title.published))
    return None


def _from_title(record: Evidence) -> KindReading | None:
    cue = first_cue(record.words)
    return _reading(record, cue, "kind.title_training_word", record.title.published)


def _from_declared_kind(record: Evidence) -> KindReading | None:
    label = record.declared
    if declares_job(label.words):
        return KindReading(kind=None, rule="kind.declared_job", evidence=label.text)
    return _reading(record, label_cue(label.words), "kind.declared", label.text)


def _from_section(record: Evidence) -> KindReading | None:
    label = record.section
    return _reading(record, label_cue(label.words), "kind.section", label.text)


def _from_scope(record: Evidence) -> KindReading | None:
    cue = Cue(None) if record.scope is Scope.TRAINING else None
    return _reading(record, cue, "kind.scope", record.title.published)


def _from_text(record: Evidence) -> KindReading | None:
    """Read the text; only the profession or a degree say which kind, a Praktikum is but a part."""
    sentence = training_sentence(record.text)
    if sentence is None:
        return None
    cue = first_cue(fold(sentence))
    is_servant = cue is not None and cue.kind in _SERVANTS and record.profession is None
    return _reading(record, cue if is_servant else Cue(None), "kind.text", sentence)


def _from_degree(record: Evidence) -> KindReading | None:
    if not names_degree(record.words) or not _stands_alone(record):
        return None
    return _reading(record, Cue(None), "kind.degree_alone", record.title.published)


JUDGES: tuple[Callable[[Evidence], KindReading | None], ...] = (
    _from_refusals,
    _from_title,
    _from_declared_kind,
    _from_section,
    _from_scope,
    _from_text,
    _from_degree,
)
"""Every judge, in the order in which their evidence counts."""


def _stands_alone(record: Evidence) -> bool:
    return record.match is not None and is_profession_alone(record.title.title, record.match)


def _reading(record: Evidence, cue: Cue | None, rule: str, evidence: str) -> KindReading | None:
    if cue is None:
        return None
    return KindReading(kind=_kind(record, cue), rule=rule, evidence=clip(evidence))


def _kind(record: Evidence, cue: Cue) -> Kind:
    if cue.kind is Kind.CIVIL_SERVICE_PREPARATION:
        known = record.profession
        return known if known in _SERVANTS and known else candidate_kind(record.words)
    if cue.kind is not None:
        return cue.kind
    return record.profession or _kind_of_unknown(record)


def _kind_of_unknown(record: Evidence) -> Kind:
    """Return the kind of a training whose profession is not known: by its words or its labels."""
    declared, section = record.declared.words, record.section.words
    return (
        general_kind(record.words)
        or _kind_in(label_cue(declared))
        or (None if "dual" in declared else general_kind(declared))  # "duale und schulische …"
        or _kind_in(label_cue(section))
        or Kind.DUAL_APPRENTICESHIP
    )


def _kind_in(cue: Cue | None) -> Kind | None:
    return cue.kind if cue else None

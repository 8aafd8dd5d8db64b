"""Kinds: whether a record is a training place at all, which sort it is, and what says so.

A profession as title is no evidence ("Fachinformatiker (m/w/d) für die Benutzerbetreuung" is a
job). Evidence is, in this order: the title's own words, the kind that the source declares, the
section of the page, the scope of the source, the running text; last a degree as the whole title.
A post about training, further training and an
evidently ordinary job are left out wherever they stand. Volontariat, Trainee and Umschulung are
*other*; Referendariat, Fortbildung, Fachwirt and student jobs are no training places.
"""

from stellenbund.domain.finding import clip
from stellenbund.domain.normalisers.kind_parts.judges import JUDGES, Evidence, KindReading, Label
from stellenbund.domain.normalisers.professions import ProfessionMatch
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.normalisers.titles import Title
from stellenbund.domain.source import Scope

__all__ = ["KindReading", "read_kind"]

_LONGEST_LABEL = 200


def read_kind(
    title: Title,
    *,
    scope: Scope,
    section: str | None,
    kind_text: str | None,
    text: str | None,
    match: ProfessionMatch | None,
) -> KindReading:
    """Return what sort of training place a record is, or why it is none.

    Rules that leave out: ``kind.no_opening``, ``kind.out_of_scope``, ``kind.finished_training``,
    ``kind.about_training``, ``kind.ordinary_job``, ``kind.declared_job``, ``kind.no_evidence``.
    Rules that take in: ``kind.title_training_word``, ``kind.declared``, ``kind.section``,
    ``kind.scope``, ``kind.text``, ``kind.degree_alone``.
    """
    evidence = Evidence(
        title=title,
        words=fold(title.published),
        section=_label(section),
        declared=_label(kind_text),
        scope=scope,
        text=text,
        match=match,
    )
    readings = (judge(evidence) for judge in JUDGES)
    nothing = KindReading(kind=None, rule="kind.no_evidence", evidence=clip(title.published))
    return next((reading for reading in readings if reading), nothing)


def _label(text: str | None) -> Label:
    line = clip(text or "", _LONGEST_LABEL)
    return Label(line, fold(line.replace("_", " ")))

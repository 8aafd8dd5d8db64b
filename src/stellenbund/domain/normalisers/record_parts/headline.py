"""Headline: title, profession and kind of a record — whether it is a training place at all."""

from dataclasses import dataclass
from typing import NamedTuple

from stellenbund.domain.finding import Severity, clip
from stellenbund.domain.normalisers.kinds import KindReading, read_kind
from stellenbund.domain.normalisers.professions import ProfessionMatch, match_profession
from stellenbund.domain.normalisers.record_parts.context import Context
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, Saying, short_line
from stellenbund.domain.normalisers.record_parts.prose import Prose
from stellenbund.domain.normalisers.remembering import remembering
from stellenbund.domain.normalisers.texts import read_line
from stellenbund.domain.normalisers.titles import Title, read_title
from stellenbund.domain.record import RawRecord
from stellenbund.domain.source import Scope

LONGEST = 300

_read_title = remembering(read_title)

_SHORTENED = Saying(
    "title.shortened",
    f"Der Titel ist länger als {LONGEST} Zeichen und wurde gekürzt.",
    "Bitte den Titel auf den Beruf beschränken.",
    Severity.WARNING,
)
_LEFT_OUT_REMEDY = (
    "Wenn es doch ein Ausbildungsplatz ist, bitte „Ausbildung“ in den Titel schreiben."
)
_WHY_LEFT_OUT = {
    "kind.no_opening": "Das ist keine Ausschreibung eines Ausbildungsplatzes.",
    "kind.out_of_scope": "Diese Art von Stelle gehört nicht zu den Ausbildungsplätzen.",
    "kind.finished_training": "Hier wird eine abgeschlossene Ausbildung verlangt, keine angeboten.",
    "kind.about_training": "Das ist eine Stelle rund um die Ausbildung, kein Ausbildungsplatz.",
    "kind.ordinary_job": "Das ist eine gewöhnliche Stelle, kein Ausbildungsplatz.",
    "kind.declared_job": "Die Quelle führt dies als gewöhnliche Stelle.",
    "kind.no_evidence": "Nichts sagt, dass dies ein Ausbildungsplatz ist.",
}
_LEFT_TO_TEXT = {"kind.no_evidence", "kind.degree_alone"}
"""Rules that decide only where the running text does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The title, the profession that it names and the kind with the rule that decided."""

    title: Title
    match: ProfessionMatch | None
    kind: KindReading

    @property
    def is_settled(self) -> bool:
        """Whether title and labels say it all, so that no running text could say otherwise."""
        return self.match is not None and self.kind.rule not in _LEFT_TO_TEXT

    def values(self) -> dict[str, object]:
        """Return the values that an opening's fields of the same names hold."""
        match = self.match
        return {
            "title_published": clip(self.title.published, LONGEST),
            "title": clip(self.title.title or self.title.published, LONGEST),
            "kind": self.kind.kind,
            "profession": match.slug if match else None,
            "kldb": match.kldb if match else None,
            "profession_score": match.score if match else None,
            "profession_method": match.method if match else None,
        }


class _Labels(NamedTuple):
    """What the source says of a record beside its title and texts."""

    profession: str | None
    section: str | None
    kind: str | None
    scope: Scope


def _read(
    published: str, labels: _Labels, description: str | None = None, profile: str | None = None
) -> Headline:
    title = _read_title(published)
    match = match_profession(title.published, labels.profession, description)
    kind = read_kind(
        title,
        scope=labels.scope,
        section=labels.section,
        kind_text=labels.kind,
        text="\n\n".join(text for text in (description, profile) if text) or None,
        match=match,
    )
    return Headline(title=title, match=match, kind=kind)


_read_again = remembering(_read)


def read_headline(
    record: RawRecord, *, prose: Prose, context: Context, notebook: Notebook
) -> Headline:
    """Return what *record* is; why it is no training place, if it is none, becomes a finding."""
    published = read_line(record.title) or ""
    if len(published) > LONGEST:
        notebook.note(_SHORTENED, place="title", value=published)
    labels = _Labels(
        profession=short_line(record.profession),
        section=short_line(record.section),
        kind=short_line(record.kind),
        scope=context.scope,
    )
    headline = _read_again(published, labels)
    if not headline.is_settled and (prose.description_text or prose.profile):
        headline = _read(published, labels, prose.description_text, prose.profile)
    kind = headline.kind
    if kind.kind is None:
        why = _WHY_LEFT_OUT.get(kind.rule, _WHY_LEFT_OUT["kind.no_evidence"])
        said = Saying(kind.rule, why, _LEFT_OUT_REMEDY)
        notebook.note(said, place="title", value=kind.evidence or published)
    return headline

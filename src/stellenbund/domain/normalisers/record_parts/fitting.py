"""Fitting: what is said about a record whose terms are not those of its profession."""

from stellenbund.domain.fit import certificate_fits, kind_fits
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.domain.normalisers.record_parts.headline import Headline
from stellenbund.domain.normalisers.record_parts.notebook import Notebook, Saying
from stellenbund.domain.normalisers.record_parts.terms import Terms

_UNUSUAL_CERTIFICATE = Saying(
    "certificate.unusual",
    "Dieser Schulabschluss ist für diesen Beruf ungewöhnlich.",
    "Bitte vergleichen; wenn er stimmt, ist nichts zu tun.",
)
_UNUSUAL_KIND = Saying(
    "kind.unusual",
    "Diesen Beruf lernt man sonst in einer anderen Art von Ausbildung.",
    "Bitte prüfen, ob Titel und Art der Ausbildung zusammengehören.",
)


def note_fit(headline: Headline, terms: Terms, notebook: Notebook) -> None:
    """Point out a certificate or kind that does not fit the profession; both stay as stated."""
    profession = PROFESSIONS[headline.match.slug] if headline.match else None
    kind = headline.kind.kind
    if profession is None or kind is None:
        return
    if not kind_fits(kind, profession):
        notebook.note(_UNUSUAL_KIND, place="kind", value=f"{profession.title}: {kind}")
    if terms.certificate and not certificate_fits(terms.certificate, profession):
        notebook.note(_UNUSUAL_CERTIFICATE, place="certificate", value=terms.certificate_text)

"""Kind cues: what the words of a title, a label or a heading say about the sort of training."""

import re
from typing import NamedTuple

from stellenbund.domain.normalisers.kind_parts.words import (
    ANY_TRAINING,
    CANDIDATE,
    ENTRY_QUALIFICATION,
    SPECIFIC,
    TRAINING,
)
from stellenbund.domain.vocabulary import Kind

_FIRST_DEGREE = re.compile(r"(?<!ober)inspektor(?:en)?-?anwaerter|kommissaranwaerter")
_HIGHER_RANK = re.compile(r"gehoben|(?:laufbahngruppe|lg) ?2|duale?\w* stud|bachelor")
_TECHNICAL = re.compile(r"feuerwehr|brand|technisch|oberinspektor")
_DEGREE = re.compile(r"\bbachelor|\bb\. ?(?:a|sc|eng)\b|\bll\.? ?b\b")
_SCHOOL = re.compile(
    r"praxisintegriert|\bpia\b|schulische|pflegeausbildung|pflegeschule|altenpfleg|krankenpfleg"
    r"|pflege(?:fach)?assist|pflegehelf|\bpflege-?(?:azubi|auszub)"
)
_SERVANT = re.compile(
    r"beamt|brandmeister|vorbereitungsdienst"
    r"|mittlere[nrs]? (?:[a-z]+ )?dienst|(?:laufbahngruppe|lg) ?1"
)
_PUPILS = re.compile(r"schueler|schulabg|berufsstart|berufseinstei|nachwuchs|(?:^|, ?)intern\b")
_JOINED = re.compile(r"\bund\b|\boder\b|[&/,]")
_JOBS = re.compile(
    r"\bstellenangebot|stellenmarkt|offene stellen|\bjobs?\b|berufserfahr|fuehrungskr|fachkraefte"
    r"|karriere (?:und|&)|fortbild|weiterbild|forschung|unterricht|lehrkr|\bbildung\b|\blehre\b"
    r"|personalentw|wissenschaft|professional"
)
_JOB_LABEL = re.compile(
    r"^(?:arbeit|joboffer|job|stellenangebot|festanstellung|selbstaendigkeit|(?:un)?befristet)\b"
)


class Cue(NamedTuple):
    """What words say: one kind, or (``None``) some training whose profession says which."""

    kind: Kind | None


def first_cue(words: str) -> Cue | None:
    """Return what folded text says: the first words for one kind, else training in general.

    An Einstiegsqualifizierung is always one, whatever it prepares for.

    >>> first_cue("einstiegsqualifizierung (eq) zur ausbildung als koch").kind.value
    'entry_qualification'
    """
    if ENTRY_QUALIFICATION.search(words):
        return Cue(Kind.ENTRY_QUALIFICATION)
    hits = [(hit.start(), kind) for kind, each in SPECIFIC if (hit := each.search(words))]
    if hits:
        return Cue(min(hits)[1])
    if CANDIDATE.search(words):
        return Cue(Kind.CIVIL_SERVICE_PREPARATION)
    return Cue(None) if TRAINING.search(words) else None


def label_cue(words: str) -> Cue | None:
    """Return what a folded label or heading says; several kinds joined are training in general.

    >>> label_cue("ausbildung und duales studium")
    Cue(kind=None)
    >>> label_cue("stellenangebote und ausbildung") is None
    True
    """
    last = re.split(r"[>»›|]", words)[-1]
    if _JOBS.search(last):
        return None
    if _PUPILS.search(last) or (_JOINED.search(last) and ANY_TRAINING.search(last)):
        return Cue(None)
    return first_cue(last)


def names_degree(words: str) -> bool:
    """Whether folded text names a bachelor's degree."""
    return bool(_DEGREE.search(words))


def declares_job(words: str) -> bool:
    """Whether the folded kind that a source declares is an ordinary job."""
    return bool(_JOB_LABEL.search(words))


def candidate_kind(words: str) -> Kind:
    """Return the kind of an Anwärter: first degree (Laufbahngruppe 2.1) or preparation.

    Candidates of the technical service have their degree already; they are prepared.

    >>> candidate_kind("stadtinspektoranwaerter/in").value
    'dual_study'
    >>> candidate_kind("brandoberinspektoranwaerter (laufbahngruppe 2)").value
    'civil_service_preparation'
    """
    if _FIRST_DEGREE.search(words):
        return Kind.DUAL_STUDY
    if _HIGHER_RANK.search(words) and not _TECHNICAL.search(words):
        return Kind.DUAL_STUDY
    return Kind.CIVIL_SERVICE_PREPARATION


def general_kind(words: str) -> Kind | None:
    """Return what folded text says about a training whose profession is not known."""
    if _DEGREE.search(words):
        return Kind.DUAL_STUDY
    if _SCHOOL.search(words):
        return Kind.SCHOOL_BASED
    if _SERVANT.search(words):
        return candidate_kind(words)
    return None

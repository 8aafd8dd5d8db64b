"""Fit: whether the kind and the certificate of an opening are those of its profession."""

from stellenbund.domain.profession import Profession
from stellenbund.domain.vocabulary import Certificate, Kind

TRADES = frozenset(
    {
        Kind.DUAL_APPRENTICESHIP,
        Kind.SCHOOL_BASED,
        Kind.CIVIL_SERVICE_PREPARATION,
        Kind.DUAL_STUDY,
    }
)
"""Kinds that lead to a profession of our list; all others may have any profession, or none."""

_LEVELS = {
    Certificate.NONE: 0,
    **dict.fromkeys((Certificate.HAUPTSCHULE_9, Certificate.HAUPTSCHULE_10), 1),
    Certificate.MITTLERER: 2,
    **dict.fromkeys((Certificate.FHR_SCHOOL, Certificate.FHR, Certificate.ABITUR), 3),
}


def kind_fits(kind: Kind, profession: Profession) -> bool:
    """Say whether one can learn *profession* in training places of this *kind*.

    >>> from stellenbund.domain.normalisers.professions import PROFESSIONS
    >>> kind_fits(Kind.CIVIL_SERVICE_PREPARATION, PROFESSIONS["gaertner-zierpflanzenbau"])
    False
    """
    return kind not in TRADES or profession.kind not in TRADES or kind is profession.kind


def certificate_fits(certificate: Certificate, profession: Profession) -> bool:
    """Say whether *certificate* is at most one level away from what is usual for *profession*.

    Levels are those of the schools that end with it: none, Hauptschule, Realschule, and those that
    lead to a university.
    """
    usual = profession.usual_certificate
    return usual is None or abs(_LEVELS[certificate] - _LEVELS[usual]) <= 1

"""Complaints: what can be wrong with one parameter, said in English and in German."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from stellenbund.api.near import near
from stellenbund.api.problem_kind import ProblemKind
from stellenbund.api.problems import (
    INVALID_CURSOR,
    INVALID_VALUE,
    REPEATED_PARAMETER,
    UNKNOWN_PARAMETER,
    UNKNOWN_VALUE,
)
from stellenbund.api.schemas.problem import ParameterFault
from stellenbund.api.shown import shown
from stellenbund.domain.correction_parts.fault import Fault

LISTED = 100
"""How many allowed values an answer lists at most."""

_OF_BODY = frozenset({"opening", "values"})
"""What a correction is refused for besides its single values."""

KIND_OF: Mapping[str, ProblemKind] = {
    kind.slug: kind
    for kind in (UNKNOWN_PARAMETER, UNKNOWN_VALUE, REPEATED_PARAMETER, INVALID_CURSOR)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRule:
    """A rule about the form of a value; its texts may leave gaps for the rule's own numbers."""

    code: str
    allowed: str
    english: str
    german: str

    def told(self, numbers: Mapping[str, object]) -> "BrokenRule":
        """Return the rule with its gaps filled."""
        return BrokenRule(
            code=self.code,
            allowed=self.allowed.format(**numbers),
            english=self.english.format(**numbers),
            german=self.german.format(**numbers),
        )


def kind_of(fault: ParameterFault) -> ProblemKind:
    """Return the type of problem that a fault alone would be."""
    return KIND_OF.get(fault.rule, INVALID_VALUE)


def unknown_parameter(name: str, known: Collection[str]) -> ParameterFault:
    """Complain about a parameter that the resource does not know."""
    alike, english, german = _likely(name, known)
    return ParameterFault(
        parameter=shown(name),
        rule=UNKNOWN_PARAMETER.slug,
        detail=f"There is no parameter “{shown(name)}” here.{english}",
        detail_de=f"Einen Parameter „{shown(name)}“ gibt es hier nicht.{german}",
        allowed=tuple(known),
        near=alike,
    )


def unknown_value(parameter: str, value: object, known: Collection[str]) -> ParameterFault:
    """Complain about a well-formed value that is none of those we know."""
    alike, english, german = _likely(str(value), known)
    return ParameterFault(
        parameter=parameter,
        value=shown(value),
        rule=UNKNOWN_VALUE.slug,
        detail=f"{parameter} has no value “{shown(value)}”.{english}",
        detail_de=f"Für {parameter} gibt es den Wert „{shown(value)}“ nicht.{german}",
        allowed=tuple(known)[:LISTED],
        near=alike,
    )


def uncorrectable(fault: Fault) -> ParameterFault:
    """Complain about a value that cannot be set by hand."""
    is_of_body = fault.field in _OF_BODY
    return ParameterFault(
        parameter=fault.field if is_of_body else shown(f"values.{fault.field}"),
        value=None if fault.text is None else shown(fault.text),
        rule=fault.rule,
        detail=fault.detail,
        detail_de=fault.detail_de,
        allowed=fault.allowed[:LISTED],
        near=near(fault.field, fault.allowed) if fault.rule == UNKNOWN_VALUE.slug else (),
    )


def repeated(parameter: str, times: int) -> ParameterFault:
    """Complain about a parameter that takes one value and was given several."""
    return ParameterFault(
        parameter=parameter,
        rule=REPEATED_PARAMETER.slug,
        detail=f"{parameter} may be given once; it was given {times} times.",
        detail_de=f"{parameter} darf nur einmal angegeben werden, stand aber {times}-mal da.",
        allowed=("once",),
    )


def foreign_cursor(cursor: str) -> ParameterFault:
    """Complain about a cursor that we did not make, or not for this query."""
    return ParameterFault(
        parameter="cursor",
        value=shown(cursor),
        rule=INVALID_CURSOR.slug,
        detail="This cursor was not made for this query.",
        detail_de="Dieser Cursor wurde nicht für diese Abfrage ausgestellt.",
        allowed=("the cursor of the previous page",),
    )


def broken(parameter: str, value: object, rule: BrokenRule) -> ParameterFault:
    """Complain about a value whose form breaks *rule*."""
    return ParameterFault(
        parameter=parameter,
        value=shown(value),
        rule=rule.code,
        detail=f"{parameter} {rule.english}.",
        detail_de=f"{parameter} {rule.german}.",
        allowed=(rule.allowed,),
    )


def missing(parameter: str) -> ParameterFault:
    """Complain that something is not there that must be."""
    return ParameterFault(
        parameter=parameter,
        rule="required",
        detail=f"{parameter} is missing.",
        detail_de=f"{parameter} fehlt.",
    )


def _likely(word: str, known: Collection[str]) -> tuple[tuple[str, ...], str, str]:
    alike = near(word, known)
    if not alike:
        return (), "", ""
    return alike, f" Did you mean “{alike[0]}”?", f" Ist „{alike[0]}“ gemeint?"

"""Validation: what the framework found wrong with a request becomes faults that help."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from starlette.requests import Request

from stellenbund.api.complaints import (
    BrokenRule,
    broken,
    missing,
    repeated,
    unknown_parameter,
    unknown_value,
)
from stellenbund.api.query_pairs import query_pairs
from stellenbund.api.schemas.problem import ParameterFault

_RULES: Mapping[str, BrokenRule] = {
    "whole_number": BrokenRule(
        code="whole-number",
        allowed="digits 0 to 9",
        english="must be a whole number in plain digits",
        german="muss eine ganze Zahl aus einfachen Ziffern sein",
    ),
    "day": BrokenRule(
        code="day",
        allowed="YYYY-MM-DD",
        english="must be a day of the calendar, written YYYY-MM-DD",
        german="muss ein Tag des Kalenders sein, geschrieben JJJJ-MM-TT",
    ),
    "instant": BrokenRule(
        code="instant",
        allowed="YYYY-MM-DDThh:mm:ssZ",
        english="must be an instant such as 2026-11-24T06:00:00Z",
        german="muss ein Zeitpunkt sein wie 2026-11-24T06:00:00Z",
    ),
    "amount": BrokenRule(
        code="amount",
        allowed="digits, with at most two decimals behind a point",
        english="must be a plain number such as 1200 or 1200.50",
        german="muss eine einfache Zahl sein wie 1200 oder 1200.50",
    ),
    "greater_than": BrokenRule(
        code="range",
        allowed="more than {gt}",
        english="must be more than {gt}",
        german="muss größer sein als {gt}",
    ),
    "greater_than_equal": BrokenRule(
        code="range",
        allowed="{ge} or more",
        english="must be at least {ge}",
        german="muss mindestens {ge} sein",
    ),
    "less_than_equal": BrokenRule(
        code="range",
        allowed="{le} or less",
        english="must be at most {le}",
        german="darf höchstens {le} sein",
    ),
    "string_too_short": BrokenRule(
        code="length",
        allowed="{min_length} character or more",
        english="must not be empty",
        german="darf nicht leer sein",
    ),
    "string_too_long": BrokenRule(
        code="length",
        allowed="{max_length} characters or less",
        english="must have at most {max_length} characters",
        german="darf höchstens {max_length} Zeichen haben",
    ),
    "too_long": BrokenRule(
        code="count",
        allowed="{max_length} times or less",
        english="must be given at most {max_length} times",
        german="darf höchstens {max_length}-mal angegeben werden",
    ),
    "words": BrokenRule(
        code="words",
        allowed="1 to 10 words",
        english="must have one to ten words",
        german="muss ein bis zehn Wörter haben",
    ),
    "string_pattern_mismatch": BrokenRule(
        code="pattern",
        allowed="{pattern}",
        english="must match {pattern}",
        german="muss auf {pattern} passen",
    ),
}
_UNREADABLE = BrokenRule(
    code="text",
    allowed="printable UTF-8",
    english="must be printable text in valid UTF-8",
    german="muss druckbarer Text in gültigem UTF-8 sein",
)
"""What is none of the above has no form at all: a lone surrogate, a control, no UTF-8."""


def faults_of(request: Request, errors: Sequence[Mapping[str, Any]]) -> list[ParameterFault]:
    """Return everything that is wrong with the parameters of *request*, each thing once.

    *errors* are pydantic's; of what they carry only the place, the type and the rule's own
    numbers are used, because everything else may be impossible to print.
    """
    known = tuple(each["name"] for each in _contract(request))
    return [
        *(_fault(error, known) for error in errors if error["type"] != "none_required"),
        *repetitions(request),
    ]


def member_faults(
    errors: Sequence[Mapping[str, Any]], known: Collection[str]
) -> list[ParameterFault]:
    """Return everything that is wrong with the members of a JSON object; *known* may be there."""
    faults = []
    for error in (each for each in errors if each["type"] != "none_required"):
        # Whoever writes JSON by hand is not helped by the pattern that shuts out controls.
        is_odd = error["type"] == "string_pattern_mismatch"
        kind = "unprintable" if is_odd else error["type"]
        faults.append(_fault({**error, "type": kind, "loc": ("body", *error["loc"])}, known))
    return faults


def repetitions(request: Request) -> list[ParameterFault]:
    """Complain about each parameter that takes one value and was given several.

    The framework would quietly take the last of them.
    """
    times = Counter([name for name, _ in query_pairs(request.scope)])
    if all(count == 1 for count in times.values()):
        return []
    single = (each["name"] for each in _contract(request) if each["schema"].get("type") != "array")
    return [repeated(name, times[name]) for name in single if times[name] > 1]


def _contract(request: Request) -> list[Mapping[str, Any]]:
    """Return the query parameters of the resource as its published contract lists them."""
    route = request.scope.get("route")
    operation = getattr(route, "openapi_extra", None) or {}
    if "parameters" not in operation:
        path = getattr(route, "path", "")
        operation = request.app.openapi()["paths"].get(path, {}).get(request.method.lower(), {})
    return [each for each in operation.get("parameters", ()) if each["in"] == "query"]


def _fault(error: Mapping[str, Any], known: Collection[str]) -> ParameterFault:
    parameter, value, context = str(error["loc"][1]), error.get("input"), error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            return unknown_parameter(parameter, known)
        case "missing":
            return missing(parameter)
        case "unknown_value":
            return unknown_value(parameter, value, context["known"])
        case other:
            return broken(parameter, value, _RULES.get(other, _UNREADABLE).told(context))

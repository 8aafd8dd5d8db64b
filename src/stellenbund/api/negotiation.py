"""Negotiation: which of two media types a client would rather have (RFC 9110, 12.5.1)."""


def prefers(wanted: str, usual: str, accepted: str) -> bool:
    """Say whether an Accept header of the value *accepted* names *wanted* and no less than *usual*.

    >>> prefers("application/ld+json", "application/json", "application/ld+json")
    True
    >>> prefers("application/ld+json", "application/json", "*/*")
    False
    >>> prefers("a/ld", "a/json", "a/json, a/ld;q=0.5"), prefers("a/ld", "a/json", "a/ld;q=0")
    (False, False)
    """
    weights = dict(map(_weighed, accepted.lower().split(",")))
    return weights.get(wanted, 0.0) > 0 and weights[wanted] >= weights.get(usual, 0.0)


def _weighed(part: str) -> tuple[str, float]:
    media_type, *parameters = (each.strip() for each in part.split(";"))
    weight = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    try:
        return media_type, float(weight)
    except ValueError:
        return media_type, 0.0

"""Nesting: how deep a JSON value may be, on every Python and in every interpreter's limits."""

DEEPEST = 32
"""Lists and objects within each other; no portal's answer has ten."""


def shallow(value: object) -> object:
    """Return *value* if nothing in it stands within more than 32 lists and objects.

    Raises:
        ValueError: it is nested deeper; whoever walks it may recurse safely otherwise.
    """
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [inner for each in level for inner in inner_values(each)]
        if not level:
            return value
    raise ValueError(f"tiefer als {DEEPEST} Ebenen")


def inner_values(value: object) -> list[object]:
    """Return what stands directly within *value*."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []

"""Shown: how a foreign value is repeated in an answer — clipped, and nothing in it is alive."""

LENGTH = 60
_LARGE = 10**18


def shown(value: object) -> str:
    r"""Return *value* as at most 60 printable characters; this never fails.

    What is neither text nor a number of sane size is named by its type only, because printing it
    could do anything.

    >>> shown("a\x00b")
    'a\\x00b'
    >>> shown(1999), shown(b"\xff")
    ('1999', '(bytes)')
    """
    if isinstance(value, int) and abs(value) < _LARGE:
        value = str(value)
    if not isinstance(value, str):
        return f"({type(value).__name__})"
    clipped = value[:LENGTH] + ("…" if len(value) > LENGTH else "")
    return "".join(map(_printable, clipped))


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")

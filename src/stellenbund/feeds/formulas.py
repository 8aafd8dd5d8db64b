"""Formulas: texts that a spreadsheet program would take for one, made harmless and back."""

import re

_OPENING = "=+-@\t\r＝＋－＠"
_HARMLESS = re.compile(r"[+-]?\d[\d.,]*|\+\d[\d ()/.-]*")
_MARK = "'"


def neutral(text: str) -> str:
    """Return *text* so that no spreadsheet program runs it as a formula.

    Plain numbers and telephone numbers stay as they are.

    >>> neutral("=1+1"), neutral("-5"), neutral("+49 521 51-0")
    ("'=1+1", '-5', '+49 521 51-0')
    """
    if text.startswith(tuple(_OPENING)) and not _HARMLESS.fullmatch(text):
        return _MARK + text
    return text


def freed(text: str) -> str:
    """Return *text* without the mark that ``neutral`` set before it.

    >>> freed("'=1+1"), freed("'s Heerenberg")
    ('=1+1', "'s Heerenberg")
    """
    is_marked = text[:1] == _MARK and text[1:2] != "" and text[1] in _OPENING
    return text[1:] if is_marked else text

"""Durations: from German text to the length of a training in months."""

import re

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.spelling import shown, spelled

LONGEST = 2_000
"""Characters of a text that are read for a duration; no such field is longer."""

LONGEST_MONTHS = 72

_WORDS = {
    "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fuenf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwoelf": 12, "achtzehn": 18, "vierundzwanzig": 24,
    "dreissig": 30, "sechsunddreissig": 36, "zweiundvierzig": 42, "achtundvierzig": 48,
}  # fmt: skip
_MONTHS = {"j": 12, "m": 1, "s": 6}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_UNIT = (
    r"(?:ausbildungs|studien|lehr)?(?P<unit>j(?:ahre?n?s?|aehrig\w{0,2}|\.)"
    r"|m(?:onate?n?s?|onatig\w{0,2}|on\.)|s(?:emestern?|emestrig\w{0,2}))(?![a-z])"
)
_LENGTH = re.compile(
    r"(?<![\w.,/-])(?:(?P<odd>anderthalb)|(?P<only>1/2|(?:ein )?halb(?:e[sn]?)?)"
    rf"|(?:(?P<digits>\d{{1,2}})|(?P<word>{_WORD})(?:e[nmrs]?)?)"
    r"(?P<half>[.,]5|\s?1/2| und ein halb(?:e[sn]?)?|(?:und| und | )?einhalb)?(?:[.,]0)?)"
    rf"[\s-]?{_UNIT}"
)
_BOUND = re.compile(
    rf"(?:\d|\b(?:{_WORD}))\s?(?:-|bis(?: zu)?|oder|/)\s?(?:\d|(?:{_WORD})\b)"
    rf"|\b(?:bis zu|maximal|hoechstens|max\.|mindestens|mind\.|ueber|unter) (?:\d|{_WORD})"
)
_HALVES = re.compile(r"\b1/2\b")
_BEFORE = re.compile(
    r"\b(?:davon|darunter|verkuerz\w{0,8}|reduzier\w{0,4}|verlaenger\w{0,4}|probezeit|urlaub|nach|vor"
    r"|anschliessend\w{0,2}|uebernahme|teilzeit\w{0,4})\b[^.;()]{0,25}$"
)
_AFTER = re.compile(r"[^.;,()]{0,12}\b(?:probezeit|praktik\w{0,4}|urlaub|alt|berufserfahrung)\b")
_JOINED = re.compile(r"\s*(?:\w{1,20} ){0,2}(?:\+|und|plus|sowie|,)\s*(?:\w{1,14} ){0,2}|\s")
_ISO = re.compile(r"p(?:(?P<j>\d{1,2})y)?(?:(?P<m>\d{1,2})m)?(?:0d)?")


def read_duration(text: str) -> int:
    """Return the months that a training takes according to *text*.

    >>> read_duration("viereinhalbjährige Ausbildung")
    54
    >>> read_duration("21 Monate Theorie + 15 Monate Praxis")
    36

    Raises:
        UnreadableTextError: rules ``duration.empty``, ``duration.unreadable``,
            ``duration.range`` ("2 bis 3 Jahre"), ``duration.several``, ``duration.out_of_range``.
    """
    plain = spelled(text, longest=LONGEST).strip()
    if not plain:
        raise _refusal(text, "empty", "Hier steht nichts.")
    if (iso := _ISO.fullmatch(plain)) and (iso["j"] or iso["m"]):
        return _checked(text, 12 * int(iso["j"] or 0) + int(iso["m"] or 0))
    lengths = _lengths(plain)
    if _BOUND.search(_HALVES.sub("", plain)):
        raise _refusal(text, "range", "Die Dauer ist nur als Spanne oder Grenze angegeben.")
    if not lengths:
        raise _refusal(text, "unreadable", "Daraus lässt sich keine Dauer lesen.")
    if len(set(lengths)) > 1:
        raise _refusal(text, "several", "Hier stehen mehrere Dauern; welche gilt, bleibt offen.")
    return _checked(text, lengths[0])


def _refusal(text: str, rule: str, message: str) -> UnreadableTextError:
    return UnreadableTextError(shown(text), f"duration.{rule}", message)


def _checked(text: str, months: int) -> int:
    if not 1 <= months <= LONGEST_MONTHS:
        message = f"Eine Ausbildung dauert 1 bis {LONGEST_MONTHS} Monate."
        raise _refusal(text, "out_of_range", message)
    return months


def _lengths(text: str) -> list[int]:
    """Return the lengths in *text* in months; what is joined by "und" or "+" is one length."""
    lengths: list[int] = []
    end = None
    for match in _LENGTH.finditer(text):
        months = _months(match)
        if _BEFORE.search(text[: match.start()][-60:]) or _AFTER.match(text[match.end() :]):
            end = None
            continue
        is_joined = end is not None and _JOINED.fullmatch(text[end : match.start()])
        if is_joined and months != lengths[-1]:
            lengths[-1] += months
        else:
            lengths.append(months)
        end = match.end()
    return lengths


def _months(match: re.Match[str]) -> int:
    unit = _MONTHS[match["unit"][0]]
    if match["odd"]:
        return unit * 3 // 2
    if match["only"]:
        return unit // 2
    whole = int(match["digits"]) if match["digits"] else _WORDS[match["word"]]
    return whole * unit + (unit // 2 if match["half"] else 0)

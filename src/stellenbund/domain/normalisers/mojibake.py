"""Mojibake: letters whose bytes were read in the wrong encoding before they came to us."""

import re

_PASSES = 3
"""A text may have gone through the wrong encoding more than once."""

_CONTINUED = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_SPOILT = re.compile(f"[ÂÃ]{_CONTINUED}|â[\x80\x82€‚]{_CONTINUED}")
"""UTF-8 read as Windows-1252: umlauts, ß, signs, dashes, quotes, the euro. No German has it."""


def mended(text: str) -> str:
    """Return *text* with letters in UTF-8 that were read as Windows-1252 as they are meant.

    >>> mended("GÃ¤rtner/in fÃ¼r StraÃŸenbau â€“ 1.368,26 â‚¬")
    'Gärtner/in für Straßenbau – 1.368,26 €'
    >>> mended("Gärtner/in für Straßenbau – À la carte, São Paulo")
    'Gärtner/in für Straßenbau – À la carte, São Paulo'
    """
    for _ in range(_PASSES):
        if not ("Ã" in text or "Â" in text or "â" in text):
            break
        text = _SPOILT.sub(_reread, text)
    return text


def _reread(found: re.Match[str]) -> str:
    """Return what the bytes of *found* say in UTF-8; *found* itself, if they say nothing."""
    try:
        return b"".join(map(_byte, found[0])).decode()
    except UnicodeDecodeError:
        return found[0]


def _byte(letter: str) -> bytes:
    """Return the byte that was read as *letter*; five have no letter and stay as they are."""
    return letter.encode("latin-1" if letter <= "\xff" else "cp1252")

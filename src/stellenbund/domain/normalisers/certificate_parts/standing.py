"""Standing: whether a sentence asks for a certificate, or says something else of it."""

import re
from enum import IntEnum

from stellenbund.domain.normalisers.certificate_parts.words import Named
from stellenbund.domain.normalisers.spelling import any_of
from stellenbund.domain.vocabulary import Certificate


class Standing(IntEnum):
    """What a sentence says about a certificate that it names, weakest first."""

    BESIDE_THE_POINT = 0
    NOT_NEEDED = 1
    PREFERRED = 2
    REQUIRED = 3
    STRESSED = 4


_NEEDED = any_of(
    *("erforderlich", "notwendig", "noetig", "vorausgesetzt", "voraussetzung", "ausreichend"),
    *("gefordert", "verlangt", "benoetigt", "genug", "mehr", "muss", "pflicht", "zwingend"),
)
_NOT_BEFORE = re.compile(r"\b(?:kein(?:e[rnms]?)?|ohne|nicht(?! nur)|statt)(?: \w{1,14}){0,2} ?$")
_NOT_AFTER = re.compile(
    any_of(
        r"(?![^,;]{0,12}\b(?:schulische|schul\.))[^,;]{0,25}\b(?:reich|genueg)(?:t|en)\b"
        r"[^,;]{0,12}\bnicht\b",
        r"[^,;]{0,40}\bnicht (?:beruecksichtig|zugelassen)",
        rf"[^,;]{{0,25}}\b(?:nicht|keine?)\b (?:\w{{1,12}} ){{0,2}}{_NEEDED}",
    )
)
_REFUSED = re.compile(r".{0,60}\b(?:nicht (?:beruecksichtig|moeglich|zugelassen|bewerben)|leider)")
_PREFERRED_BEFORE = re.compile(
    any_of(
        *(r"\bgerne?\b", r"\bidealerweise\b", r"\bvorzugsweise\b", r"\boptimalerweise\b"),
        *(r"\bam liebsten\b", r"\bim idealfall\b", r"\bbesser noch\b", r"\bbevorzugt\b"),
        r"\bwuenschenswert\w{0,2}\b",
    )
    + r"[^,;()]{0,40}$"
)
_PREFERRED_AFTER = re.compile(
    r"[^,;()]{0,40}\b"
    + any_of(
        *("wuenschenswert", "von vorteil", "bevorzugt", "erwuenscht", "vorteilhaft"),
        *("gern gesehen", r"waere (?:\w{1,6} )?(?:toll|schoen|super|gut|ideal|prima)"),
    )
    + r"\b"
)
_GAINED_BEFORE = re.compile(
    r"\b"
    + any_of(
        *(r"erwirb(?:s?t)", r"erhaelt(?:st)?", "erhalten", r"erwerb(?:s|en)?"),
        *(r"erlang(?:ung|s?t)", r"erreich(?:s?t)"),
    )
    + r"\b[^;]{0,60}$"
)
_GAINED_AFTER = re.compile(
    r"[^;]{0,60}\b"
    + any_of(
        r"(?:zu )?(?:erwerben|erlangen|erreichen|machen|absolvieren)",
        *("mitnehmen", "verliehen", "zuerkannt"),
        r"(?:erworben|erlangt|nachgeholt|erreicht) werden",
    )
    + r"\b"
)
_LATER = re.compile(
    r"\b"
    + any_of(
        *(r"kann(?:st)?", r"koenn(?:en|t)", r"moeglich\w{0,4}", "waehrend", "neben", "parallel"),
        *(r"gleichzeitig\w{0,2}", "zugleich", r"zusaetzlich\w{0,2}", "im rahmen", "am ende"),
        *("option", "chance", "angebot", "automatisch", "erwirbst"),
        r"mit (?:dem|deinem|bestande\w{1,3}|erfolgreich\w{1,2}|der ausbildung)",
        r"nach (?:der|dem|deiner|erfolgreich\w{0,3})",
    )
    + r"\b"
)
_LATER_BY_ITSELF = re.compile(r"[^;]{0,60}\b(?:nachholen|nachzuholen)\b")
_OUTCOME = re.compile(
    r"\b"
    + any_of(
        r"(?:schliess(?:t|en)|endet)\b[^,;]{0,40} mit",
        *(r"fuehr(?:t|en) zu\w?", r"doppelqualifi\w{0,8}", "vermittelt"),
    )
    + r"\b[^;]{0,40}$"
)
_BEFOREHAND = re.compile(
    r"\b"
    + any_of(
        *("voraussichtlich", "bis zum", "bis zur", "spaetestens", "mindestens", "erforderlich"),
        *(r"voraus(?:gesetzt|setzung\w{0,2})", r"vor (?:beginn|der|dem)"),
    )
    + r"\b"
)
_SHORTER = re.compile(
    r"verkuerz|gekuerzt|kuerzere|(?:ausbildungs(?:zeit|dauer)|ausbildung) (?:um|auf) "
)
_SHORTENS = re.compile(r"[^,;()]{0,20}, (?:kann|kannst|koennen|wird|ist)\b[^;()]{0,60}kuerz")
_BY_TIME = re.compile(r"[^;()]{0,40}\bum (?:\w{1,10} ){1,2}(?:monate?|jahre?|semester)\b")
_STRESSED = re.compile(
    r"\b"
    + any_of(
        *("mindestens", r"mind\.", "wenigstens", "minimum", r"voraussetz\w{0,6}", "vorausgesetzt"),
        *("erforderlich", r"benoetig\w{0,3}", "brauchst", "brauchen", "du hast", "sie haben"),
        *(r"verfueg\w{1,3}", r"mitbring\w{0,3}", "bringst", r"anforderung\w{0,2}"),
        *(r"besitz\w{0,3}", "erwarten", "auch", "ebenfalls", "alternativ", "reicht", "genuegt"),
        *("bewerben", r"nachweis\w{0,3}"),
    )
)


def standing_of(named: list[Named], at: int, plain: str) -> Standing:
    """Return the standing of ``named[at]`` in the sentence *plain* that names them all."""
    this = named[at]
    before = plain[named[at - 1].end if at else 0 : this.begin]
    after = plain[this.end : named[at + 1].begin if at + 1 < len(named) else len(plain)]
    if _is_shortening(this, before, after, plain) or _is_beside_the_point(before, after, plain):
        return Standing.BESIDE_THE_POINT
    if _is_not_needed(this, before, after):
        return Standing.NOT_NEEDED
    if _PREFERRED_BEFORE.search(before) or _PREFERRED_AFTER.match(after):
        return Standing.PREFERRED
    return Standing.STRESSED if _STRESSED.search(plain) else Standing.REQUIRED


def _is_shortening(this: Named, before: str, after: str, plain: str) -> bool:
    """Say whether the certificate only makes the training shorter."""
    if _SHORTER.search(re.split("[,;()]", before)[-1] + re.split("[,;()]", after)[0]):
        return True
    rest = plain[this.end :]
    is_second = _SHORTER.search(plain[: this.begin]) and _BY_TIME.match(rest)
    return bool(is_second or _SHORTENS.match(rest))


def _is_beside_the_point(before: str, after: str, plain: str) -> bool:
    """Say whether the certificate comes with the training instead of before it."""
    if _OUTCOME.search(before) or _LATER_BY_ITSELF.match(after):
        return True
    is_gained = _GAINED_BEFORE.search(before) or _GAINED_AFTER.match(after)
    return bool(is_gained and _LATER.search(plain) and not _BEFOREHAND.search(plain))


def _is_not_needed(this: Named, before: str, after: str) -> bool:
    if this.certificate is Certificate.NONE:
        return _REFUSED.match(after) is not None
    return bool(_NOT_BEFORE.search(before) or _NOT_AFTER.match(after))

"""Phrasing: what a German sentence does with a thing it names: ask for it, wish it, offer it."""

import re
from collections.abc import Sequence
from enum import StrEnum

from stellenbund.domain.normalisers.claim_parts.sentences import Sentence
from stellenbund.domain.statements import Claim
from stellenbund.domain.vocabulary import Answer


class Stance(StrEnum):
    """How a sentence stands to the thing that it names."""

    REQUIRED = "required"
    WISHED = "wished"
    NOT_NEEDED = "not_needed"
    OFFERED = "offered"
    CONDITIONAL = "conditional"


_NEEDED = (
    r"(?:erforderlich|noetig|notwendig|zwingend|voraus|voraussetzung|vorausgesetzt|benoetigt"
    r"|verlangt|gefordert|gebraucht|brauch\w*|bedingung|pflicht|muss|musst|muessen|vorgeschrieben)"
)
_EXCUSED_AFTER = re.compile(
    rf"^[^,;.]{{0,60}}?\b(?:nicht|kein\w*)\b[^,;.]{{0,30}}?\b{_NEEDED}\b"
    r"|^[^,;.]{0,40}?\b(?:brauchst|brauchen|benoetigst|benoetigen)\b[^,;.]{0,20}\bnicht\b"
    r"|^ ?[:–-] ?(?:nein|entfaellt|keine?[rs]?)\b"
)
_WITHOUT = re.compile(r"\bohne (?:\w+ ){0,2}$")
_NONE = re.compile(r"\bkein(?:e|en|er|es)?\b[^,;.]{0,40}$")
_NEEDED_AFTER = re.compile(rf"^[^,;.]{{0,60}}?\b{_NEEDED}\b")
_NEEDED_BEFORE = re.compile(rf"\b{_NEEDED}\b[^,;.]{{0,40}}$")
_WISH = (
    r"(?:von (?:grossem )?vorteil|vorteilhaft|wuenschenswert|wuensch\w*|gewuenscht|erwuenscht"
    r"|idealerweise|optimalerweise|bestenfalls|moeglichst|pluspunkte?|plus|optional|begruess\w*"
    r"|gern(?:e)? gesehen|hilfreich|nuetzlich|waere\w* (?:schoen|toll|gut|super|prima|ideal)"
    r"|kein muss)"
)
_WISHED_AFTER = re.compile(rf"^[^,;.]{{0,80}}?\b{_WISH}\b")
_WISHED_BEFORE = re.compile(rf"\b{_WISH}\b[^;.]{{0,80}}$")
_WISHING_HEADING = re.compile(rf"^(?:\w+ ){{0,4}}{_WISH}\b")
_OFFER = re.compile(
    r"\bwir (?:\w+ ){0,4}?(?:bieten|zahlen|bezahlen|finanzieren|uebernehmen|foerdern|ermoeglichen"
    r"|unterstuetzen|helfen)\b|\b(?:bieten|zahlen|bezahlen|finanzieren|uebernehmen|foerdern"
    r"|ermoeglichen|unterstuetzen) (?:wir|dir|dich|ihnen|euch)\b"
    r"|kosten\w*uebernahme|uebernahme der kosten|finanzier\w+|(?:be)?zuschuss\w*|kosten(?:los|frei)"
    r"|\b(?:du|sie) (?:machst|machen|erwirbst|erwerben|erhaeltst|erhalten|bekommst|bekommen)\b"
    r"|\b(?:machst|erwirbst|erhaeltst|bekommst) du\b|\b(?:machen|erwerben|erhalten|bekommen) sie\b"
    r"|\b(?:wird|werden|kann|koennen|kannst)\b[^;.]{0,60}"
    r"\b(?:erworben|erwerben|gemacht|machen|erlangt|erlangen|bezahlt|absolviert)\b"
    r"|\b(?:moeglichkeit|gelegenheit|chance)\b"
)
_OFFERING_HEADING = re.compile(
    r"\b(?:wir bieten|bieten (?:wir|dir|ihnen|euch)|unser angebot|(?:deine|ihre|eure) vorteile"
    r"|benefits|erwartet (?:dich|sie|euch)|freu(?:en)? (?:dich|sie sich) auf|unsere leistungen"
    r"|was du bekommst|das bekommst du|darauf kannst du|unsere vorteile|gute gruende)\b"
)
_WILLING = re.compile(r"\bbereit(?:schaft)?\b|\bbereit,")
_CONDITION_BEFORE = re.compile(
    r"\b(?:wenn|falls|sofern|soweit|sobald|wer|sollte\w*)\b[^,;.]{0,80}$"
)
_CONDITION_AFTER = re.compile(
    r"^[^,;.]{0,20}?[(,]? ?\b(?:falls|sofern|soweit|wenn)\b[^;.]{0,20}\bvorhanden"
)


def stance(sentence: Sentence, thing: re.Pattern[str]) -> Stance | None:
    """Say what *sentence* does with *thing*, whose pattern reads folded text; ``None``: nothing."""
    found = thing.search(sentence.folded)
    if found is None:
        return None
    before, after = sentence.folded[: found.start()], sentence.folded[found.end() :]
    if _is_excused(before, after):
        return Stance.NOT_NEEDED
    if _CONDITION_BEFORE.search(before) or _CONDITION_AFTER.search(after):
        return Stance.CONDITIONAL
    if _WISHED_AFTER.search(after) or _WISHED_BEFORE.search(before):
        return Stance.WISHED
    return Stance.REQUIRED if _WILLING.search(sentence.folded) else _in_context(sentence)


def _in_context(sentence: Sentence) -> Stance:
    """Read what the verb of the sentence or the heading above it says about the thing."""
    if _OFFER.search(sentence.folded) or _OFFERING_HEADING.search(sentence.heading):
        return Stance.OFFERED
    return Stance.WISHED if _WISHING_HEADING.search(sentence.heading) else Stance.REQUIRED


def _is_excused(before: str, after: str) -> bool:
    if _EXCUSED_AFTER.search(after) or _WITHOUT.search(before):
        return True
    is_needed = _NEEDED_AFTER.search(after) or _NEEDED_BEFORE.search(before)
    return bool(_NONE.search(before) and is_needed)


def answer_to(sentence: Sentence, thing: re.Pattern[str]) -> Answer:
    """Return whether *sentence* asks for *thing*.

    What is only wished may be missing, so the answer is *no*, with the sentence that says so.
    What is offered, or holds under a condition only, answers nothing.
    """
    match stance(sentence, thing):
        case Stance.REQUIRED:
            return Answer.YES
        case Stance.WISHED | Stance.NOT_NEEDED:
            return Answer.NO
        case _:
            return Answer.NOT_STATED


def strongest(stated: Sequence[Claim]) -> Claim | None:
    """Return the first *yes*, else the first *no*: one requirement outweighs kind words."""
    yes = (claim for claim in stated if claim.answer is Answer.YES)
    return next(yes, next(iter(stated), None))


def agreed(stated: Sequence[Claim]) -> Claim | None:
    """Return the first answer if no other sentence contradicts it."""
    return stated[0] if len({claim.answer for claim in stated}) == 1 else None


def claim_of(sentence: Sentence, answer: Answer) -> Claim:
    """Return the claim that *sentence* makes where it gives this *answer*."""
    if answer is Answer.NOT_STATED:
        return Claim()
    return Claim(answer=answer, sentence=sentence.text)

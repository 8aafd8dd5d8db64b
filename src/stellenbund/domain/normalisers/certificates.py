"""Certificates: from German text to the lowest school-leaving certificate that is admitted."""

import re
from dataclasses import dataclass

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.certificate_parts.sentences import may_name, plain_sentence
from stellenbund.domain.normalisers.certificate_parts.standing import Standing, standing_of
from stellenbund.domain.normalisers.certificate_parts.words import named_in
from stellenbund.domain.normalisers.spelling import any_of, shown
from stellenbund.domain.normalisers.texts import read_text
from stellenbund.domain.value import Text, Value
from stellenbund.domain.vocabulary import Certificate

LONGEST = 20_000
"""Characters of a text that are searched for a certificate."""

LONGEST_SENTENCE = 1_000
"""Characters that are read as one sentence; the work per sentence grows with its square."""

LONGEST_WHOLE = 300
"""Characters of a text that may say in one word that none is asked for."""

LONGEST_SCHOOL = 40
"""Characters of a text in which "Realschule" alone means its certificate."""

_ABBREVIATIONS = (
    *("mind", "bzw", "ggf", "evtl", "inkl", "abgeschl", "erfolgr", "gleichw", "mittl", "allg"),
    *("fachgeb", "erw", "kl", "ca", "schul", "haupts", "hauptsch", "u", "a", "o", "z", "b"),
)
_ABBREVIATED = "".join(
    rf"(?<!\b[{word[0]}{word[0].upper() if word[1:] else ''}]{word[1:]}[.!?])"
    for word in _ABBREVIATIONS
)
_BREAK = re.compile(
    r"[\n;•·|.!?]"  # first of all what a break begins with: it is found fastest
    rf"(?:(?<=\n)\n*|(?<=[;•·|])|(?<=[.!?]){_ABBREVIATED}(?<!\d.)\s+(?=\W*[A-ZÄÖÜ]))"
)
_CONTINUED = re.compile(
    r"[ ,]*\n\W{0,4}(?=(?:oder|bzw|beziehungsweise|alternativ|sowie|und)\b)", re.IGNORECASE
)
_UNFINISHED = re.compile(
    r"(?<=[ ,(])(oder|und|bzw\.|sowie|die|den|der|das|/)\s*\n\W{0,4}", re.IGNORECASE
)
_HYPHEN = re.compile(r"(?<=[a-zäöü])-\n(?=[a-zäöü])")
_WHOLE_NONE = re.compile(
    r"(?:(?:\w{0,10}abschluss|schulbildung|voraussetzung(?:en)?):? ?)?"
    + any_of(
        r"(?:ganz )?ohne(?: abschluss)?",
        r"kein(?:e[rn]?)?(?: \w{0,8}abschluss| voraussetzung(?:en)?)?",
        r"nicht (?:erforderlich|notwendig|noetig)",
    )
    + r"[.! ]*"
)
_SCHOOLS = (
    (re.compile(r"\bhaupt(?:schule\b|-)"), Certificate.HAUPTSCHULE_9),
    (re.compile(r"\brealschule\b"), Certificate.MITTLERER),
)
_NOT_STATED = re.compile(r"nicht relevant|keine angaben?|k\. ?a\.?|n/a|null")
_UNIVERSITY_ENTRY = re.compile(
    r"\b"
    + any_of(
        *("hochschulzugangsberechtigung", "hochschulberechtigung", "studienberechtigung", "hzb"),
        *(r"(?:hochschul)?studium berechtig\w{1,5}", r"fachhochschulzugang\w{0,12}"),
    )
    + r"\b"
)
_UNSPECIFIC = re.compile(
    r"schulabschluss|schulbildung|schulausbildung|\bk(?:9|10)\b|bildungsabschluss"
)
_REFUSALS = {
    Standing.BESIDE_THE_POINT: (
        "result",
        "Der Schulabschluss wird hier nicht verlangt: Er folgt aus der Ausbildung oder kürzt sie.",
    ),
    Standing.NOT_NEEDED: (
        "not_needed",
        "Hier steht nur, welcher Schulabschluss nicht verlangt wird oder nicht genügt.",
    ),
    Standing.PREFERRED: (
        "only_preferred",
        "Der Schulabschluss ist nur ein Wunsch; was mindestens verlangt wird, fehlt hier.",
    ),
}


class CertificateReading(Value):
    """The lowest certificate that is admitted, with the sentences of the text that say so."""

    certificate: Certificate
    rule: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    certificate: Certificate
    standing: Standing
    sentence: str


def read_certificate(text: str) -> CertificateReading:
    """Return the lowest school-leaving certificate that *text* admits.

    A list of alternatives admits its lowest; sentences that stress a requirement count before
    others; what a training leads to is no requirement.

    >>> read_certificate("Fachoberschulreife / guter Hauptschulabschluss").certificate
    <Certificate.HAUPTSCHULE_9: 'hauptschule_9'>

    Raises:
        UnreadableTextError: rules ``certificate.empty``, ``certificate.not_stated``,
            ``certificate.unreadable`` (none is named), ``certificate.unspecific`` ("guter
            Schulabschluss"), ``certificate.result``, ``certificate.not_needed``,
            ``certificate.only_preferred``.
    """
    clean = read_text(text[:LONGEST]) or ""
    whole = plain_sentence(clean[:LONGEST_WHOLE])
    if not whole.strip(" -.\"'"):
        raise _refusal(text, "empty", "Hier steht nichts.")
    if _NOT_STATED.fullmatch(whole):
        raise _refusal(text, "not_stated", "Die Quelle macht dazu keine Angabe.")
    if _WHOLE_NONE.fullmatch(whole):
        return _reading(Certificate.NONE, "none", clean)
    sentences = _sentences(clean)
    if len(text) > LONGEST_SCHOOL:
        sentences = [sentence for sentence in sentences if may_name(sentence)]
    claims = [claim for sentence in sentences for claim in _claims(sentence)]
    if not claims:
        return _without_name(text, sentences)
    return _lowest(text, claims)


def _refusal(text: str, rule: str, message: str) -> UnreadableTextError:
    return UnreadableTextError(shown(text), f"certificate.{rule}", message)


def _reading(certificate: Certificate, rule: str, text: str) -> CertificateReading:
    return CertificateReading(certificate=certificate, rule=f"certificate.{rule}", text=text)


def _sentences(text: str) -> list[str]:
    joined = _HYPHEN.sub("", _UNFINISHED.sub(r"\1 ", _CONTINUED.sub(" ", text)))
    sentences = (sentence.strip() for sentence in _BREAK.split(joined))
    return [
        sentence[at : at + LONGEST_SENTENCE]
        for sentence in sentences
        for at in range(0, len(sentence), LONGEST_SENTENCE)
    ]


def _claims(sentence: str) -> list[_Claim]:
    plain = plain_sentence(sentence)
    named = named_in(plain)
    return [
        _Claim(
            certificate=each.certificate,
            standing=standing_of(named, at, plain),
            sentence=sentence,
        )
        for at, each in enumerate(named)
    ]


def _without_name(text: str, sentences: list[str]) -> CertificateReading:
    plain = [plain_sentence(sentence) for sentence in sentences]
    for sentence, words in zip(sentences, plain, strict=True):
        if _UNIVERSITY_ENTRY.search(words):
            return _reading(Certificate.FHR, "university_entry", sentence)
    if len(text) <= LONGEST_SCHOOL:
        for school, certificate in _SCHOOLS:
            if school.search(" ".join(plain)):
                return _reading(certificate, "school", " ".join(sentences))
    if any(_UNSPECIFIC.search(words) for words in plain):
        message = "Welcher Schulabschluss verlangt wird, ist nicht genau gesagt."
        raise _refusal(text, "unspecific", message)
    raise _refusal(text, "unreadable", "Hier ist kein Schulabschluss genannt.")


def _lowest(text: str, claims: list[_Claim]) -> CertificateReading:
    strongest = max(claim.standing for claim in claims)
    if strongest < Standing.REQUIRED:
        raise _refusal(text, *_REFUSALS[strongest])
    sentences = dict.fromkeys(each.sentence for each in claims if each.standing == strongest)
    admitted = [
        claim.certificate
        for claim in claims
        if claim.sentence in sentences and claim.standing >= Standing.PREFERRED
    ]
    lowest = min(admitted, key=lambda certificate: certificate.rank)
    rule = "none" if lowest is Certificate.NONE else "lowest" if len(set(admitted)) > 1 else "named"
    return _reading(lowest, rule, " ".join(sentences))

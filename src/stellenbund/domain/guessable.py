"""Guessable: what of a password anybody would try who knows its person."""

import re

from stellenbund.domain.account import AccountTerms

LETTERS, DIGITS = 4, 10
"""So many letters, or else digits, must be left of a password without what is tried first."""

SHORTEST_WORD = 3
"""Characters of the shortest part of a name that counts, so that "von" does and "de" does not."""

COMMON = frozenset(
    {
        *("passwort", "password", "kennwort", "geheim", "secret", "hallo", "hello", "willkommen"),
        *("welcome", "admin", "administrator", "test", "login", "start", "schatz", "iloveyou"),
        *("ichliebedich", "master", "letmein", "dragon", "fussball", "schalke", "borussia", "bvb"),
        *("stellenbund", "ausbildung", "azubi", "stadt", "rathaus", "personal", "verwaltung"),
        *("fruehling", "sommer", "herbst", "winter", "januar", "februar", "maerz", "april", "mai"),
        *("juni", "juli", "august", "september", "oktober", "november", "dezember", "montag"),
        *("dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "nrw"),
        *("ich", "bin", "mein", "meine", "name", "heisse", "das", "ist"),
        *("qwertz", "qwerty", "uiop", "asdf", "ghjkl", "yxcv", "zxcv", "bnm", "1qay", "2wsx"),
        *("abcdef", "abc", "1234567890", "123456789", "12345678", "1234567", "123456", "12345"),
        *("1234", "123", "0987654321", "987654321", "87654321", "654321", "54321", "4321"),
    }
)
"""What stands at the head of every list of leaked passwords in German, by its folded words."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_PART = re.compile(r"[^\W_]+")


def is_guessable(password: str, terms: AccountTerms) -> bool:
    """Say whether *password* is little more than its person's name, her city or common words.

    NIST SP 800-63B asks to refuse words of the context and commonly used passwords.
    """
    folded = _folded(password)
    words = _own_words(terms) | COMMON
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    left, tried = re.subn("|".join(map(re.escape, longest_first)), " ", folded)
    is_enough = sum(map(str.isalpha, left)) >= LETTERS or sum(map(str.isdigit, left)) >= DIGITS
    return bool(tried) and not is_enough


def _folded(text: str) -> str:
    """Return *text* in small letters of ASCII; unlike that of other texts it is kept nowhere."""
    return text.casefold().translate(_UMLAUTS)


def _own_words(terms: AccountTerms) -> frozenset[str]:
    """Return the parts of the name, the address and the city of an account's person."""
    own = _folded(" ".join((terms.name, terms.email, terms.grant.city or "")))
    return frozenset(word for word in _PART.findall(own) if len(word) >= SHORTEST_WORD)

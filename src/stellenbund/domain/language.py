"""Language: those that the campaign speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language of the campaign, as BCP 47 writes it."""

    GERMAN = "de"
    ENGLISH = "en"
    TURKISH = "tr"
    ARABIC = "ar"
    UKRAINIAN = "uk"
    RUSSIAN = "ru"
    POLISH = "pl"

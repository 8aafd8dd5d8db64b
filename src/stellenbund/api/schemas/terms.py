"""Terms: the fields that say, wherever openings are given out, how they may be used."""

from typing import Annotated

from pydantic import Field

Terms = Annotated[
    str,
    Field(
        description="How the openings may be used, in English",
        examples=["Name the attribution of each opening."],
    ),
]
TermsInGerman = Annotated[
    str,
    Field(
        description="How the openings may be used, in German",
        examples=["Bitte die Quelle jeder Stelle nennen."],
    ),
]

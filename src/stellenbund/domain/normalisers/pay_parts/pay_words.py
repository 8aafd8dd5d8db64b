"""Pay words: what adverts call pay, and what they pay besides or otherwise."""

import re

from stellenbund.domain.normalisers.spelling import any_of

PAY = re.compile(
    r"\w{0,20}(?:verguetung|entgelt|gehalt|bezuege|grundbetrag|verdienst|taschengeld)\w{0,2}"
)
EXTRA = re.compile(
    r"(?<!inkl )(?<!inklusive )(?<!einschliesslich )(?<!\bmit )\b"
    + any_of(
        *(r"vermoegenswirksam\w{0,4}", r"vwl?\b", r"lernmittel\w{0,12}", r"lehrmittel\w{0,12}"),
        *(r"einmal\w{0,12}zahlung", "laptop", "tablet", "notebook", "bafoeg", "jobrad"),
        *(r"fahrtkosten\w{0,12}", "jobticket", "sparvertrag", "altersvorsorge"),
        r"\w{0,20}(?<!taschen)geld\b",
        r"\w{0,30}(?:praemie|zuschuss|zulage|zuschlag|zuschuesse|sonderzahlung|sonderzuwendung"
        r"|ticket|bonus|gutschein|kosten|gebuehr|geschenk|erstattung|pauschale|beihilfe|beitrag)"
        r"\w{0,2}\b",
    )
)
"""What comes on top; "inkl. Zulage" is part of the pay before it."""

PER_HOUR = re.compile(
    any_of(
        r"(?:pro|je|/|die)\s?(?:stunde|std\b|h\b|tag\b|woche\b)",
        *("stundenlohn", "stuendlich", "taeglich", "woechentlich"),
    )
)
PER_YEAR = re.compile(
    any_of(
        *(r"(?:pro|im|je|/)\s?jahr\b", r"jaehrlich\w{0,2}", r"\bp\. ?a\."),
        r"jahres(?:gehalt|brutto|verguetung|entgelt)",
    )
)
NET = re.compile(r"\bnetto\b")

"""Lists: cities, professions and intakes with the number of their published openings."""

from typing import Annotated, Self

from pydantic import Field

from stellenbund.domain.city import Ags, City
from stellenbund.domain.profession import Profession
from stellenbund.domain.statements import Kldb
from stellenbund.domain.value import Value
from stellenbund.domain.vocabulary import Certificate, Kind

Count = Annotated[
    int, Field(ge=0, description="Number of openings one can apply for now", examples=[17])
]


Sample = Annotated[
    bool,
    Field(
        description="Whether anything counted here was read from saved sample pages",
        examples=[True],
    ),
]


class CityOut(Value):
    """A city that takes part."""

    slug: Annotated[
        str, Field(description="Its name in addresses and filters", examples=["bochum"])
    ]
    name: Annotated[str, Field(description="Its name", examples=["Bochum"])]
    ags: Annotated[
        Ags,
        Field(description="Official municipality key, 8 digits as text", examples=["05911000"]),
    ]
    website: Annotated[str, Field(description="Its own site", examples=["https://www.bochum.de/"])]
    openings: Count
    url: Annotated[
        str,
        Field(
            description="Its published openings, relative to the API's root",
            examples=["/v1/openings?city=bochum"],
        ),
    ]

    @classmethod
    def of(cls, city: City, openings: int) -> Self:
        """Return *city* with the number of its *openings*."""
        return cls(
            **city.model_dump(exclude={"is_active"}),
            openings=openings,
            url=f"/v1/openings?city={city.slug}",
        )


class CityListOut(Value):
    """All cities that take part, by slug."""

    items: Annotated[tuple[CityOut, ...], Field(description="The cities")]
    sample: Sample


class ProfessionOut(Value):
    """A profession one can be trained for."""

    slug: Annotated[
        str,
        Field(
            description="Its name in addresses and filters",
            examples=["verwaltungsfachangestellte"],
        ),
    ]
    title: Annotated[
        str, Field(description="Its title, in German", examples=["Verwaltungsfachangestellte/r"])
    ]
    kldb: Annotated[
        Kldb | None,
        Field(
            description="KldB 2010 code, 5 digits as text; null: it has none", examples=["73202"]
        ),
    ]
    kind: Annotated[
        Kind, Field(description="How one is usually trained", examples=["dual_apprenticeship"])
    ]
    duration_months: Annotated[
        int | None,
        Field(description="Usual length in months; null: it varies", examples=[36]),
    ]
    usual_certificate: Annotated[
        Certificate | None,
        Field(
            description="School-leaving certificate that is usually asked for; null: it varies",
            examples=["mittlerer"],
        ),
    ]
    aliases: Annotated[
        tuple[str, ...],
        Field(
            description="Other names that adverts give it, in German",
            examples=[["Verwaltungsfachangestellter"]],
        ),
    ]
    openings: Count
    url: Annotated[
        str,
        Field(
            description="Its published openings, relative to the API's root",
            examples=["/v1/openings?profession=verwaltungsfachangestellte"],
        ),
    ]

    @classmethod
    def of(cls, profession: Profession, openings: int) -> Self:
        """Return *profession* with the number of its *openings*."""
        return cls(
            **profession.model_dump(),
            openings=openings,
            url=f"/v1/openings?profession={profession.slug}",
        )


class ProfessionListOut(Value):
    """All professions that openings are matched with, by slug."""

    items: Annotated[tuple[ProfessionOut, ...], Field(description="The professions")]
    sample: Sample


class IntakeOut(Value):
    """A training year for which there are openings."""

    training_year: Annotated[
        int, Field(description="Calendar year in which the training starts", examples=[2027])
    ]
    openings: Count
    url: Annotated[
        str,
        Field(
            description="Its published openings, relative to the API's root",
            examples=["/v1/openings?training_year=2027"],
        ),
    ]

    @classmethod
    def of(cls, year: int, openings: int) -> Self:
        """Return the intake of *year* with the number of its *openings*."""
        return cls(training_year=year, openings=openings, url=f"/v1/openings?training_year={year}")


class IntakeListOut(Value):
    """The training years, the earliest first; openings that state none are in no intake."""

    items: Annotated[tuple[IntakeOut, ...], Field(description="The intakes")]
    sample: Sample

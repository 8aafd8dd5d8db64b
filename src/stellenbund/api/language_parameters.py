"""Language parameters: in which language the labels of an answer are wanted."""

from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from stellenbund.api.parameters import NoParameters
from stellenbund.api.values import one_of
from stellenbund.domain.language import Language

Lang = Annotated[
    Language | SkipJsonSchema[None],
    one_of(Language),
    Field(
        description="Language of `labels`, which say in words what codes stand for; the texts of "
        "the openings stay as they are, and `language` says in which language that is",
        examples=["tr"],
    ),
]


class LanguageParameters(NoParameters):
    """The language of labels."""

    lang: Lang = None

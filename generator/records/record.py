"""Record: what every mapping of the data has in common, and who may see which field."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    SkipValidation,
)
from pydantic.json_schema import JsonSchemaValue, SkipJsonSchema
from pydantic_core import CoreSchema, core_schema

from generator.records.places import NOWHERE, Origin, Place

ORIGIN_KEY = "\0origin"
"""The key under which the reader puts a mapping's origin: nobody can type it."""

ID_KEY = "\0id"
"""The key under which the reader puts the id, which is the file's name."""

Audience = Literal["private", "shared", "public"]
AUDIENCES: tuple[Audience, ...] = ("private", "shared", "public")


class Typed(str):
    """A text as it was typed, which knows where it stands."""

    __slots__ = ("origin",)
    origin: Origin

    @classmethod
    def at(cls, text: str, origin: Origin) -> Typed:
        """The text with its origin."""
        typed = cls(text)
        typed.origin = origin
        return typed


class Reach:
    """A mark on a field: the widest audience that may see it when its record is shared that far."""

    def __init__(self, audience: Audience) -> None:
        self.audience = audience


SHARED = Reach("shared")
PUBLIC = Reach("public")


class Record(BaseModel):
    """One mapping of the data: frozen, its keys known, its origin at hand.

    A field without a `Reach` is private.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, use_attribute_docstrings=True,
        regex_engine="python-re", defer_build=True,
    )

    origin: SkipJsonSchema[Annotated[Origin, SkipValidation]] = Field(
        default=NOWHERE, alias=ORIGIN_KEY, exclude=True, repr=False
    )

    @property
    def place(self) -> Place:
        """Where the record begins in the data."""
        return self.origin.place


class text_as:  # noqa: N801  # reads as the function it is used like
    """Let a plain text stand for the mapping `{key: text}`."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._widen, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": ["string", "number"]}, handler(schema)]}

    def _widen(self, value: Any) -> Any:
        if value is None or isinstance(value, (dict, BaseModel)):
            return value
        return {self.key: value, ORIGIN_KEY: value.origin} if isinstance(value, Typed) else {self.key: value}


class OneOrMany:
    """Let a single text stand for a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}

    def _listed(self, value: Any) -> Any:
        return (value,) if isinstance(value, str) else value


def _without_origin(value: Any) -> Any:
    if isinstance(value, dict) and ORIGIN_KEY in value:
        return {k: v for k, v in value.items() if k != ORIGIN_KEY}
    return value


FREE_KEYS = BeforeValidator(_without_origin)
"""For mappings whose keys the user chooses."""


def _nothing_as_empty(value: Any) -> Any:
    return () if value is None else value


EMPTY_LIST = BeforeValidator(_nothing_as_empty)
"""A key of a list that is written without a value counts as an empty list."""

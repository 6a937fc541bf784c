"""Texts that a region of a document is filled with: the roll. A new text is one file here and one line below."""

from argmap.core.registry import Registry
from argmap.embed.texts import open_questions, outline, pro_con, sources
from argmap.embed.texts.base import Text

__all__ = ["TEXTS", "Text"]

TEXTS: Registry[Text] = Registry(
    "text", [outline.TEXT, pro_con.TEXT, sources.TEXT, open_questions.TEXT], name=lambda item: item.name
)

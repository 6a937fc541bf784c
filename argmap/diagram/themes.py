"""Colours, each once. Support and attack differ in line, head and sign as well; colour only helps."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a picture, as `#rrggbb`.

    Attributes:
        page: The ground of the whole picture.
        card: The ground of a card.
        border: The border of a card.
        ink, body, soft: Text: titles, running text, and what is said in passing.
        support, attack, conflict, answer: Lines and signs by kind.
        thesis, thesis_ground: Border and ground of the thesis.
        question, question_ink: Ground and text of a question.
        mixed, none: Bars of claims that point both ways, and nowhere.
        argument: Ground of a card that sums up an argument.
        area, area_inner, area_border: Ground of groups, of groups in groups, and their border.
        pale, pale_ground: Text and ground of a claim that falls.
        pale_support, pale_attack, pale_conflict: Lines and signs of a relation without effect.
        added, removed, changed: Borders and flags of what a comparison marks.
    """

    page: str
    card: str
    border: str
    ink: str
    body: str
    soft: str
    support: str
    attack: str
    conflict: str
    answer: str
    thesis: str
    thesis_ground: str
    question: str
    question_ink: str
    mixed: str
    none: str
    argument: str
    area: str
    area_inner: str
    area_border: str
    pale: str
    pale_ground: str
    pale_support: str
    pale_attack: str
    pale_conflict: str
    added: str
    removed: str
    changed: str

    def stance(self, name: str) -> str:
        """Return the colour of a stance's bar."""
        return {"thesis": self.thesis, "pro": self.support, "con": self.attack, "mixed": self.mixed}.get(
            name, self.none
        )


LIGHT = Palette(
    page="#ffffff",
    card="#ffffff",
    border="#c3c9d3",
    ink="#161b26",
    body="#2f3746",
    soft="#5a6373",
    support="#08796b",
    attack="#b3431a",
    conflict="#7a3a9a",
    answer="#6b7484",
    thesis="#3a49b5",
    thesis_ground="#eef0fc",
    question="#e9ecf2",
    question_ink="#161b26",
    mixed="#8a6d1d",
    none="#7f8898",
    argument="#faf8f3",
    area="#f5f6f9",
    area_inner="#eceff4",
    area_border="#d9dee6",
    pale="#636b79",
    pale_ground="#f4f5f7",
    pale_support="#4e9389",
    pale_attack="#bf7150",
    pale_conflict="#a578bc",
    added="#0a58b0",
    removed="#6a7180",
    changed="#8a5200",
)
DARK = Palette(
    page="#12151c",
    card="#1c212b",
    border="#4a5364",
    ink="#f1f3f7",
    body="#d3d8e1",
    soft="#a2abba",
    support="#3fc1a9",
    attack="#f08a5d",
    conflict="#cf9bec",
    answer="#8d97a8",
    thesis="#93a1ff",
    thesis_ground="#252b4a",
    question="#2c3340",
    question_ink="#f1f3f7",
    mixed="#d6b55c",
    none="#8d97a8",
    argument="#24262a",
    area="#181c25",
    area_inner="#1e2430",
    area_border="#333b49",
    pale="#9ba4b3",
    pale_ground="#161a22",
    pale_support="#2f8577",
    pale_attack="#a8684b",
    pale_conflict="#9272a6",
    added="#6cb2ff",
    removed="#9aa3b2",
    changed="#e8b04a",
)
PRINT = Palette(
    page="#ffffff",
    card="#ffffff",
    border="#9a9a9a",
    ink="#000000",
    body="#1c1c1c",
    soft="#4a4a4a",
    support="#1a1a1a",
    attack="#5c5c5c",
    conflict="#333333",
    answer="#767676",
    thesis="#000000",
    thesis_ground="#ededed",
    question="#e6e6e6",
    question_ink="#000000",
    mixed="#6e6e6e",
    none="#8f8f8f",
    argument="#fafafa",
    area="#f6f6f6",
    area_inner="#eeeeee",
    area_border="#d4d4d4",
    pale="#5c5c5c",
    pale_ground="#f8f8f8",
    pale_support="#7a7a7a",
    pale_attack="#868686",
    pale_conflict="#808080",
    added="#000000",
    removed="#6a6a6a",
    changed="#3a3a3a",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette, and for a theme that follows the reader's system a second one for the dark."""

    name: str
    palette: Palette
    dark: Palette | None = None


THEMES: Mapping[str, Theme] = MappingProxyType(
    {
        "light": Theme("light", LIGHT),
        "dark": Theme("dark", DARK),
        "print": Theme("print", PRINT),
        "auto": Theme("auto", LIGHT, DARK),
    }
)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2), from 0 for black to 1 for white."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2), from 1 for the same to 21 for black on white."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)

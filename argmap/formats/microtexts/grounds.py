"""The words of the statements: which pieces of the text they stand on.

Several pieces that a joint puts together are one wording. Several edges to the same statement are several wordings:
the author says the same thing again.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.core.source import SourceFile, Span
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.microtexts.parts import Edge, Parts, further, own_id, raw
from argmap.formats.trees.xml_tree import Element

_BREAK = re.compile(r"[\r\n]+")
_CDATA = "<![CDATA["
_NO = ("", "0", "no", "False", "FALSE")


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which a statement is worded.

    Attributes:
        text: The words; may be empty.
        order: Where it begins, as the number of a piece of the text.
        implicit: Whether all of it was put in by those who annotated the text.
        place: Where the words stand.
        data: The pieces and the edges from them, as plain data.
    """

    text: str
    order: int
    implicit: bool
    place: Span
    data: Mapping[str, Any]


@dataclass(slots=True)
class Grounds:
    """The wordings of the statements by the ids of these, and the edges that lead from no piece to a statement."""

    wordings: dict[str, list[Wording]] = field(default_factory=lambda: defaultdict(list))
    left: list[Edge] = field(default_factory=list)


def grounds_of(parts: Parts, notes: SpanNotes) -> Grounds:
    """Put the pieces of the text together to wordings, in the order of the text."""
    return _Grounding(parts, notes).grounds()


class _Grounding:
    def __init__(self, parts: Parts, notes: SpanNotes) -> None:
        self.parts = parts
        self.notes = notes
        self.order = {key: number for number, key in enumerate(parts.edus)}
        self.joined: dict[str, list[Edge]] = defaultdict(list)
        self.found = Grounds()

    def grounds(self) -> Grounds:
        segments = [edge for edge in self.parts.edges if edge.type == "seg"]
        for edge in segments:
            if edge.source in self.parts.edus and edge.target in self.parts.joints:
                self.joined[edge.target].append(edge)
        for edge in segments:
            self._ground(edge)
        for wordings in self.found.wordings.values():
            wordings.sort(key=lambda item: item.order)
        self._tell_of_unused()
        return self.found

    def _ground(self, edge: Edge) -> None:
        parts = self.parts
        if edge.source in parts.edus and edge.target in parts.joints:
            return
        if edge.target in parts.adus and (edge.source in parts.edus or edge.source in parts.joints):
            is_joint = edge.source not in parts.edus
            wording = self._of_joint(edge) if is_joint else self._of_edu(edge.source, edge)
            self.found.wordings[edge.target].append(wording)
            return
        self.found.left.append(edge)
        missing = next((end for end in (edge.source, edge.target) if not parts.kind_of(end)), None)
        if missing is not None:
            self.notes.note("dangling-edge", _missing(missing, edge), edge.place)
        else:
            way = f"from {parts.kind_of(edge.source)} to {parts.kind_of(edge.target)}"
            message = f"a `seg` edge cannot lead {way}; it gives a unit of argument its words"
            self.notes.note("edge-without-step", message, edge.place)

    def _of_edu(self, id: str, edge: Edge) -> Wording:
        element = self.parts.edus[id]
        data = self._said(id, element, edge)
        return Wording(words(element), self.order[id], self._is_implicit(element), text_place(element), data)

    def _of_joint(self, edge: Edge) -> Wording:
        """The pieces that a joint puts together, in the order of the text."""
        joint = self.parts.joints[edge.source]
        inside = [self._of_edu(item.source, item) for item in self.joined[edge.source]]
        inside.sort(key=lambda item: item.order)
        text = " ".join(item.text for item in inside if item.text)
        data = self._said(edge.source, joint, edge)
        data["edus"] = [{**item.data, "text": item.text} for item in inside]
        if not inside:
            return Wording("", len(self.order), False, joint.place, data)
        is_implicit = all(item.implicit for item in inside)
        return Wording(text, inside[0].order, is_implicit, inside[0].place, data)

    def _said(self, id: str, element: Element, edge: Edge) -> dict[str, Any]:
        """What is carried along of a node and of the edge from it."""
        ids = {"id": own_id(id), "edge": edge.id}
        return {**{key: value for key, value in ids.items() if value}, **further(element, edge.element)}

    def _is_implicit(self, element: Element) -> bool:
        said = element.attributes.get("implicit", "false").strip()
        if said not in ("true", "false"):
            message = f"`implicit` is `{said}`; it is read as `{'false' if said in _NO else 'true'}`"
            self.notes.note("odd-value", message, element.place)
        return said != "false" and said not in _NO

    def _tell_of_unused(self) -> None:
        """Carry along the pieces and joints that no statement stands on."""
        left = {edge.number for edge in self.found.left}
        segments = [edge for edge in self.parts.edges if edge.type == "seg" and edge.number not in left]
        used = {edge.source for edge in segments}
        # A piece that leads to a joint is used only if the joint is.
        grounds = {edge.source for edge in segments if edge.target in self.parts.adus or edge.target in used}
        used &= grounds
        for key, joint in self.parts.joints.items():
            if key not in used:
                self.parts.left.append(raw(joint))
                self.found.left += self.joined[key]
        lonely = [element for key, element in self.parts.edus.items() if key not in used]
        self.parts.left += [raw(element) for element in lonely]
        if lonely:
            one = "a piece of the text belongs to no unit of argument; it is"
            several = f"{len(lonely):,} pieces of the text belong to no unit of argument; they are"
            what = one if len(lonely) == 1 else several
            self.notes.note("carried-part", f"{what} carried along", lonely[0].place)


def words(element: Element) -> str:
    """The words of a piece of text, in one line."""
    return " ".join(line.strip() for line in _BREAK.split(element.text.strip()))


def text_place(element: Element) -> Span:
    """Where the words of a piece of text stand."""
    source: SourceFile = element.place.source
    start = element.place.end
    if source.text.startswith(_CDATA, start):
        start += len(_CDATA)
        end = source.text.find("]]>", start)
    else:
        end = source.text.find("<", start)
    return Span(source, start, end) if end > start else element.place


def _missing(id: str, edge: Edge) -> str:
    if not id:
        return f"{edge.name} has no `{'src' if not edge.source else 'trg'}`"
    return f"{edge.name} leads {'from' if id == edge.source else 'to'} `{id}`, which is not there"

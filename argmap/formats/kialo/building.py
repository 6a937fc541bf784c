"""An export as a map."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from argmap.core.ids import Ids, first_words
from argmap.core.model import ArgumentMap, Claim, Data, Question, Relation, RelationKind, relation_name
from argmap.core.source import SourceFile
from argmap.formats.foreign.notes import SpanNotes, brief
from argmap.formats.kialo.lines import Export, addresses_in
from argmap.formats.kialo.texts import Said, Typing
from argmap.formats.kialo.tree import Node, tree_of, walk

NAME = "kialo"
"""What the format is called, in `data` too."""

_KINDS = {"pro": RelationKind.SUPPORT, "con": RelationKind.ATTACK}


def built(export: Export, source: SourceFile, notes: SpanNotes) -> ArgumentMap:
    """Make a map of an export.

    Args:
        export: What the file says.
        source: What it was read from.
        notes: Takes what is found wrong with it.
    """
    return _Builder(export, source, notes).built()


def canonical_head(title: str | None, typing: Typing) -> str:
    """What Kialo writes before the first claim."""
    typed = typing.write(title) if title else ""
    if typing.outlined:
        return f"Discussion Name:\n{typed}\n\n" if typed else "Discussion Name:\n\n"
    return f"Discussion Title: {typed}".rstrip() + "\n\n"


def said(fields: dict[str, Any]) -> Data:
    """The `data` of a part of a map: the fields, or nothing if there are none."""
    return {NAME: fields} if fields else {}


@dataclass(slots=True)
class _Builder:
    export: Export
    source: SourceFile
    notes: SpanNotes
    ids: Ids = field(default_factory=Ids)
    names: dict[int, str] = field(default_factory=dict)
    texts: dict[int, Said] = field(default_factory=dict)

    @property
    def typing(self) -> Typing:
        return Typing(self.export.outlined, addresses_in(self.export.sources))

    def built(self) -> ArgumentMap:
        typing = self.typing
        roots = tree_of(self.export.rows, self.notes)
        nodes = list(walk(roots))
        for node in nodes:
            if not node.is_link:
                self._name(node, typing)
        questions = [node for node in nodes if node.is_question]
        claims = [node for node in nodes if not node.is_link and not node.is_question]
        links = [node for node in nodes if node.is_link]
        answers = self._answers(nodes)
        title = typing.read(self.export.title).text if self.export.title else None
        return ArgumentMap(
            title=title or None,
            claims=tuple(self._claim(node, typing, answers.get(id(node), ())) for node in claims),
            relations=self._relations(nodes),
            questions=tuple(self._question(node) for node in questions),
            data=said(self._file_data(typing, title, questions, links)),
            origin=self.source,
        )

    def _name(self, node: Node, typing: Typing) -> None:
        """Give a claim or question its id and its text."""
        found = typing.read(node.row.typed)
        otherwise = "question" if node.is_question else "claim"
        made = self.ids.made(first_words(found.text), otherwise)
        if not found.text:
            self.notes.note("node-without-text", f"the claim `{brief(node.row.number)}.` has no text", node.row.place)
        self.names[id(node)] = made
        self.texts[id(node)] = Said(found.text or made, found.link)

    def _answers(self, nodes: Iterable[Node]) -> dict[int, tuple[str, ...]]:
        """Ids of the questions that claims are positions on."""
        found: dict[int, tuple[str, ...]] = {}
        for node in nodes:
            if node.above is not None and node.above.is_question and not node.is_vain:
                claim = id(node.seen or node)
                question = self.names[id(node.above)]
                if question not in found.get(claim, ()):
                    found[claim] = (*found.get(claim, ()), question)
        return found

    def _claim(self, node: Node, typing: Typing, answers: tuple[str, ...]) -> Claim:
        text, link = self.texts[id(node)]
        more: dict[str, Any] = {}
        if typing.write(text, link) != node.row.typed:
            more["text"] = node.row.typed
        if node.is_off or node.is_astray:
            more["number"] = node.row.number
        if node.is_loose and node.above is not None:
            self._tell_of_loose(node)
            if not node.above.is_question:
                more["below"] = self.names[id(node.above)]
        if node.row.has_stance and (node.above is None or node.is_loose):
            more["stance"] = node.row.mark
        if node.row.has_stance and node.above is None and not node.is_astray:
            message = f"`{brief(node.row.number)}.` is {node.row.mark.capitalize()}, but there is nothing above it"
            self.notes.note("edge-without-step", message, node.row.place)
        return Claim(
            id=self.names[id(node)],
            text=text,
            link=link,
            answers=answers,
            data=said(more),
            spans=self.notes.spans({"id": node.row.place, "text": node.row.text_place}),
        )

    def _tell_of_loose(self, node: Node) -> None:
        if node.row.has_stance:
            mark = node.row.mark.capitalize()
            message = f"`{brief(node.row.number)}.` is {mark} below a question, which it can only answer"
        else:
            message = f"`{brief(node.row.number)}.` says neither Pro nor Con"
        self.notes.note("edge-without-step", message, node.row.place)

    def _question(self, node: Node) -> Question:
        spans = self.notes.spans({"id": node.row.place, "text": node.row.text_place})
        return Question(self.names[id(node)], self.texts[id(node)].text, spans=spans)

    def _relations(self, nodes: Iterable[Node]) -> tuple[Relation, ...]:
        made: list[Relation] = []
        counts: Counter[str] = Counter()
        placed: set[int] = set()
        for node in nodes:
            placed.add(id(node))
            if node.above is None or node.is_loose or node.is_vain or node.above.is_question:
                continue
            premise = node.seen or node
            name = relation_name((self.names[id(premise)],), self.names[id(node.above)])
            counts[name] += 1
            more: dict[str, Any] = {}
            if node.is_link and (id(premise) not in placed or not _hangs(premise)):
                more["see"] = True
            if node.is_link and node.is_off:
                more["number"] = node.row.number
            made.append(
                Relation(
                    id=name if counts[name] == 1 else f"{name} ({counts[name]})",
                    kind=_KINDS[node.row.mark],
                    premises=(self.names[id(premise)],),
                    target=self.names[id(node.above)],
                    data=said(more),
                    spans=self.notes.spans(dict.fromkeys(("id", "target", "premises.0", "kind"), node.row.place)),
                )
            )
        return tuple(made)

    def _file_data(self, typing: Typing, title: str | None, questions: list[Node], links: list[Node]) -> dict[str, Any]:
        """What the file says as a whole, beyond its claims."""
        export = self.export
        more: dict[str, Any] = {}
        if export.outlined:
            more["layout"] = "outline"
        if export.line_end != "\n":
            more["line_ends"] = {"\r\n": "crlf", "\r": "cr"}[export.line_end]
        if export.end != "\n":
            more["end"] = export.end
        if export.head != canonical_head(title, typing):
            more["head"] = export.head
        if export.sources:
            more["sources"] = export.sources
        typed = {
            self.names[id(node)]: node.row.typed
            for node in questions
            if typing.write(self.texts[id(node)].text) != node.row.typed
        }
        if typed:
            more["questions"] = typed
        vain = [f"{node.row.number}. {_stance(node)}{node.row.typed.strip()}" for node in links if node.is_vain]
        for node in links:
            if node.is_vain:
                self._tell_of_vain(node)
        if vain:
            more["links"] = vain
        return more

    def _tell_of_vain(self, node: Node) -> None:
        here, typed = f"`{brief(node.row.number)}.`", brief(node.row.typed)
        if node.seen is None:
            self.notes.note("dangling-edge", f"`{typed}` leads to no claim", node.row.text_place)
        elif node.seen is node.above:
            self.notes.note("looping-edge", f"{here} leads to the very claim that it bears on", node.row.text_place)
        elif node.above is not None and node.is_loose:
            self._tell_of_loose(node)
        elif not node.is_astray:
            self.notes.note("edge-without-step", f"{here} leads to what cannot stand there", node.row.text_place)


def _hangs(node: Node) -> bool:
    """Whether a claim has its place by a relation, not as a thesis or a position."""
    return node.above is not None and not node.is_loose and not node.above.is_question


def _stance(node: Node) -> str:
    return f"{node.row.mark.capitalize()}: " if node.row.has_stance else ""

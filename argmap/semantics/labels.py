"""From the extensions of a framework to the labels of a map's claims and relations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from argmap.core.labelling import Ask, Evaluation, Label, Labelling
from argmap.frameworks.framework import Extension, Framework
from argmap.semantics.acceptance.base import Acceptance, Occurs
from argmap.semantics.framework.budget import Budget, OutOfTimeError
from argmap.semantics.readings.base import Translation

_ORDER = {Label.IN: 0, Label.UNKNOWN: 1, Label.UNDECIDED: 2, Label.OUT: 3}
"""Better labels first; what is unknown may turn out to be in."""
_OUT_OF_TIME = "the time was used up before the answer was whole"


@dataclass(frozen=True, slots=True)
class Question:
    """One question to a semantics of acceptance.

    Attributes:
        translation: The map as a framework.
        semantics: Whom to ask.
        support: Name of the reading of support that made the translation.
        budget: How much time there is.
    """

    translation: Translation
    semantics: Acceptance
    support: str
    budget: Budget

    def answer(self, ask: Ask, limit: int) -> Evaluation:
        """Return the answer; `limit` is how many labellings `all` lists at most. Never raises for time."""
        if ask == "all":
            return self._all(limit)
        if ask == "count":
            return self._count()
        return self._one() if ask == "one" else self._status(ask)

    @property
    def _framework(self) -> Framework:
        return self.translation.framework

    @property
    def _title(self) -> str:
        return f"{self.semantics.name} semantics" + ("" if self.support == "default" else f", {self.support} support")

    @property
    def _may_repeat(self) -> bool:
        """Whether several extensions may give one labelling, as they differ in auxiliary arguments alone."""
        return not self.semantics.is_complete and not self.translation.is_plain

    def _one(self) -> Evaluation:
        """Any labelling."""
        try:
            found = self.semantics.one(self._framework, self.budget)
        except OutOfTimeError:
            unknown = Labelling(self._title, dict.fromkeys(self.translation.nodes, Label.UNKNOWN))
            return self._answer("one", unknown, exists=None, complete=False, notes=(_OUT_OF_TIME,))
        return self._none("one") if found is None else self._answer("one", self.labelling(found))

    def _status(self, ask: Ask) -> Evaluation:
        """What all labellings agree on, or the best that one of them says of each claim."""
        occurring = self.semantics.occurring(self._framework, self.budget)
        if occurring and not any(occurring):
            return self._none(ask)
        choose = _best if ask == "credulous" else _agreed
        labels = {
            name: min((choose(occurring[node]) for node in nodes), key=_ORDER.__getitem__)
            for name, nodes in self.translation.nodes.items()
        }
        how = "the best case of each claim" if ask == "credulous" else "what all labellings agree on"
        title = self._title if self.semantics.is_unique else f"{self._title}: {how}"
        whole = not any(item & Occurs.UNSURE for item in occurring)
        known = any(item & ~Occurs.UNSURE for item in occurring) or not occurring
        notes = () if whole else (_OUT_OF_TIME,)
        return self._answer(ask, Labelling(title, labels), exists=True if known else None, complete=whole, notes=notes)

    def _all(self, limit: int) -> Evaluation:
        """Every labelling, up to a limit."""
        found: list[Labelling] = []
        notes: tuple[str, ...] = ()
        try:
            found.extend(islice(self._labellings(), limit + 1))
        except OutOfTimeError:
            notes = (_OUT_OF_TIME,)
        if len(found) > limit:
            found.pop()
            notes = (f"there are more than {limit:,} labellings: the first {limit:,} that were found are listed",)
        found.sort(key=_sorting_key)
        if not found and notes:
            return self._answer("all", None, exists=None, complete=False, notes=notes)
        if not found:
            return self._none("all")
        number = None if notes else len(found)
        return self._answer("all", found[0], labellings=tuple(found), count=number, complete=not notes, notes=notes)

    def _count(self) -> Evaluation:
        """How many labellings there are."""
        number = 0
        try:
            if self._may_repeat:
                for number, _ in enumerate(self._labellings(), start=1):  # noqa: B007 - kept for when time is up
                    pass
            else:
                number = self.semantics.count(self._framework, self.budget)
        except OutOfTimeError:
            notes = (f"there are at least {number:,}: {_OUT_OF_TIME}" if number else _OUT_OF_TIME,)
            exists = True if number else None
            return self._answer("count", None, count=number or None, exists=exists, complete=False, notes=notes)
        return self._answer("count", None, count=number, exists=number > 0)

    def _labellings(self) -> Iterator[Labelling]:
        """Each labelling of claims and relations once."""
        seen = set()
        for extension in self.semantics.extensions(self._framework, self.budget):
            found = self.labelling(extension)
            if self._may_repeat:
                key = tuple(found.labels.values())
                if key in seen:
                    continue
                seen.add(key)
            yield found

    def labelling(self, extension: Extension) -> Labelling:
        """The labelling of claims and relations that an extension of the framework gives."""
        arguments = _labels(self._framework, extension)
        labels = {
            name: min((arguments[node] for node in nodes), key=_ORDER.__getitem__)
            for name, nodes in self.translation.nodes.items()
        }
        return Labelling(self._title, labels)

    def _none(self, ask: Ask) -> Evaluation:
        count = 0 if ask in {"all", "count"} else None
        notes = (f"this map has no {self.semantics.name} labelling",)
        return self._answer(ask, None, exists=False, count=count, notes=notes)

    def _answer(self, ask: Ask, labelling: Labelling | None, **rest: Any) -> Evaluation:
        return Evaluation(self.semantics.name, self.support, ask, labelling, **rest)


def _labels(framework: Framework, extension: Extension) -> Sequence[Label]:
    labels = [Label.UNDECIDED] * framework.size
    for argument in extension:
        labels[argument] = Label.IN
        for target in framework.targets[argument]:
            labels[target] = Label.OUT
    return labels


def _agreed(found: Occurs) -> Label:
    """In or out where no labelling says otherwise, else undecided; unknown if others may still say otherwise."""
    seen = found & ~Occurs.UNSURE
    if seen in {Occurs.IN, Occurs.OUT}:
        sure = Label.IN if seen is Occurs.IN else Label.OUT
        return Label.UNKNOWN if found & Occurs.UNSURE else sure
    return Label.UNKNOWN if not seen else Label.UNDECIDED


def _best(found: Occurs) -> Label:
    """The best label that some labelling gives; unknown if a better one may still turn up."""
    if found & Occurs.IN:
        return Label.IN
    if found & Occurs.UNSURE:
        return Label.UNKNOWN
    return Label.UNDECIDED if found & Occurs.UNDECIDED else Label.OUT


def _sorting_key(labelling: Labelling) -> list[int]:
    return [_ORDER[label] for label in labelling.labels.values()]

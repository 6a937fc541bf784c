"""The sentences of an explanation by labels: why a claim stands, falls or is undecided, and what a step does."""

from collections.abc import Sequence

from argmap.core.explanation import Circle, Pattern, Reason, Role
from argmap.core.labelling import Label
from argmap.core.model import RelationKind
from argmap.reporters.answers.prose import STANDS, Names, Words, counted, joined, listed, sentence
from argmap.reporters.answers.tangles import round_about, unsettled

_AGAINST = (Role.ATTACK, Role.CONFLICT, Role.UNDERCUT)
_BY = {Role.SUPPORT: "supported by", Role.ATTACK: "attacked by", Role.UNDERCUT: "undercut by"}
_NOUN = {Role.SUPPORT: "support", Role.ATTACK: "attack", Role.UNDERCUT: "undercut"}
_CHOICE = {
    Label.IN: "this labelling takes it in, though another choice is open to it",
    Label.OUT: "this labelling leaves it out, though another choice is open to it",
    Label.UNDECIDED: "this labelling leaves it open",
}


class Clauses:
    """Words for the parts of one explanation.

    Args:
        names: What claims and relations are called.
        support: Name of the reading of support.
    """

    def __init__(self, names: Names, support: str | None) -> None:
        self.names = names
        self.support = support
        self._circles: list[Circle] = []

    # -- the whole point

    def head(self, root: Reason) -> Words:
        """The sentence that carries the whole point: `A falls: it is attacked by B, which nothing answers`."""
        name = self.names.claim(root.subject)
        if root.pattern is Pattern.FORCED:
            return sentence(name, f" {STANDS[_label(root)]}, because that is taken for granted.")
        return sentence(name, f" {STANDS[_label(root)]}: ", self._why_root(root), ".")

    def _why_root(self, root: Reason) -> Words:
        tell = {
            Pattern.SUPPORTED: self._why_it_stands,
            Pattern.DEFENDED: self._why_it_stands,
            Pattern.NEEDS_MET: self._why_it_stands,
            Pattern.ATTACKED: self._why_it_falls,
            Pattern.LOST_SUPPORT: self._why_it_falls,
            Pattern.CONFLICT: self._why_undecided,
            Pattern.HANGS: self._why_undecided,
        }
        return tell.get(root.pattern, self.brief)(root)

    def _why_it_stands(self, root: Reason) -> Words:
        supports = [item for item in root.children if item.role is Role.SUPPORT and item.value is Label.IN]
        if root.pattern is Pattern.SUPPORTED and is_plain(supports[0]):
            return self.brief(root)
        favour = [sentence("it is ", self.doing(item, root.subject), self._fate(item)) for item in supports]
        met = [self._needs_met(root)] if _has_needs(root) else []
        return joined([*favour, *met, self._all_fail(_attacks(root), root.subject)])

    def _why_it_falls(self, root: Reason) -> Words:
        supports = [item for item in root.children if item.role is Role.SUPPORT]
        against = [item for item in root.children if item.role is not Role.SUPPORT]
        if root.pattern is Pattern.LOST_SUPPORT:
            besides = [sentence("besides, it is ", self.doing(item, root.subject)) for item in against[:1]]
            return joined([self._lost(supports, root.subject), *besides])
        if not against:
            return self.brief(root)
        clauses = [sentence("it is ", self.doing(against[0], root.subject), self._fate(against[0]))]
        if against[1:]:
            clauses.append(listed([self.doing(item, root.subject) for item in against[1:]]))
        if supports:
            lost = "its only support fails" if len(supports) == 1 else f"{_all('support', len(supports), 'of it')} fail"
            clauses.append(sentence(f"besides, {lost}"))
        return joined(clauses)

    def _why_undecided(self, root: Reason) -> Words:
        if root.circle is None:
            return self.brief(root)
        if root.pattern is Pattern.HANGS:
            return sentence("it hangs on a conflict that nothing settles: ", self._unsettled(root.circle))
        clauses = [self._unsettled(root.circle, root.subject)]
        for item in _also_open(root, root.circle)[:1]:
            noun = "conflict with " if item.role is Role.CONFLICT else f"{_NOUN[item.role]} by "
            clauses.append(sentence(f"the {noun}", self._premises(item, root.subject), " is undecided too"))
        return joined(clauses)

    def _unsettled(self, circle: Circle, seen_from: str | None = None) -> Words:
        self._circles.append(circle)
        return unsettled(circle, self.names, seen_from)

    def _all_fail(self, attacks: Sequence[Reason], above: str) -> Words:
        if len(attacks) != 1:
            return sentence(f"{_all('attack', len(attacks), 'on it')} fail" if attacks else "nothing attacks it")
        only = attacks[0]
        by = self._premises(only, above)
        if _is_choice(only):
            return sentence("in its only conflict, with ", by, ", this labelling sides with it")
        if only.role is Role.CONFLICT:
            return sentence("it wins its only conflict, with ", by, ",", self._failing(only, above))
        return sentence("the only attack on it, by ", by, ", fails", self._failing(only, above))

    def _lost(self, supports: Sequence[Reason], above: str) -> Words:
        if len(supports) != 1:
            return sentence(f"{_all('support', len(supports), 'of it')} fail")
        only = supports[0]
        return sentence("its only support, by ", self._premises(only, above), ", fails", self._failing(only, above))

    def _needs_met(self, root: Reason) -> Words:
        needs = [item for item in root.children if item.role is Role.NEED]
        if len(needs) == 1:
            return self.line(needs[0], root.subject)
        verb = "commits to" if self.support == "deductive" else "needs"
        lapsed = " or does not bind it" if any(item.pattern is Pattern.UNDERCUT for item in needs) else ""
        return sentence(f"all that it {verb} stands{lapsed}")

    # -- steps

    def doing(self, step: Reason, above: str) -> Words:
        """What a step that takes effect does: `attacked by A`, `supported by A together with B`."""
        by = self._premises(step, above)
        if step.role is Role.NEED:
            binds = step.value is not Label.OUT and step.pattern is not Pattern.UNDERCUT
            if self.support == "deductive":
                return sentence(f"accepting it {'commits' if binds else 'would commit'} to ", by, self._stand(step))
            return sentence(
                "it needs " if step.pattern is not Pattern.UNDERCUT else "it would need ", by, self._stand(step)
            )
        if step.role is Role.CONFLICT:
            return sentence("in conflict with ", by)
        return sentence(f"{_BY[step.role]} ", by)

    def line(self, step: Reason, above: str) -> Words:
        """The line of a step, without what is told on the lines below it."""
        if step.role is Role.NEED:
            return sentence(self.doing(step, above), self._lapse(step))
        if step.value is Label.OUT:
            what = "the conflict with " if step.role is Role.CONFLICT else f"the {_NOUN[step.role]} by "
            return sentence(what, self._premises(step, above), " fails", self._failing(step, above))
        if step.value is Label.UNDECIDED:
            return sentence(self.doing(step, above), self._pending(step, above))
        fate = self._fate(step) if step.value is Label.IN else sentence(", which is not worked out")
        return sentence(self.doing(step, above), fate)

    def _stand(self, step: Reason) -> Words:
        """What becomes of a claim that another one cannot stand without."""
        if step.pattern is Pattern.UNDERCUT:
            return []
        if step.children:
            return sentence(", which ", self.verdict(step.children[0]))
        return sentence(f", which {STANDS[_label(step)]}", ", as told" if step.told else "")

    def _lapse(self, step: Reason) -> Words:
        if step.pattern is not Pattern.UNDERCUT:
            return []
        undercuts = [item for item in step.children if item.role is Role.UNDERCUT]
        if not undercuts:
            return sentence(", but that step is undercut")
        return sentence(", but that step is ", self.doing(undercuts[0], step.subject), self._fate(undercuts[0]))

    def _fate(self, step: Reason) -> Words:
        """What becomes of the premises of a step that holds, as far as one clause can say it."""
        if step.pattern is Pattern.CHOSEN or step.told:
            return sentence(", as told" if step.told else ", which this labelling lets count")
        if is_plain(step):
            return sentence(", which nothing answers" if step.role in _AGAINST else ", which nothing attacks")
        claims = [item for item in step.children if item.role is Role.PREMISE]
        undercuts = [item for item in step.children if item.role is Role.UNDERCUT]
        if len(claims) == 1 and not undercuts:
            return sentence(", which ", self.verdict(claims[0]))
        if not claims:
            return []
        stand = "stands" if len(claims) == 1 else "both stand" if len(claims) == 2 else "all stand"
        if len(undercuts) == 1:
            by = self._premises(undercuts[0], step.subject)
            return sentence(f", which {stand}, and the undercut of that step by ", by, " fails")
        return sentence(
            f", which {stand}", f", and {_all('undercut', len(undercuts), 'of that step')} fail" if undercuts else ""
        )

    def _failing(self, step: Reason, above: str) -> Words:
        """Why a step fails."""
        cause = step.children[0] if step.children else None
        if step.pattern is Pattern.CHOSEN or cause is None:
            return sentence(" in this labelling") if step.pattern is Pattern.CHOSEN else []
        if step.pattern is Pattern.UNDERCUT:
            return sentence(": the step is ", self.doing(cause, step.subject), self._fate(cause))
        if _is_choice(step):
            return sentence(": this labelling sides with ", self.names.claim(above))
        alone = len(self._ends(step, above)) == 1
        who = (
            sentence("that claim")
            if alone
            else sentence(self.names.claim(cause.subject), ", which it cannot do without,")
        )
        return sentence(" because ", who, " ", self.verdict(cause, link=": "))

    def _pending(self, step: Reason, above: str) -> Words:
        cause = step.children[0] if step.children else None
        if cause is None:
            return sentence(", which is undecided")
        if cause.role is Role.UNDERCUT:
            return sentence(", a step ", self.doing(cause, step.subject), self._pending(cause, step.subject))
        if len(self._ends(step, above)) == 1:
            return sentence(", which ", self.verdict(cause))
        return sentence(", where ", self.names.claim(cause.subject), " ", self.verdict(cause))

    # -- claims

    def verdict(self, claim: Reason, link: str = " because ") -> Words:
        """What becomes of a claim, and why, in one clause: `falls because all 3 supports of it fail`."""
        stands = STANDS[_label(claim)]
        plain = {Pattern.FORCED: ", as is taken for granted", Pattern.UNKNOWN: ""}
        if claim.told or claim.pattern in plain:
            return sentence(stands, ", as told" if claim.told else plain[claim.pattern])
        if claim.circle and claim.circle in self._circles:
            same = " by the same conflict" if claim.pattern is Pattern.CONFLICT else " by way of the same conflict"
            return sentence(stands, same)
        if claim.pattern is Pattern.CONFLICT and claim.circle:
            return sentence(stands, ": ", self._unsettled(claim.circle, claim.subject))
        return sentence(stands, link, self.brief(claim))

    def brief(self, claim: Reason) -> Words:
        """Why a claim has its label, in a clause that names only what is plain."""
        tell = {
            Pattern.SUPPORTED: self._briefly_supported,
            Pattern.DEFENDED: self._briefly_defended,
            Pattern.ATTACKED: self._briefly_attacked,
            Pattern.NEED_FAILS: self._briefly_attacked,
            Pattern.LOST_SUPPORT: self._briefly_lost,
            Pattern.UNFOUNDED: self._briefly_unfounded,
        }
        if claim.pattern in tell:
            return tell[claim.pattern](claim)
        return sentence(_WHY.get(claim.pattern) or _CHOICE.get(_label(claim), ""))

    def _briefly_supported(self, claim: Reason) -> Words:
        first = claim.children[0] if claim.children else None
        if first is None or not is_plain(first):
            return sentence("a support of it holds and nothing attacks it")
        among = ", among others" if claim.more else ""
        either = "either" if len(first.children) == 1 else "any of them"
        return sentence("it is ", self.doing(first, claim.subject), among, f", and nothing attacks {either}")

    def _briefly_defended(self, claim: Reason) -> Words:
        number = len(_attacks(claim))
        support = "a support of it holds and " if any(item.role is Role.SUPPORT for item in claim.children) else ""
        fail = {0: "the attacks on it fail", 1: "the only attack on it fails"}
        return sentence(support, fail.get(number, f"{_all('attack', number, 'on it')} fail"))

    def _briefly_attacked(self, claim: Reason) -> Words:
        if not claim.children:
            return sentence(_FALLS[claim.pattern])
        first = claim.children[0]
        if first.role is Role.NEED:
            return self.doing(first, claim.subject)
        fate = self._fate(first) if is_plain(first) or is_reference(first) else []
        return sentence("it is ", self.doing(first, claim.subject), fate)

    def _briefly_lost(self, claim: Reason) -> Words:
        number = sum(item.role is Role.SUPPORT for item in claim.children)
        lost = {0: "its supports fail", 1: "its only support fails"}
        return sentence(lost.get(number, f"{_all('support', number, 'of it')} fail"))

    def _briefly_unfounded(self, claim: Reason) -> Words:
        circle = sentence(": ", round_about(claim.circle, self.names)) if claim.circle else []
        return sentence("it is supported only in a circle", circle)

    def _premises(self, step: Reason, above: str) -> Words:
        return self.names.together(self._ends(step, above))

    def _ends(self, step: Reason, above: str) -> tuple[str, ...]:
        relation = self.names.map.relation[step.subject]
        if step.role is Role.NEED:
            if self.support == "deductive":
                return (relation.target,)
            claims = tuple(item.subject for item in step.children if item.role is Role.PREMISE)
            return claims or tuple(dict.fromkeys(relation.premises))
        return relation.premises_for(above)


_WHY = {
    Pattern.UNATTACKED: "nothing attacks it",
    Pattern.NEEDS_MET: "nothing that it cannot do without falls, and nothing attacks it",
    Pattern.UNSUPPORTED: "it does not stand by itself, and nothing supports it",
    Pattern.CONFLICT: "it lies on an open conflict",
    Pattern.HANGS: "it hangs on an open conflict",
    Pattern.UNKNOWN: "the time was used up",
}
_FALLS = {Pattern.ATTACKED: "an attack on it holds", Pattern.NEED_FAILS: "something that it cannot do without falls"}


def is_plain(step: Reason) -> bool:
    """Whether all there is to say of a step is that nothing speaks against it or its premises."""
    return (
        step.pattern is Pattern.HOLDS
        and bool(step.children)
        and all(item.pattern is Pattern.UNATTACKED for item in step.children)
    )


def is_reference(step: Reason) -> bool:
    """Whether all that stands below a step was told elsewhere."""
    return step.told or (bool(step.children) and all(item.told for item in step.children))


def _is_choice(step: Reason) -> bool:
    """Whether a conflict fails for no other reason than that the other side of it does not."""
    cause = step.children[0] if step.children else None
    return (
        step.role is Role.CONFLICT
        and cause is not None
        and cause.pattern is Pattern.ATTACKED
        and [(item.subject, is_reference(item)) for item in cause.children] == [(step.subject, True)]
    )


def _also_open(root: Reason, circle: Circle) -> list[Reason]:
    """The undecided steps besides those of the circle that leave a claim undecided too."""
    has_support = any(item.role is Role.SUPPORT and item.value is Label.IN for item in root.children)
    return [
        item
        for item in root.children
        if item.value is Label.UNDECIDED
        and item.role is not Role.NEED
        and item.subject not in circle.relations
        and not (item.role is Role.SUPPORT and has_support)
    ]


def _attacks(claim: Reason) -> list[Reason]:
    return [item for item in claim.children if item.role in _AGAINST]


def _has_needs(claim: Reason) -> bool:
    return any(item.role is Role.NEED for item in claim.children)


def _all(noun: str, number: int, where: str) -> str:
    return f"both {noun}s {where}" if number == 2 else f"all {number} {noun}s {where}"


def _label(reason: Reason) -> Label:
    return reason.value if isinstance(reason.value, Label) else Label.UNKNOWN


def more(reason: Reason, names: Names) -> Words:
    """The line that names what else would do, under a claim."""
    relations = [names.map.relation[name] for name in reason.more if name in names.map.relation]
    if not relations or (reason.pattern is Pattern.CONFLICT and reason.role is Role.PREMISE):
        return []
    kinds = {item.kind for item in relations}
    shown = [names.together(item.premises_for(reason.subject)) for item in relations[:3]]
    if len(relations) > 3:
        shown.append(sentence(counted(len(relations) - 3, "other")))
    if reason.value is not Label.OUT and kinds == {RelationKind.SUPPORT}:
        return sentence("also supported by ", listed(shown))
    if reason.value is Label.OUT and kinds == {RelationKind.ATTACK}:
        return sentence("also attacked by ", listed(shown))
    return sentence(f"and {counted(len(relations), 'more relation')} of the same effect")

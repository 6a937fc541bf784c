"""Debates in Argdown's terms, put together by hand."""

from argmap.formats.argdown.debate.model import (
    Argument,
    Debate,
    Inference,
    Member,
    Relation,
    RelationType,
    Role,
    Section,
    Statement,
)


class DebateOf:
    """Builds a debate; names beginning with `<` are those of arguments, other names those of statements."""

    def __init__(self):
        self.debate = Debate()

    def statement(self, title, text=None, **fields):
        """Add an occurrence of a statement."""
        item = self.debate.statements.setdefault(title, Statement(title, not title.startswith("Untitled")))
        member = Member(title, Role.TOP_LEVEL, text, text or "", is_reference=text is None, is_top_level=True)
        return self._complete(item, member, fields)

    def argument(self, title, text=None, **fields):
        """Add an occurrence of an argument, or with `text=None` only the argument."""
        item = self.debate.arguments.setdefault(title, Argument(title, not title.startswith("Untitled")))
        member = Member(title, Role.DESCRIPTION, text, text or "", is_top_level=True) if text is not None else None
        return self._complete(item, member, fields)

    def _complete(self, item, member, fields):
        for name, value in fields.items():
            for owner in filter(None, (item, member)):
                if hasattr(owner, name):
                    setattr(owner, name, value)
        if member:
            item.members.append(member)
        self.debate.tags |= dict.fromkeys(item.tags)
        return item

    def structure(self, title, *rows, rules=()):
        """Give an argument a structure; the last row is the conclusion, `|` before a row makes it one on the way."""
        argument = self.argument(title)
        for index, row in enumerate(rows):
            name = row.removeprefix("|")
            member = self.statement(name).members[-1]
            is_last = index == len(rows) - 1
            member.role = Role.CONCLUSION if is_last else Role.STEP if row != name else Role.PREMISE
            member.is_top_level, member.argument = False, argument
            if member.role is not Role.PREMISE:
                member.inference = Inference(argument, index, rules if is_last else ())
            argument.structure.append(member)
        return argument

    def relate(self, source, kind, target):
        """Add a relation. `kind` is the name of its type."""
        return self.relate_ends(self._end(source), kind, self._end(target))

    def relate_ends(self, source, kind, target):
        """Add a relation between ends that are at hand."""
        relation = Relation(RelationType(kind), source, target)
        self.debate.relations.append(relation)
        source.relations.append(relation)
        if target is not source:
            target.relations.append(relation)
        return relation

    def _end(self, name):
        if name.startswith("<"):
            return self.argument(name.strip("<>"))
        return self.debate.statements.get(name) or self.statement(name)

    def section(self, id, level, parent=None, **fields):
        """Add a section titled `Section ID`."""
        section = Section(id, f"Section {id}", level, parent, **fields)
        (parent.children if parent else self.debate.sections).append(section)
        self.debate.tags |= dict.fromkeys(section.tags)
        return section

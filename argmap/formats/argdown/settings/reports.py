"""A word on the settings in the front matter that argmap does not know, understand or follow."""

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.registry import did_you_mean
from argmap.formats.argdown.settings.forms import DIRECTION, FORMS, UNUSED_FIELDS, UNUSED_SECTIONS, Form
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.text.syntax import Braces, Place
from argmap.formats.trees.tree import Node, Scalar, Table


def reports(front: Braces, script: Manuscript) -> list[Diagnostic]:
    """Return an `unsupported-setting` for every setting that argmap does not know, understand or follow.

    Keys that are no settings, such as `author`, are not spoken of.
    """
    reporter = _Reporter(script)
    if isinstance(front.node, Table) and isinstance(front.value, dict):
        for key, node in front.node.pairs:
            reporter.section(key, node, front.value.get(key.value))
    return reporter.found


class _Reporter:
    """Goes through a front matter; `found` is what it has to say."""

    def __init__(self, script: Manuscript) -> None:
        self.script = script
        self.found: list[Diagnostic] = []

    def section(self, key: Scalar, node: Node, value: object) -> None:
        if key.value in FORMS:
            self.fields(key, node, value)
        elif key.value == "dot":
            self.dot(node, value)
        elif key.value in UNUSED_SECTIONS:
            self.unused(key.value, key)
        elif isinstance(value, dict):
            # Only a section that has settings of another is a slip; `sources: {...}` is the author's own.
            meant = did_you_mean(key.value, FORMS)
            if meant and not value.keys().isdisjoint(FORMS[meant]):
                self.unknown(key.value, key, meant)

    def fields(self, section: Scalar, node: Node, value: object) -> None:
        if not isinstance(node, Table) or not isinstance(value, dict):
            if value is not None:
                self.wrong(section.value, "a mapping", node)
            return
        forms = FORMS[section.value]
        for key, content in node.pairs:
            name = f"{section.value}.{key.value}"
            if key.value in forms:
                self.field(name, forms[key.value], content, value.get(key.value))
            elif key.value in UNUSED_FIELDS.get(section.value, ()):
                self.unused(name, key)
            else:
                self.unknown(name, key, did_you_mean(key.value, forms))

    def field(self, name: str, form: Form, node: Node, value: object) -> None:
        if value is None:
            return
        if form.read(value) is None:
            meant = did_you_mean(value, form.names) if isinstance(value, str) and len(value) < 100 else None
            self.wrong(name, form.expected, node, meant)
        elif form.each and isinstance(node, Table) and isinstance(value, dict):
            for key, content in node.pairs:
                if not form.each(value.get(key.value)):
                    self.wrong(f"{name}.{key.value}", form.each_expected, content)

    def dot(self, node: Node, value: object) -> None:
        """Of the settings for Graphviz, argmap follows the direction alone."""
        if not isinstance(node, Table) or not isinstance(value, dict):
            return
        for key, content in node.pairs:
            inner = value.get(key.value)
            if key.value != "graphVizSettings" or not isinstance(content, Table) or not isinstance(inner, dict):
                self.unused(f"dot.{key.value}", key)
                continue
            for setting, typed in content.pairs:
                name = f"dot.graphVizSettings.{setting.value}"
                if setting.value == "rankdir":
                    self.field(name, DIRECTION, typed, inner.get("rankdir"))
                else:
                    self.unused(name, setting)

    def unused(self, name: str, node: Node) -> None:
        self.report(f"argmap keeps `{name}` but makes no use of it", node)

    def unknown(self, name: str, node: Node, meant: str | None) -> None:
        self.report(f"there is no setting `{name}`", node, f"did you mean `{meant}`?" if meant else None)

    def wrong(self, name: str, expected: str, node: Node, meant: str | None = None) -> None:
        advice = f"did you mean `{meant}`?" if meant else f"write {expected}"
        self.report(f"`{name}` is not what it should be and counts for nothing", node, advice)

    def report(self, message: str, node: Node, advice: str | None = None) -> None:
        place = self.script.span(Place(node.start, node.end))
        self.found.append(finding("unsupported-setting", message, place, help=advice))

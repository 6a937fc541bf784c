"""From the tree of a text to the debate: what is said all over the text, put together."""

from argmap.core.diagnostics import Diagnostic
from argmap.formats.argdown.debate.assembly import Assembly
from argmap.formats.argdown.debate.model import Debate
from argmap.formats.argdown.debate.references import check_references
from argmap.formats.argdown.debate.relations import settle
from argmap.formats.argdown.debate.sections import regroup
from argmap.formats.argdown.debate.steps import explode
from argmap.formats.argdown.settings.reports import reports
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.text.syntax import Document


def resolve(document: Document, script: Manuscript) -> tuple[Debate, list[Diagnostic]]:
    """Put a document together, as its settings say.

    Args:
        document: The tree of the text.
        script: The text itself, for the places of findings.

    Returns:
        The debate, and the findings: `second-structure`, `undefined-claim`, `unknown-mention`, `differing-texts`,
        `unsupported-setting`, and `invalid-data` for rows that a structure does not have. It never raises.
    """
    settings = Settings.of(document.settings)
    assembly = Assembly.start(script, settings.group)
    assembly.add(document.blocks)
    debate = assembly.debate
    debate.settings = document.settings
    debate.node = document.front_matter.node if document.front_matter else None
    debate.sections = assembly.outline.outermost
    found = [*assembly.found, *check_references(debate, assembly.mentions, script)]
    settle(
        debate,
        assembly.relations.found,
        is_strict=settings.is_strict,
        transforms=settings.transforms_relations,
    )
    if settings.explodes_arguments:
        explode(debate)
    if settings.group.regroup:
        regroup(debate, settings.group, assembly.outline.deepest)
    if document.front_matter:
        found += reports(document.front_matter, script)
    return debate, found

"""The entry point: the list of commands, and nothing that takes time to load."""

import gc

import click

from argmap import __version__
from argmap.cli.group import Entry, LazyGroup

SECTIONS = {
    "Look at maps": {
        "check": Entry("argmap.cli.check", "Find what is wrong or weak in maps."),
        "render": Entry("argmap.cli.render", "Draw maps as pictures."),
        "show": Entry("argmap.cli.show", "Show a map as a tree in the terminal."),
        "evaluate": Entry("argmap.cli.evaluate", "Say which claims of a map stand, or how strong they are."),
        "why": Entry("argmap.cli.why", "Explain why a claim stands, falls or is undecided."),
        "diff": Entry("argmap.cli.diff", "Say what changed in a debate between two maps."),
        "solve": Entry("argmap.cli.solve", "Solve a problem of abstract argumentation, as solvers at ICCMA do."),
    },
    "Edit maps": {
        "new": Entry("argmap.cli.new", "Write a small map to start from."),
        "add": Entry("argmap.cli.edits.add", "Add a claim, a relation, or what they refer to."),
        "set": Entry("argmap.cli.edits.set", "Set fields of a claim, a relation or the map."),
        "link": Entry("argmap.cli.edits.link", "Link premises: they count only together."),
        "unlink": Entry("argmap.cli.edits.unlink", "Unlink premises: each is a reason of its own then."),
        "rename": Entry("argmap.cli.edits.rename", "Give something another id, everywhere."),
        "merge": Entry("argmap.cli.edits.merge", "Merge two claims that say the same."),
        "split": Entry("argmap.cli.edits.split", "Split a claim that says two things."),
        "move": Entry("argmap.cli.edits.move", "Move claims into a group, or groups into another one."),
        "remove": Entry("argmap.cli.edits.remove", "Remove claims, relations or whatever else."),
        "fmt": Entry("argmap.cli.fmt", "Give argument files the canonical layout."),
        "extract": Entry("argmap.cli.edits.extract", "Extract a part of a map as a map of its own."),
        "merge-file": Entry("argmap.cli.merge_file", "Merge two versions of a map, as git's merge driver."),
        "convert": Entry("argmap.cli.convert", "Write maps in another format."),
    },
    "Put maps into documents": {
        "embed": Entry("argmap.cli.embed", "Keep the maps in documents fresh."),
        "report": Entry("argmap.cli.report", "Write a report from a map."),
    },
    "Learn and set up": {
        "rule": Entry("argmap.cli.rule", "Explain a rule, or list them all."),
        "scheme": Entry("argmap.cli.scheme", "Explain a scheme of argumentation, or list them all."),
        "formats": Entry("argmap.cli.formats", "List the formats of maps and pictures, with what each can hold."),
        "schema": Entry("argmap.cli.schema", "Print the JSON Schema of map files, for editors."),
        "lsp": Entry("argmap.cli.lsp", "Serve an editor: findings, completion, renaming and more."),
        "completion": Entry("argmap.cli.completion", "Print the completion script for a shell."),
    },
}
"""The commands by what people want to do, in the order in which they need them."""

COMMANDS = {name: entry for entries in SECTIONS.values() for name, entry in entries.items()}

_HELP = """Turn a debate into a file that you can read, check, reason over, draw and put in a report.

\b
Examples:
  argmap new tram                      write tram.argmap.yaml to start from
  argmap check                         check all maps below this folder
  argmap render tram.argmap.yaml       draw tram.svg
  argmap show tram.argmap.yaml         show it here
  argmap evaluate tram.argmap.yaml     say what stands
  argmap add tram.argmap.yaml claim "It is quiet." --supports build
"""

cli = LazyGroup(
    name="argmap",
    sections=SECTIONS,
    help=_HELP,
    epilog="Exit status: 0 all clear, 1 findings, 2 wrong usage, 3 a file that is missing or cannot be written.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    no_args_is_help=False,
)
click.version_option(__version__, "--version", "-V", message="argmap %(version)s")(cli)


def main() -> None:
    """Run the command line of this process."""
    # A large map is a million small values that all stay: looking for garbage among them is a quarter of the time.
    gc.set_threshold(100_000, 20, 100)
    cli.main(prog_name="argmap")

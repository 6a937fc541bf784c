"""The entry point: the list of commands, and nothing that takes time to load."""

import gc

import click

from argmap import __version__
from argmap.cli.group import Entry, LazyGroup

COMMANDS = {
    "check": Entry("argmap.cli.check", "Find what is wrong or weak in maps."),
    "render": Entry("argmap.cli.render", "Draw maps as pictures."),
    "show": Entry("argmap.cli.show", "Show a map as a tree in the terminal."),
    "evaluate": Entry("argmap.cli.evaluate", "Say which claims of a map stand, or how strong they are."),
    "why": Entry("argmap.cli.why", "Explain why a claim stands, falls or is undecided."),
    "solve": Entry("argmap.cli.solve", "Solve a problem of abstract argumentation, as solvers at ICCMA do."),
    "embed": Entry("argmap.cli.embed", "Keep the maps in documents fresh."),
    "report": Entry("argmap.cli.report", "Write a report from a map."),
    "new": Entry("argmap.cli.new", "Write a small map to start from."),
    "convert": Entry("argmap.cli.convert", "Write maps in another format."),
    "rule": Entry("argmap.cli.rule", "Explain a rule, or list them all."),
    "formats": Entry("argmap.cli.formats", "List the formats of maps and pictures."),
    "schema": Entry("argmap.cli.schema", "Print the JSON Schema of map files, for editors."),
    "completion": Entry("argmap.cli.completion", "Print the completion script for a shell."),
}

_HELP = """Turn a debate into a file that you can read, check, reason over, draw and put in a report.

\b
Examples:
  argmap new tram                      write tram.argmap.yaml to start from
  argmap check                         check all maps below this folder
  argmap render tram.argmap.yaml       draw tram.svg
  argmap show tram.argmap.yaml         show it here
  argmap evaluate tram.argmap.yaml     say what stands
"""

cli = LazyGroup(
    name="argmap",
    entries=COMMANDS,
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

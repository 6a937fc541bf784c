"""`argmap schema`: print the JSON Schema of map files."""

import json

import click

from argmap.cli import console
from argmap.core.writing import write_whole

_HELP = """Print the JSON Schema of map files, for editors.

An editor that speaks YAML completes fields and marks slips with it. Files made by argmap new name it in their first
line.

\b
Examples:
  argmap schema
  argmap schema -o argmap.schema.json
"""


@click.command("schema", help=_HELP)
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Write it to a file.")
def command(*, output: str | None) -> int:
    """Print or write the schema."""
    from argmap.formats.native import json_schema

    schema: object = json_schema()
    text = schema if isinstance(schema, str) else json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    if output in {None, "-"}:
        console.put_data(text.encode())
    else:
        write_whole(str(output), text.encode())
        console.say(f"wrote {output}")
    return 0

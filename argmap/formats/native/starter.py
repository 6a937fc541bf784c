"""The small commented file that `argmap new` writes."""

from argmap.formats.native.yaml_text import scalar

_STARTER = """\
# yaml-language-server: $schema=argmap.schema.json
# An argument map. `argmap check {file}` finds mistakes, `argmap render {file}` draws it.
argmap: 1                                     # the version of the format
title: {title}

# What the debate is about. A claim that `answers` a question is a position.
questions:
  main: Should the town build a tram line?

# Who holds claims. Refer to them with `by`.
speakers:
  mayor: The mayor
  opposition: The opposition

claims:
  build:
    title: Build the tram
    text: The town should build a tram line.
    answers: main
    by: mayor
  faster:
    title: Faster trips
    text: A tram shortens the trip to the centre.
    supports: build                           # a reason for a claim
    by: mayor
  expensive:
    title: Too expensive
    text: The line costs more than the town can pay.
    by: opposition
    attacks:                                  # a reason against a claim, in long form
      to: build
      with: [limited-money]                   # linked: the two premises count only together
      id: cost                                # a name, so that others can refer to this step
  limited-money:
    title: No other money
    text: Nobody but the town will pay for the line.
    implicit: true                            # nobody says so, but the reasoning needs it
  state-pays:
    title: The state pays half
    text: The state pays half of every new tram line.
    attacks: cost                             # an undercut: it stops the step, not the claim
    by: mayor
"""


def starter(name: str) -> str:
    """Return the text of a small commented map called `name`, which is clean under every rule."""
    stem = name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1].removesuffix(".argmap.yaml").removesuffix(".argmap.yml")
    words = stem.replace("-", " ").replace("_", " ").split() or ["A", "debate"]
    title = scalar(" ".join([words[0][0].upper() + words[0][1:], *words[1:]]))
    file = "".join(letter for letter in f"{stem}.argmap.yaml" if letter.isprintable())  # it stands in a comment
    return _STARTER.replace("{file}", file).replace("{title}", title)

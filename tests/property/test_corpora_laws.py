"""Laws of the formats of annotated corpora: whatever is done to their files, what is read is sound."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.diagnostics import Severity
from argmap.core.source import SourceFile
from argmap.pipeline import load, write
from argmap.rules import check
from argmap.rules.base import Context
from tests.interchange import CASES

_ID = re.compile(r'"[^"\n]*"|\b[TRA][0-9]+\b|\b[aec][0-9]+\b')
_WORDS = st.sampled_from(
    [*'\0\t\n\r<>"&;:#*T', "\ud800", "\u2028", "null", "0", "-1", "9" * 30, "und", "add", "sup", "Arg1:", "ü🙂", "\tx"]
)


def _files(format, suffix):
    found = sorted(path for path in (CASES / format).rglob(f"*{suffix}") if path.is_file())
    return st.sampled_from([path.read_bytes().decode("utf-8", "replace") for path in found])


@st.composite
def damaged(draw, texts):
    """A text that was cut, or whose characters, lines and ids were put elsewhere."""
    text = draw(texts)
    for _ in range(draw(st.integers(1, 5))):
        if not text:
            break
        start = draw(st.integers(0, len(text) - 1))
        end = min(len(text), start + draw(st.integers(0, 30)))
        match draw(st.sampled_from(["cut", "end", "replace", "lines", "repeat", "ids"])):
            case "cut":
                text = text[:start] + text[end:]
            case "end":
                text = text[:start]
            case "replace":
                text = text[:start] + draw(_WORDS) + text[end:]
            case "lines":
                lines = text.split("\n")
                lines[start % len(lines)], lines[end % len(lines)] = lines[end % len(lines)], lines[start % len(lines)]
                text = "\n".join(lines)
            case "repeat":
                lines = text.split("\n")
                lines.insert(end % len(lines), lines[start % len(lines)])
                text = "\n".join(lines)
            case "ids":
                ids = _ID.findall(text)
                if ids:
                    text = text.replace(ids[start % len(ids)], ids[end % len(ids)], 2)
    return text


def _is_sound(text, format):
    loaded = load(SourceFile("file", text), format)
    for item in loaded.diagnostics:
        assert item.primary is not None
        assert 0 <= item.primary.start <= item.primary.end <= len(text)
    if loaded.map is None:
        assert [item.severity for item in loaded.diagnostics][-1] is Severity.ERROR
        return
    made = loaded.map
    assert not [item for item in check(Context.of(made)) if item.severity is Severity.ERROR]
    for part in (*made.claims, *made.relations, *made.questions):
        assert all(0 <= span.start <= span.end <= len(text) for span in part.spans.values())
    native = load(SourceFile("file", write(made, "yaml").text), "yaml")
    assert not native.diagnostics
    assert native.map == made


@settings(max_examples=150)
@given(damaged(_files("microtexts", ".xml")))
def test_damaged_argument_graphs(text):
    _is_sound(text, "microtexts")


@settings(max_examples=150)
@given(damaged(_files("brat", ".ann")))
def test_damaged_annotations(text):
    _is_sound(text, "brat")


UNITS = [f"a{number}" for number in range(1, 6)]


@st.composite
def graphs(draw):
    """Argument graphs with edges between whatever there is."""
    rows = [
        f'<edu id="e{number}">Words {number}</edu><adu id="a{number}" type="{draw(st.sampled_from(["pro", "opp"]))}"/>'
        f'<edge id="s{number}" src="e{number}" trg="a{number}" type="seg"/>'
        for number in range(1, 6)
    ]
    edges = [f"c{number}" for number in range(draw(st.integers(0, 9)))]
    for name in edges:
        kind = draw(st.sampled_from(["sup", "exa", "reb", "und", "add", "seg"]))
        source, target = draw(st.sampled_from(UNITS)), draw(st.sampled_from([*UNITS, *edges, "s1", "nowhere"]))
        rows.append(f'<edge id="{name}" src="{source}" trg="{target}" type="{kind}"/>')
    return f'<arggraph id="x" topic_id="y">{"".join(draw(st.permutations(rows)))}</arggraph>', edges


@settings(max_examples=150)
@given(graphs())
def test_every_edge_is_a_relation_or_adds_to_one_or_is_carried_along(case):
    text, edges = case
    _is_sound(text, "microtexts")
    made = load(SourceFile("file", text), "microtexts").map
    assert made is not None and sorted(claim.id for claim in made.claims) == UNITS
    found = [item.id for item in made.relations]
    for item in made.relations:
        found += [added["id"] for added in item.data.get("microtexts", {}).get("add", ())]
    found += [left["id"] for left in made.data["microtexts"].get("edges", ())]
    assert sorted(found) == sorted(edges)


@st.composite
def annotations(draw):
    """Annotations with relations between whatever there is."""
    labels = st.sampled_from(["MajorClaim", "Claim", "Premise"])
    rows = [f"T{at}\t{draw(labels)} {at * 9} {at * 9 + 7}\twords {at}" for at in range(draw(st.integers(1, 5)))]
    ids = st.sampled_from([*(f"T{at}" for at in range(6)), *(f"R{at}" for at in range(6))])
    for at in range(draw(st.integers(0, 6))):
        label = draw(st.sampled_from(["supports", "attacks", "Support", "semantically_same", "other"]))
        rows.append(f"R{at}\t{label} Arg1:{draw(ids)} Arg2:{draw(ids)}\t")
    for at in range(draw(st.integers(0, 4))):
        rows.append(f"A{at}\tStance {draw(ids)} {draw(st.sampled_from(['For', 'Against', 'Open']))}")
    return draw(st.permutations(rows))


@settings(max_examples=150)
@given(annotations())
def test_every_line_is_a_part_of_the_map_or_is_carried_along(rows):
    text = "".join(f"{row}\n" for row in rows)
    _is_sound(text, "brat")
    made = load(SourceFile("file", text), "brat").map
    assert made is not None
    said = [claim.id for claim in made.claims] + [item.id for item in made.relations]
    said += [line.split("\t")[0] for line in made.data.get("brat", {}).get("lines", ())]
    for part in (*made.claims, *made.relations):
        own = part.data.get("brat", {})
        for mark in (own, *own.get("restated", ())):
            said += [item["id"] for item in mark.get("attributes", ())]
        said += [item["id"] for item in own.get("restated", ())]
    assert sorted(said) == sorted(row.split("\t")[0] for row in rows)

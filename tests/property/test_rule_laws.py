"""Laws of the rules: no map makes them fail, places lie inside the text, safe fixes clear what they are for."""

import re
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.codes import LEDGER
from argmap.core.diagnostics import Severity, apply_edits, in_file_order
from argmap.core.foundation import founded_claims
from argmap.core.graph import MapGraph
from argmap.core.model import (
    ArgumentMap,
    Citation,
    Claim,
    ClaimKind,
    Group,
    Question,
    Relation,
    RelationKind,
    Source,
    Speaker,
)
from argmap.core.source import SourceFile
from argmap.rules import check
from argmap.rules.base import Context
from argmap.rules.suppressions import suppress
from tests.maps import maps
from tests.unit.rules.rule_cases import findings

NAMES = st.sampled_from(["a", "b", "c", "q", "m", "s", "g", "r", "", "a b", "a -> b", "b -> a", "a + b -> c", "r -> r"])
SENTENCES = st.sampled_from(
    [
        "",
        " ",
        "Build it.",
        "build it",
        "Is it? Yes.",
        "因为。所以。",
        "So it is, because.",
        "1.5",
        "?",
        "“",
        "a'b’c",
        "…",
        "#",
    ]
)
LISTS = st.lists(NAMES, max_size=3).map(tuple)
PLACES = st.lists(
    st.builds(Citation, NAMES, st.none() | SENTENCES, st.none() | st.integers(-1, 5), st.none() | SENTENCES), max_size=2
).map(tuple)
CLAIMS = st.builds(
    Claim,
    NAMES,
    SENTENCES,
    st.none() | SENTENCES,
    st.sampled_from(ClaimKind),
    LISTS,
    LISTS,
    PLACES,
    st.booleans(),
    st.none() | st.floats(),
    st.none() | st.booleans(),
    LISTS,
)
RELATIONS = st.builds(
    Relation,
    NAMES,
    st.sampled_from(RelationKind),
    LISTS,
    NAMES,
    st.booleans(),
    st.none() | st.sampled_from(["sign", "Sign", "nosuch", ""]),
    st.none() | st.floats(),
    LISTS,
    PLACES,
    LISTS,
)
SOURCES = st.builds(
    Source, NAMES, SENTENCES, text=st.none() | st.just("s.txt"), paragraphs=st.none() | st.integers(-1, 4)
)
GROUPS = st.builds(Group, NAMES, SENTENCES, LISTS, st.none() | NAMES)
THINGS = CLAIMS | RELATIONS | SOURCES | GROUPS | st.builds(Question, NAMES, SENTENCES, cites=PLACES)


def some(things):
    return st.lists(things, max_size=4, unique_by=lambda item: item.id).map(tuple)


BROKEN_MAPS = st.builds(
    ArgumentMap,
    language=st.sampled_from([None, "en", "de", ""]),
    claims=some(CLAIMS),
    relations=some(RELATIONS),
    questions=some(st.builds(Question, NAMES, SENTENCES, st.none() | SENTENCES)),
    speakers=some(st.builds(Speaker, NAMES, SENTENCES)),
    sources=some(SOURCES),
    groups=some(GROUPS),
    repeated=st.lists(THINGS, max_size=2).map(tuple),
)
COPIES = st.none() | st.text(alphabet="ab #\n.1…“", max_size=30).map(lambda text: SourceFile("s.txt", text))


@given(BROKEN_MAPS, COPIES, st.booleans())
def test_no_map_makes_a_rule_fail(argument_map, copy, is_argdown):
    texts = {source.id: copy for source in argument_map.sources if source.text}
    found = check(Context.of(argument_map, texts, is_argdown=is_argdown))
    assert found == in_file_order(found)
    assert all(item.message and not item.message.endswith(".") for item in found)


@given(maps())
def test_a_map_whose_references_lead_somewhere_has_none_that_do_not(argument_map):
    found = {item.name for item in check(Context.of(argument_map))}
    unknown = {"unknown-question", "unknown-speaker", "unknown-source", "unknown-group", "unknown-member"}
    assert not found & {*unknown, "unknown-scheme", "unknown-reference", "undercut-of-nothing", "invalid-id"}


@st.composite
def webs_of_support(draw):
    """A map of a few claims with many supports, none of a claim for itself; most have circles."""
    names = "abcdef"
    claims = tuple(Claim(name, "So.", assumed=draw(st.sampled_from([None, None, None, True, False]))) for name in names)
    ends = st.lists(st.sampled_from(names), min_size=2, max_size=3, unique=True).map(tuple)
    found = draw(st.lists(ends, max_size=12, unique=True))
    return ArgumentMap(
        claims=claims,
        relations=tuple(Relation(str(item), RelationKind.SUPPORT, item[1:], item[0]) for item in found),
    )


@given(webs_of_support())
def test_every_claim_without_foundation_is_named_and_assuming_the_causes_mends_it(argument_map):
    found = unfounded_findings(argument_map)
    told = [name for item in found for name in re.findall("`(.+?)`", " ".join((item.message, *item.notes)))]
    founded = founded_claims(MapGraph(argument_map))
    assert sorted(told) == sorted(claim.id for claim in argument_map.claims if claim.id not in founded)
    causes = {name for item in found for name in re.findall("`(.+?)`", item.message)}
    claims = tuple(replace(claim, assumed=True) if claim.id in causes else claim for claim in argument_map.claims)
    assert unfounded_findings(replace(argument_map, claims=claims)) == []


def unfounded_findings(argument_map):
    return [item for item in check(Context.of(argument_map)) if item.name == "unfounded-claim"]


# files

IDS = st.sampled_from(["a", "b", "c", "build", "bulid", "a -> b", "r", '"a"', "mayor"])
WORDS = st.sampled_from(["Build it.", "Build it", "It is fast. It is dear.", '"Why?"', "No, because.", '"# no"', '""'])


@st.composite
def listed(draw, indent):
    """One id, a list in brackets, or a list with dashes."""
    ids = draw(st.lists(IDS, min_size=1, max_size=4))
    match draw(st.sampled_from(["one", "flow", "block", "comment"])):
        case "one":
            return f" {ids[0]}\n"
        case "flow":
            return f" [{draw(st.sampled_from([', ', ',', ' ,  ']))}".rstrip(" ,") + ", ".join(ids) + "]\n"
        case "block":
            return "\n" + "".join(f"{indent}- {name}\n" for name in ids)
        case _:
            return "\n" + "".join(f"{indent}- {name} # remark\n" for name in ids)


@st.composite
def files(draw):
    """A native file with many slips in it, but none of syntax."""
    lines = ["argmap: 1\nspeakers: {mayor: The mayor}\nquestions: {build: Should we?}\nsources: {a: Study}\nclaims:\n"]
    for name in draw(st.lists(st.sampled_from(["a", "b", "c", "d", "build", "r"]), min_size=1, max_size=5)):
        text = draw(WORDS)
        if draw(st.booleans()):
            lines.append(f"  {name}: {text}\n")
            continue
        lines.append(f"  {name}:\n    text: {text}\n")
        if draw(st.booleans()):
            lines.append(f"    title: {draw(WORDS)}\n")
        for field in draw(st.lists(st.sampled_from(["supports", "attacks", "by", "answers", "tags"]), unique=True)):
            lines.append(f"    {field}:{draw(listed('      '))}")
        if draw(st.booleans()):
            scheme = draw(st.sampled_from(["sign", "Argument from Sign", "'Expert Opinion'", "sing"]))
            named = draw(st.sampled_from(["", ", id: r", ", id: t"]))
            lines.append(f"    conflicts: {{to: {draw(IDS)}, scheme: {scheme}{named}}}\n")
    if draw(st.booleans()):
        lines.append("relations:\n")
        for _ in range(draw(st.integers(1, 3))):
            kind = draw(st.sampled_from(["support", "attack", "conflict"]))
            lines.append(f"  - kind: {kind}\n    target: {draw(IDS)}\n    premises:{draw(listed('      '))}")
    if draw(st.booleans()):
        lines.append(f"groups:\n  g: {{parent: {draw(IDS)}}}\n  h:\n    members:{draw(listed('      '))}")
    text = "".join(lines)
    return SourceFile("m.argmap.yaml", draw(st.sampled_from([text, text.rstrip("\n"), text.replace("\n", "\r\n")])))


def inside(source, span):
    return span.source is source and 0 <= span.start <= span.end <= len(source.text)


@given(files())
def test_places_lie_inside_the_text(source):
    for item in findings(source):
        assert item.primary is not None
        assert inside(source, item.primary)
        assert all(inside(source, label.span) for label in item.secondary)
        assert item.fix is None or all(inside(source, edit.span) for edit in item.fix.edits)


@settings(max_examples=200)
@given(files())
def test_a_safe_fix_clears_its_finding_and_breaks_nothing(source):
    before = findings(source)
    for item in before:
        if item.fix and item.fix.safe:
            after = findings(apply_edits(source, item.fix.edits))
            assert Counter(one.name for one in after)[item.name] < Counter(one.name for one in before)[item.name]
            assert errors(after) <= errors(before)


def errors(found):
    return len([item for item in found if item.severity is Severity.ERROR])


@given(files())
def test_suggested_fixes_leave_a_file_that_can_be_read(source):
    for item in findings(source):
        if item.fix:
            after = findings(apply_edits(source, item.fix.edits))
            assert "syntax-error" not in [one.name for one in after]


@given(files(), st.data())
def test_a_comment_on_its_line_suppresses_a_finding(source, data):
    found = [item for item in findings(source) if not item.code.startswith(("AM9", "AM0"))]
    if not found:
        return
    item = data.draw(st.sampled_from(found))
    word = data.draw(st.sampled_from([item.name, item.code]))
    line = item.primary.line
    end = source.line_starts[line - 1] + len(source.line_text(line))
    text = f"{source.text[:end]} # argmap: allow {word} — on purpose{source.text[end:]}"
    after = findings(SourceFile(source.name, text))
    assert (line, item.name) not in {(one.primary.line, one.name) for one in after}
    assert "unused-suppression" not in [one.name for one in after]


@given(st.text(alphabet="#argmap: allow-isolated-claim,AM205\n\"'|>{}[] \r\t—", max_size=80))
def test_no_comment_makes_suppression_fail(text):
    source = SourceFile("m", "argmap: 1\n# argmap: allow " + text)
    for item in suppress(source, []):
        assert inside(source, item.primary)
        assert item.name in LEDGER

"""Laws of Argdown as a form of maps: any map is the same map after it was a debate, and again after it was a text."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.formats.argdown import read_json, write_json
from argmap.formats.argdown.debate.resolve import resolve
from argmap.formats.argdown.export.map_groups import sections_of
from argmap.formats.argdown.from_map.from_map import debate_of
from argmap.formats.argdown.text.includes import splice
from argmap.formats.argdown.text.parser import parse
from argmap.formats.argdown.to_map.to_map import to_map
from tests.maps import NASTY_TEXTS, maps, rich_maps

TITLES = ["A", "B", "C", "D d"]
WORDS = ["some words", "a *bold* word", "text #t", "x #(t u) y", "so @[A] is", r"esc \* a", "the same", "the same too"]
DATA = ["", "", "", " {isInMap: false}", ' {color: "#f00", n: 1}', " {isCanonical: true}", " {uses: [1], argdown: 3}"]
SIGNS = ["+", "-", "->", "+>", "<+", "<-", "_>", "<_", "><"]
RULES = ["", "Expert opinion", "expert-opinion", "Luck, Rule {x: y}", "{uses: [2, 1]}", "{from: [1]}"]
SETTINGS = [
    "title: T",
    "model: {mode: strict}",
    "model: {removeTagsFromText: true}",
    "model: {transformArgumentRelations: false}",
    "model: {explodeArguments: true}",
    "selection: {statementSelectionMode: all, excludeDisconnected: false}",
    "selection: {statementSelectionMode: top-level}",
    "color: {colorScheme: colorbrewer-paired, tagColors: {t: 2}}",
    "group: {groupDepth: 1}",
]


@st.composite
def elements(draw, kinds="[<"):
    title, words = draw(st.sampled_from(TITLES)), draw(st.sampled_from(WORDS))
    left = draw(st.sampled_from(kinds))
    name = f"[{title}]" if left == "[" else f"<{title}>"
    forms = [name, f"{name} #t", f"{name}: {words}"] + ([words] if left == "[" else [])
    return draw(st.sampled_from(forms)) + draw(st.sampled_from(DATA))


@st.composite
def trees(draw, level=0):
    """A paragraph with what is nested under it."""
    lines = [draw(elements())]
    for _ in range(draw(st.integers(0, 2 if level < 3 else 0))):
        sign = draw(st.sampled_from(SIGNS))
        first, *others = draw(trees(level + 1)) if sign != "><" else [draw(elements("["))]
        lines += [f"  {sign} {first}", *(f"  {line}" for line in others)]
    return lines


@st.composite
def structures(draw):
    """A premise-conclusion structure, perhaps with the argument above it."""
    lines = [draw(elements("<")), ""] if draw(st.booleans()) else []
    number = 0
    for _ in range(draw(st.integers(1, 3))):
        for _ in range(draw(st.integers(0 if number else 1, 2))):
            number += 1
            lines.append(f"({number}) {draw(elements('['))}")
        rule = draw(st.sampled_from(RULES))
        lines += ["--", rule, "--"] if rule else ["----"]
        lines += [f"  <_ {draw(elements())}"] if draw(st.booleans()) else []
        number += 1
        lines.append(f"({number}) {draw(elements('['))}")
    return lines


@st.composite
def texts(draw):
    """An Argdown text."""
    settings = draw(st.lists(st.sampled_from(SETTINGS), max_size=2, unique_by=lambda line: line.split(":")[0]))
    blocks = [["===", *settings, "==="]] if settings else []
    headings = st.builds(
        "{} {}{}".format, st.sampled_from(["#", "##", "####"]), *[st.sampled_from(["H", "*H* #t"])] * 2
    )
    blocks += draw(st.lists(trees() | structures() | headings.map(lambda line: [line]), max_size=6))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def debate_in(text):
    script, _ = splice(SourceFile("debate.argdown", text))
    document, _ = parse(script)
    return resolve(document, script)[0]


def sorted_by_id(argument_map):
    return replace(argument_map, relations=tuple(sorted(argument_map.relations, key=lambda item: item.id)))


def all_sorted_by_id(argument_map):
    """A map with everything in the order of ids that has its order from that of claims."""
    claims = tuple(sorted(argument_map.claims, key=lambda item: item.id))
    groups = tuple(replace(item, members=tuple(sorted(item.members))) for item in argument_map.groups)
    return replace(sorted_by_id(argument_map), claims=claims, groups=groups)


def told(debate):
    """What a debate says, by titles; those without one come in the same order again."""
    number = {id(item): place for place, item in enumerate(debate.statements.values())}

    def row(member):
        step = member.inference and (member.inference.rules, member.inference.data or None)
        return number[id(debate.statements[member.title])], member.role, step

    def words(item):
        text = item.canonical.text.strip() if item.canonical else None
        data = sorted((item.data or {}).items(), key=str)
        return text, item.tags, data, item.section and item.section.id

    def end(item):
        if hasattr(item, "rules"):
            return [row(member) for member in item.argument.structure], item.index
        return number.get(id(item)) if id(item) in number else item.title

    return {
        "statements": [(item.is_titled and item.title, *words(item)) for item in debate.statements.values()],
        "arguments": sorted(
            repr((item.is_titled and item.title, *words(item), [row(it) for it in item.structure]))
            for item in debate.arguments.values()
        ),
        "relations": sorted(repr((item.type, end(item.source), end(item.target))) for item in debate.relations),
        "sections": [(it.id, it.title, it.level, it.data, it.tags) for it in sections_of(debate.sections)],
        "tags": sorted(debate.tags),
        "settings": debate.settings,
    }


@given(maps() | rich_maps() | rich_maps(4, NASTY_TEXTS))
def test_any_map_is_the_same_after_it_was_a_debate(argument_map):
    debate, losses = debate_of(argument_map)
    again, found = to_map(debate, None)
    assert (losses, found) == ((), [])
    assert sorted_by_id(again) == sorted_by_id(argument_map)


@given(maps() | rich_maps() | rich_maps(4, NASTY_TEXTS))
def test_any_map_is_the_same_after_it_was_an_export(argument_map):
    text, losses = write_json(argument_map)
    reading = read_json(SourceFile("map.argdown.json", text))
    assert (losses, reading.diagnostics) == ((), ())
    # Statements and arguments stand apart there, so their common order is not kept.
    assert all_sorted_by_id(reading.map) == all_sorted_by_id(argument_map)


@given(texts())
def test_any_debate_is_the_same_after_it_was_a_map(text):
    debate = debate_in(text)
    argument_map, found = to_map(debate, None)
    again, losses = debate_of(argument_map)
    assert (losses, found) == ((), [])
    assert "argmap" not in again.settings
    if "explodeArguments" not in text:  # it gives parts titles that nobody typed
        assert told(again) == told(debate)
    assert sorted_by_id(to_map(again, None)[0]) == sorted_by_id(argument_map)


@given(texts())
def test_all_ends_of_relations_are_in_the_map(text):
    found, _ = to_map(debate_in(text), None)
    ids = [item.id for item in (*found.claims, *found.relations, *found.groups)]
    assert len(ids) == len(set(ids))
    for item in found.relations:
        assert all(premise in found.claim for premise in item.premises)
        assert item.target in found.claim or item.target in found.relation
        assert item.argument is None or item.argument in found.claim
    for group in found.groups:
        assert all(member in found.claim for member in group.members)


@given(texts(), st.sampled_from(["{id: x}", "{step: attack}", "{score: 2, tags: [a, b]}", "{data: 3}", "{cites: #p}"]))
def test_no_text_makes_the_profile_fail(text, data):
    script, _ = splice(SourceFile("x", "===\nargmap: {version: 1}\n===\n\n" + text.replace("{uses: [2, 1]}", data)))
    document, _ = parse(script)
    _, found = to_map(resolve(document, script)[0], script)
    for item in found:
        assert item.primary is None or 0 <= item.primary.start <= item.primary.end <= len(script.text)

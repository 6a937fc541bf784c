"""Maps made by chance for the property tests, and the shortest way from a text to its map."""

from dataclasses import replace

from hypothesis import strategies as st

from argmap.core.model import (
    ArgumentMap,
    Citation,
    Claim,
    ClaimKind,
    Display,
    Group,
    Question,
    Relation,
    RelationKind,
    Source,
    Speaker,
    relation_name,
)
from argmap.core.source import SourceFile
from argmap.formats.native import read_yaml

PLAIN_WORDS = "tram the town no on 1.0 2024-05-02 ~ null ключ 論点 حجة 🙂 ﬁ é e\u0301 \u200b"
TRICKY_WORDS = "# <b> ' \" \\ *x &x [z] {q} % @ ` | > !t ?"
WORDS = st.sampled_from([*PLAIN_WORDS.split(), *TRICKY_WORDS.split(), "a: b", "- y"])
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join).map(str.strip).filter(bool)
SIGNS = [
    *"\n\t\r\0\x07\x1b\x7f\x85\x9f\xa0\u2028\ufeff\ufffe\uffff\U0001f642\U0010ffff",
    *"'\"\\:#,?!&*%@`|>=~<[]{}-+./aBé07ß",
    *[": ", " #", "- ", "? ", " ", "\r\n", "\n\n", "\n  ", "---", "...", "<<", "yes", "null", "true", "1.0", "0x_"],
    *["2024-05-02", "2024-13-45", "2024-05-02 10:00:00", "0o17", "1e5", ".inf", ".nan", "the tram "],
]
NASTY_TEXTS = st.lists(st.sampled_from(SIGNS) | st.characters(codec="utf-8"), min_size=1, max_size=8).map("".join)
"""Texts with whatever is hard to write down; spaces at their ends included."""
COLOURS = st.none() | st.sampled_from(["#1f77b4", "#FF8000", "#000000"])
SHARES = st.none() | st.sampled_from([0.0, 0.25, 1.0])
IDS = ["a", "b", "c", "d", "no", "on", "1.0", "2024-05-02", "мост", "x-1", "y_2", "z.3", "null"]


def map_of(text: str) -> ArgumentMap:
    """Read a native map that must be readable without a finding."""
    reading = read_yaml(SourceFile("map.argmap.yaml", text))
    assert reading.diagnostics == ()
    assert reading.map is not None
    return reading.map


def free_data(texts=TEXTS):
    """What may stand under `data`: any keys, values of any type."""
    single = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts
    nested = st.recursive(
        single, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=5
    )
    return st.just({}) | st.dictionaries(texts, nested, max_size=3)


@st.composite
def citations(draw, sources, texts=TEXTS):
    section = draw(st.none() | st.sampled_from(["1", "Costs", "two words"]))
    paragraph = draw(st.none() | st.integers(1, 30))
    return Citation(draw(st.sampled_from(sources)), section, paragraph, draw(st.none() | texts))


@st.composite
def maps(draw, max_claims=10, texts=TEXTS):
    """A map whose references all lead somewhere; circles may occur. Every field that it has from the beginning is used
    now and then; for the later ones see `rich_maps`.
    """
    wording = texts.map(str.strip).filter(bool)
    ids = draw(st.permutations(IDS))[: draw(st.integers(0, max_claims))]
    sources = ["s1", "s2"] if draw(st.booleans()) else []
    speakers = ["p1", "no"] if draw(st.booleans()) else []
    questions = ["q1", "q2"] if draw(st.booleans()) else []
    some = lambda items: st.lists(st.sampled_from(items), max_size=2, unique=True).map(tuple) if items else st.just(())  # noqa: E731
    cites = st.lists(citations(sources, texts), max_size=2).map(tuple) if sources else st.just(())
    maybe = st.none() | texts
    tags = st.lists(texts, max_size=2).map(tuple)
    claims = tuple(
        Claim(
            id=name,
            text=draw(wording),
            title=draw(maybe),
            kind=draw(st.sampled_from(ClaimKind)),
            answers=draw(some(questions)),
            by=draw(some(speakers)),
            cites=draw(cites),
            implicit=draw(st.booleans()),
            score=draw(SHARES),
            assumed=draw(st.sampled_from([None, None, True, False])),
            tags=draw(tags),
            note=draw(maybe),
            link=draw(st.none() | st.just("https://example.org/a?b=1&c=2")),
        )
        for name in ids
    )
    relations = (
        draw(_relations(ids, speakers=some(speakers), cites=cites, tags=tags, texts=texts)) if len(ids) > 1 else ()
    )
    groups = tuple(
        Group(f"g{number}", draw(texts), tuple(ids[number::3]), f"g{number - 1}" if number else None, draw(maybe))
        for number in range(draw(st.integers(0, 3)))
    )
    return ArgumentMap(
        title=draw(maybe),
        description=draw(maybe),
        language=draw(st.none() | st.just("en")),
        claims=claims,
        relations=relations,
        questions=tuple(Question(name, draw(wording), draw(maybe), draw(cites)) for name in questions),
        speakers=tuple(Speaker(name, draw(texts), draw(maybe)) for name in speakers),
        sources=tuple(Source(name, draw(texts), paragraphs=draw(st.none() | st.just(30))) for name in sources),
        groups=groups,
    )


@st.composite
def rich_maps(draw, max_claims=10, texts=TEXTS):
    """A map as `maps` makes it, in which the fields for data, display and Argdown's ways are used as well."""
    given = draw(maps(max_claims, texts))
    data = free_data(texts)
    wording = texts.map(str.strip).filter(bool)
    arguments = [item.id for item in given.claims if item.kind is ClaimKind.ARGUMENT]
    claims = tuple(
        replace(
            item,
            text=draw(st.just("") | wording) if item.title else item.text,
            restatements=tuple(draw(st.lists(wording, max_size=2))),
            hidden=draw(st.booleans()),
            colour=draw(COLOURS),
            data=draw(data),
        )
        for item in given.claims
    )
    relations = tuple(
        replace(item, argument=draw(st.none() | st.sampled_from(arguments)) if arguments else None, data=draw(data))
        for item in given.relations
    )
    groups = tuple(
        replace(
            item,
            tags=tuple(draw(st.lists(texts, max_size=2))),
            closed=draw(st.booleans()),
            hidden=draw(st.booleans()),
            colour=draw(COLOURS),
            data=draw(data),
        )
        for item in given.groups
    )
    display = Display(
        draw(st.none() | st.sampled_from(["down", "up", "left", "right"])),
        draw(st.none() | st.sampled_from(["title", "text", "both"])),
        draw(st.dictionaries(texts, COLOURS.filter(bool), max_size=2)),
        draw(st.dictionaries(st.sampled_from([*RelationKind, "undercut"]).map(str), COLOURS.filter(bool))),
    )
    return replace(given, claims=claims, relations=relations, groups=groups, display=display, data=draw(data))


@st.composite
def _relations(draw, ids, *, speakers, cites, tags, texts):
    made = {}
    for number in range(draw(st.integers(0, 12))):
        named = draw(st.booleans())
        kind = draw(st.sampled_from(RelationKind))
        premises = tuple(draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True)))
        if kind is RelationKind.CONFLICT:
            premises = premises[:1]
        targets = [*ids, *made] if kind is RelationKind.ATTACK else ids
        target = draw(st.sampled_from(targets))
        name = f"r{number}" if named else relation_name(premises, target)
        if name in made or any(item.premises == premises and item.target == target for item in made.values()):
            continue
        scheme = draw(st.none() | st.just("expert-opinion"))
        note = draw(st.none() | texts)
        made[name] = Relation(
            name, kind, premises, target, named, scheme, draw(SHARES), draw(speakers), draw(cites), draw(tags), note
        )
    return tuple(made.values())

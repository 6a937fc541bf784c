"""Maps made by chance for the property tests, and the shortest way from a text to its map."""

from hypothesis import strategies as st

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
    relation_name,
)
from argmap.core.source import SourceFile
from argmap.formats.native import read_yaml

PLAIN_WORDS = "tram the town no on 1.0 2024-05-02 ~ null ключ 論点 حجة 🙂 ﬁ é e\u0301 \u200b"
TRICKY_WORDS = "# <b> ' \" \\ *x &x [z] {q} % @ ` | > !t ?"
WORDS = st.sampled_from([*PLAIN_WORDS.split(), *TRICKY_WORDS.split(), "a: b", "- y"])
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join).map(str.strip).filter(bool)
SHARES = st.none() | st.sampled_from([0.0, 0.25, 1.0])
IDS = ["a", "b", "c", "d", "no", "on", "1.0", "2024-05-02", "мост", "x-1", "y_2", "z.3", "null"]


def map_of(text: str) -> ArgumentMap:
    """Read a native map that must be readable without a finding."""
    reading = read_yaml(SourceFile("map.argmap.yaml", text))
    assert reading.diagnostics == ()
    assert reading.map is not None
    return reading.map


@st.composite
def citations(draw, sources):
    section = draw(st.none() | st.sampled_from(["1", "Costs", "two words"]))
    paragraph = draw(st.none() | st.integers(1, 30))
    return Citation(draw(st.sampled_from(sources)), section, paragraph, draw(st.none() | TEXTS))


@st.composite
def maps(draw, max_claims=10):
    """A map whose references all lead somewhere, with every field used now and then; circles may occur."""
    ids = draw(st.permutations(IDS))[: draw(st.integers(0, max_claims))]
    sources = ["s1", "s2"] if draw(st.booleans()) else []
    speakers = ["p1", "no"] if draw(st.booleans()) else []
    questions = ["q1", "q2"] if draw(st.booleans()) else []
    some = lambda items: st.lists(st.sampled_from(items), max_size=2, unique=True).map(tuple) if items else st.just(())  # noqa: E731
    cites = st.lists(citations(sources), max_size=2).map(tuple) if sources else st.just(())
    maybe = st.none() | TEXTS
    tags = st.lists(TEXTS, max_size=2).map(tuple)
    claims = tuple(
        Claim(
            id=name,
            text=draw(TEXTS),
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
    relations = draw(_relations(ids, some(speakers), cites, tags)) if len(ids) > 1 else ()
    groups = tuple(
        Group(f"g{number}", draw(TEXTS), tuple(ids[number::3]), f"g{number - 1}" if number else None, draw(maybe))
        for number in range(draw(st.integers(0, 3)))
    )
    return ArgumentMap(
        title=draw(maybe),
        description=draw(maybe),
        language=draw(st.none() | st.just("en")),
        claims=claims,
        relations=relations,
        questions=tuple(Question(name, draw(TEXTS), draw(maybe), draw(cites)) for name in questions),
        speakers=tuple(Speaker(name, draw(TEXTS), draw(maybe)) for name in speakers),
        sources=tuple(Source(name, draw(TEXTS), paragraphs=draw(st.none() | st.just(30))) for name in sources),
        groups=groups,
    )


@st.composite
def _relations(draw, ids, speakers, cites, tags):
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
        note = draw(st.none() | TEXTS)
        made[name] = Relation(
            name, kind, premises, target, named, scheme, draw(SHARES), draw(speakers), draw(cites), draw(tags), note
        )
    return tuple(made.values())

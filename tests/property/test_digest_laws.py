"""Laws of what is told of a map, for maps of any shape, with faults and without."""

import re
import unicodedata
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, RelationKind
from argmap.digest import Case, Digest, digest_of
from argmap.digest.summary import LONGEST, sentence
from argmap.embed.texts import TEXTS
from argmap.markup import MARKUPS
from argmap.markup.base import Item, Markup
from tests.labellings import labellings
from tests.maps import NASTY_TEXTS, maps


@st.composite
def any_maps(draw: st.DrawFn) -> ArgumentMap:
    """A map with hidden claims and closed groups, now and then without things that others refer to."""
    whole = draw(maps(8) | maps(4, NASTY_TEXTS))
    hidden = draw(st.sets(st.sampled_from([item.id for item in whole.claims]), max_size=3)) if whole.claims else set()
    return replace(
        whole,
        claims=tuple(replace(item, hidden=item.id in hidden) for item in whole.claims[draw(st.integers(0, 1)) :]),
        questions=whole.questions[draw(st.integers(0, 1)) :],
        speakers=whole.speakers[draw(st.integers(0, 1)) :],
        sources=whole.sources[draw(st.integers(0, 1)) :],
        groups=tuple(replace(item, closed=True) for item in whole.groups),
    )


def cases(digest: Digest) -> list[Case]:
    return [case for section in digest.sections for case in section.cases]


@given(any_maps())
def test_every_claim_that_is_shown_is_told_in_full_exactly_once(given_map):
    digest = digest_of(given_map)
    told = Counter(case.claim.id for case in cases(digest) if not case.is_repeat)
    for case in cases(digest):
        for point in (*case.reasons, *case.objections):
            told.update(claim.id for claim in point.claims if claim.id not in point.repeats)
    assert told == Counter(claim.id for claim in given_map.claims if not claim.hidden)


@given(any_maps())
def test_every_relation_that_leads_to_a_claim_is_told_once_and_a_conflict_at_most_at_both_ends(given_map):
    digest = digest_of(given_map)
    graph = MapGraph(digest.map)
    told = Counter(point.relation.id for case in cases(digest) for point in (*case.reasons, *case.objections))
    for item in graph.relations:
        if item.kind is RelationKind.CONFLICT:
            assert told[item.id] in (1, 2)
        else:
            assert told[item.id] == (1 if _leads_to_a_claim(digest.map, item.id) else 0)
    assert told.keys() <= {item.id for item in graph.relations}


def _leads_to_a_claim(given_map: ArgumentMap, name: str) -> bool:
    seen = set()
    while name in given_map.relation and name not in seen:
        seen.add(name)
        name = given_map.relation[name].target
        if name in given_map.claim:
            return True
    return False


@given(any_maps())
def test_points_answer_what_was_told_before_them_and_levels_grow_by_one_at_most(given_map):
    for case in cases(digest_of(given_map)):
        for side, is_support in ((case.reasons, True), (case.objections, False)):
            above = {case.claim.id: (-1, True)}
            last = -1
            for point in side:
                level, favours = above[point.target]
                assert point.level == level + 1 <= last + 1
                assert point.favours == (favours == (point.effect == "support"))
                assert point.level or (point.effect == "support") == is_support
                above |= {
                    claim.id: (point.level, point.favours) for claim in point.claims if claim.id not in point.repeats
                }
                above[point.relation.id] = (point.level, point.favours)
                last = point.level


@given(any_maps(), st.data())
def test_a_digest_of_what_is_shown_is_the_same_again(given_map, data):
    labelling = data.draw(st.none() | labellings(given_map))
    digest = digest_of(given_map, labelling)
    assert digest_of(given_map, labelling) == digest
    assert digest_of(digest.map, labelling) == digest


@given(any_maps(), st.data())
def test_a_summary_is_one_short_sentence(given_map, data):
    told = sentence(given_map, data.draw(st.none() | labellings(given_map)))
    assert told.startswith("Argument map")
    assert told.endswith(".")
    assert len(told) <= LONGEST
    assert not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in told)


@given(any_maps())
def test_nobody_is_on_both_sides_of_a_disagreement(given_map):
    for item in digest_of(given_map).disagreements:
        assert item.by and item.by_others
        assert {one.id for one in item.by}.isdisjoint(one.id for one in item.by_others)


def keeping(words: list[str], items: list[Item]) -> Markup:
    """A markup whose words of the map and of argmap are kept, and stand as `#` in what is written."""

    def text(plain: str) -> str:
        words.append(plain)
        return "#" if plain else ""

    def bullets(given_items: list[Item]) -> str:
        items.extend(given_items)
        return "".join(f"{item.text}\n" for item in given_items)

    return Markup(
        name="keeping",
        text=text,
        strong=lambda inner: inner,
        emphasis=lambda inner: inner,
        link=lambda inner, target: inner,
        bullets=bullets,
        table=lambda head, rows: "".join(f"{cell}\n" for row in [head, *rows] for cell in row),
    )


@given(any_maps(), st.sampled_from(list(TEXTS)), st.data())
def test_all_words_of_a_text_go_through_the_markup_on_one_line(given_map, name, data):
    words: list[str] = []
    items: list[Item] = []
    written = TEXTS[name].write(given_map, data.draw(st.none() | labellings(given_map)), keeping(words, items))
    assert re.fullmatch(r"[#.()—; \n]+", written)
    assert written.endswith("\n")
    assert all(len(word.splitlines()) <= 1 for word in words)
    depth = -1
    for item in items:
        assert 0 <= item.level <= depth + 1
        depth = item.level


@given(any_maps(), st.sampled_from(list(TEXTS)), st.sampled_from(list(MARKUPS)))
def test_a_text_is_the_same_again(given_map, name, markup):
    assert TEXTS[name].write(given_map, None, MARKUPS[markup]) == TEXTS[name].write(given_map, None, MARKUPS[markup])


@given(any_maps(), st.sampled_from(["outline", "open-questions"]))
def test_markdown_reads_as_many_items_as_were_written_and_nothing_else(given_map, name):
    from markdown_it import MarkdownIt

    items: list[Item] = []
    TEXTS[name].write(given_map, None, keeping([], items))
    tokens = MarkdownIt("commonmark", {"maxNesting": 200}).parse(
        TEXTS[name].write(given_map, None, MARKUPS["markdown"])
    )
    assert sum(token.type == "list_item_open" for token in tokens) == len(items)
    inner = {child.type for token in tokens for child in token.children or ()}
    assert inner <= {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close"}


@given(any_maps(), st.sampled_from(["outline", "open-questions", "sources"]))
def test_restructuredtext_reads_as_many_items_as_were_written_without_complaint(given_map, name):
    from docutils import nodes
    from docutils.core import publish_doctree

    items: list[Item] = []
    TEXTS[name].write(given_map, None, keeping([], items))
    written = TEXTS[name].write(given_map, None, MARKUPS["restructuredtext"])
    tree = publish_doctree(
        written, settings_overrides={"report_level": 5, "halt_level": 5, "file_insertion_enabled": False}
    )
    assert len(list(tree.findall(nodes.list_item))) == len(items)
    assert not list(tree.findall(nodes.problematic))

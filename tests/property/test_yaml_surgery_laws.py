"""Laws of the surgery under all editing of YAML: it succeeds in any layout and touches only what it is about."""

import difflib
import re
from collections import Counter

from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.core.diagnostics import apply_edits
from argmap.editing.yaml.draft import Draft
from argmap.editing.yaml.insertion import insert_item, insert_pair
from argmap.editing.yaml.removal import remove
from argmap.editing.yaml.rendering import plain_reading
from argmap.editing.yaml.replacement import lengthen, listed, replace
from argmap.editing.yaml.syntax import Leaf, Sequence, Table
from tests.layouts import layouts
from tests.maps import TEXTS, maps, rich_maps

VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(TEXTS, inner, min_size=1, max_size=3)
)


@st.composite
def drafts(draw):
    return Draft(draw(layouts(draw(maps(5) | rich_maps(5)))))


def nodes(draft):
    """Every node that is not a key, by its path."""
    found, waiting = {}, [((), draft.tree)]
    while waiting:
        path, node = waiting.pop()
        found[path] = node
        if isinstance(node, Table):
            waiting += [((*path, key.value), value) for key, value in node.pairs]
        elif isinstance(node, Sequence):
            waiting += [((*path, number), item) for number, item in enumerate(node.items)]
    return found


def of_kind(draft, kind, least=0):
    return sorted(
        (path for path, node in nodes(draft).items() if isinstance(node, kind) and len(path) >= least), key=repr
    )


def said(draft, path):
    value = draft.says
    for step in path:
        value = value[step]
    return value


def comments(text):
    return Counter(re.findall(r"# note \d+", text))


def the_rest_is_as_it_was(draft, old, *, lost=0):
    """Comments are all there, line ends are of one kind, and the edits lead to the text."""
    new = draft.text
    assert apply_edits(draft.source, draft.edits()).text == new
    assert len(list((comments(old) - comments(new)).elements())) <= lost
    assert not comments(new) - comments(old)
    assert ("\r\n" in old) == ("\r\n" in new) or "\n" not in old
    assert not re.search(r"(?<!\r)\n" if "\r\n" in old else r"\r", new)
    assert new.endswith("\n") == old.endswith("\n") or not old.count("\n")


def changed_lines(old, new):
    steps = difflib.SequenceMatcher(None, old.splitlines(), new.splitlines(), autojunk=False).get_opcodes()
    return sum(last - first for tag, first, last, _, _ in steps if tag != "equal")


@given(draft=drafts(), data=st.data())
def test_a_new_pair(draft, data):
    tables = of_kind(draft, Table)
    path = data.draw(st.sampled_from(tables))
    name, value = data.draw(TEXTS.filter(lambda name: name not in said(draft, path))), data.draw(VALUES)
    number = data.draw(st.integers(0, len(said(draft, path))))
    old = draft.text
    insert_pair(draft, path, number, name, value)
    assert list(said(draft, path))[number] == name
    assert said(draft, (*path, name)) == plain_reading(value)
    the_rest_is_as_it_was(draft, old)
    assert changed_lines(old, draft.text) <= 2


@given(draft=drafts(), data=st.data())
def test_a_new_item(draft, data):
    lists = of_kind(draft, Sequence)
    assume(lists)
    path, value = data.draw(st.sampled_from(lists)), data.draw(VALUES)
    number = data.draw(st.integers(0, len(said(draft, path))))
    old = draft.text
    insert_item(draft, path, number, value)
    assert said(draft, path)[number] == plain_reading(value)
    the_rest_is_as_it_was(draft, old)
    assert changed_lines(old, draft.text) <= 2


@given(draft=drafts(), data=st.data())
def test_another_value(draft, data):
    path = data.draw(st.sampled_from(of_kind(draft, Leaf, 1)))
    old, value = draft.text, data.draw(TEXTS | VALUES)
    leaf = nodes(draft)[path]
    replace(draft, path, value)
    assert said(draft, path) == plain_reading(value)
    the_rest_is_as_it_was(draft, old, lost=comments(old[leaf.begin : leaf.end]).total())
    assert changed_lines(old, draft.text) <= old[leaf.begin : leaf.end].count("\n") + 1


@given(draft=drafts(), data=st.data())
def test_a_value_becomes_a_list_or_a_mapping(draft, data):
    # The values of `data` aside, every value that may be a list or mapping; numbers of lines are those of the value.
    path = data.draw(st.sampled_from(sorted((path for path in nodes(draft) if path), key=repr)))
    node, before, old = nodes(draft)[path], said(draft, path), draft.text
    assume(not (isinstance(node, Leaf) and node.is_nothing))
    is_list, room = data.draw(st.booleans()), data.draw(st.none() | st.integers(0, 80))
    if is_list:
        listed(draft, path)
    else:
        lengthen(draft, path, "text", room=room)
    assert said(draft, path) == ([before] if is_list else {"text": before})
    the_rest_is_as_it_was(draft, old)
    assert changed_lines(old, draft.text) <= old[node.start : node.end].count("\n") + 1


@given(draft=drafts(), data=st.data())
def test_something_goes(draft, data):
    every = [path for path in sorted(nodes(draft), key=repr) if path]
    some = data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=5, unique=True))
    gone = [path for path in some if not any(path != other and path[: len(other)] == other for other in some)]
    old, kept = draft.text, {path for path in every if not any(path[: len(one)] == one for one in gone)}
    values = {path: said(draft, path) for path in kept if isinstance(nodes(draft)[path], Leaf)}
    remove(draft, gone)
    now = [said(draft, path) for path, node in nodes(draft).items() if isinstance(node, Leaf)]
    assert Counter(map(repr, values.values())) == Counter(map(repr, now))
    new = draft.text
    assert apply_edits(draft.source, draft.edits()).text == new
    assert not comments(new) - comments(old)
    assert new.endswith("\n") == old.endswith("\n") or not new

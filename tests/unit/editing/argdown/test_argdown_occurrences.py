"""Every place at which a name stands in an Argdown text."""

from argmap.core.source import SourceFile
from argmap.editing.argdown.occurrences import occurrences
from argmap.formats.argdown import read


def found(text, path=None):
    source = SourceFile(path or "a.argdown", text, path)
    return [
        (item.span.text, item.name, item.kind, item.is_definition, item.owner) for item in occurrences(read(source).map)
    ]


def test_titles_mentions_and_headings():
    text = """\
===
selection: {includeStatements: [Tram]}
group: {sections: {'Money #x': {isGroup: true}}}
===

# Money #x

[Tram]: See @<Speed>.
  + <Speed>
  - [Open]

<Speed>

(1) It is fast.
(2) [Tram]
----
(3) [Done]: So.
"""
    assert found(text) == [
        ("Tram", "tram", "claim", False, None),
        ("Money #x", "money", "group", False, None),
        ("Money", "money", "group", True, "money"),
        ("Tram", "tram", "claim", True, None),
        ("Speed", "speed", "claim", False, "tram"),
        ("Speed", "speed", "claim", False, "tram"),
        ("Open", "open", "claim", True, "tram"),
        ("Speed", "speed", "claim", True, None),
        ("Tram", "tram", "claim", False, None),
        ("Done", "done", "claim", True, None),
    ]


def test_fields_of_argmaps_own():
    text = """\
===
argmap:
  version: 1
  questions: {why: Why?}
  speakers: {mayor: M}
  sources: {study: S}
  relations:
    - {kind: attack, premises: c, target: a + b -> c, by: [mayor], id: r}
===

# G {id: g, members: [a, why]}

[A]: a {id: a, by: mayor, answers: why, cites: [study#p3, {source: study}]}

[B]: b {id: b}

<link>

(1) [A]
(2) [B]
--
{step: support, by: mayor}
--
(3) [C]: c {id: "c"}
"""
    assert found(text) == [
        ("why", "why", "question", True, "why"),
        ("mayor", "mayor", "speaker", True, None),
        ("study", "study", "source", True, None),
        ("c", "c", "claim", False, None),
        ("a", "a", "claim", False, None),
        ("b", "b", "claim", False, None),
        ("c", "c", "claim", False, None),
        ("mayor", "mayor", "speaker", False, None),
        ("r", "r", "relation", True, "r"),
        ("G", "g", "group", True, "g"),
        ("g", "g", "group", True, "g"),
        ("a", "a", "claim", False, "g"),
        ("why", "why", "question", False, "g"),
        ("A", "a", "claim", True, None),
        ("a", "a", "claim", True, "a"),
        ("mayor", "mayor", "speaker", False, "a"),
        ("why", "why", "question", False, "a"),
        ("study", "study", "source", False, "a"),
        ("study", "study", "source", False, "a"),
        ("B", "b", "claim", True, None),
        ("b", "b", "claim", True, "b"),
        ("link", "link", "relation", True, None),
        ("A", "a", "claim", False, None),
        ("B", "b", "claim", False, None),
        ("mayor", "mayor", "speaker", False, "link"),
        ("C", "c", "claim", True, None),
        ("c", "c", "claim", True, "c"),
    ]


def test_included_files(tmp_path):
    (tmp_path / "part.argdown").write_text("[Tram]\n  + [Part]: p\n", encoding="utf-8")
    path = str(tmp_path / "main.argdown")
    source = SourceFile(path, "[Tram]: t\n\n@include(part.argdown)\n", path)
    places = [
        (item.span.source.name.rpartition("/")[2], item.span.start, item.name) for item in occurrences(read(source).map)
    ]
    assert places == [("main.argdown", 1, "tram"), ("part.argdown", 1, "tram"), ("part.argdown", 12, "part")]


def test_texts_without_names():
    assert found("") == []
    assert found("Only words.\n  + More of them.\n") == []

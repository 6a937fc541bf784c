"""XML as a tree: places, and what is refused."""

import pytest

from argmap.core.source import SourceFile
from argmap.formats.trees.xml_tree import xml_tree


def tree(text):
    root, refused = xml_tree(SourceFile("file", text))
    assert refused is None
    return root


def refused(text):
    root, found = xml_tree(SourceFile("file", text))
    assert root is None
    assert 0 <= found.primary.start <= found.primary.end <= len(text)
    return found


def test_elements_attributes_and_texts():
    root = tree('<?xml version="1.0"?>\n<a id="1" x:k="&lt;v"><b>one</b> two <c><b/></c><![CDATA[<three>]]>&#233;</a>')
    assert (root.tag, root.attributes, root.text) == ("a", {"id": "1", "x:k": "<v"}, " two <three>é")
    assert [child.tag for child in root.children] == ["b", "c"]
    assert root.one("b").text == "one"
    assert root.one("x", "c").tag == "c"
    assert root.one("x") is None
    assert [child.tag for child in root.all("b", "c")] == ["b", "c"]
    assert [child.text for child in root.below("b")] == ["one", ""]


def test_what_stands_below_comes_in_the_order_of_the_text():
    root = tree("<a><b n='1'><c n='2'/></b><c n='3'><b n='4'/></c></a>")
    assert [child.attributes["n"] for child in root.below("b", "c")] == ["1", "2", "3", "4"]


def test_prefixes_are_left_out_of_names():
    root = tree('<g:graph xmlns:g="urn:x"><g:node/><node/></g:graph>')
    assert root.tag == "graph"
    assert len(list(root.all("node"))) == 2


@pytest.mark.parametrize("start", ["", "\ufeff", "<!-- é🙂 -->\r\n", '<?xml version="1.0" encoding="latin-1"?>\n'])
def test_places_are_those_of_opening_tags(start):
    root = tree(f'{start}<a k="é🙂">\r\n  é <b\n  k=""/></a>')
    assert root.place.text == '<a k="é🙂">'
    assert root.one("b").place.text == '<b\n  k=""/>'


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("", 0),
        ("text", 0),
        ("<a>", 3),
        ("<a></b>", 5),
        ("<a/><b/>", 4),
        ("<a>\0</a>", 3),
        ("<a b=c/>", 5),
        ("<a>&x;</a>", 3),
    ],
)
def test_what_is_no_xml(text, at):
    found = refused(text)
    assert found.name == "syntax-error"
    assert found.message.startswith("not valid XML: ")
    assert found.primary.start == at


def test_no_entity_is_expanded():
    found = refused('<!DOCTYPE a [\n<!ENTITY b "ten times">\n]><a>&b;&b;</a>')
    assert (found.name, found.primary.line) == ("refused-markup", 2)
    assert found.help


def test_no_entity_of_another_file_is_looked_for():
    assert refused('<!DOCTYPE a SYSTEM "a.dtd"><a>&b;</a>').name == "refused-markup"
    assert refused('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]><a>&b;</a>').name == "refused-markup"


def test_a_document_type_alone_does_no_harm():
    assert tree('<!DOCTYPE a SYSTEM "a.dtd"><a/>').tag == "a"


def test_nesting_has_a_bound():
    assert tree("<a>" * 50 + "</a>" * 50).tag == "a"
    found = refused("<a>" * 51 + "</a>" * 51)
    assert (found.name, found.primary.start) == ("too-deep", 150)

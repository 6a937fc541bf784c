"""The format of a text is seen in its content; the name decides only where that leaves a choice."""

import pytest

from argmap.core.source import SourceFile
from argmap.formats import FORMATS
from argmap.formats.detection import format_within
from argmap.pipeline import load
from tests.interchange import CASES

NATIVE = "argmap: 1\nclaims: {tram: Build it.}\n"
AIF = '{"nodes": [{"nodeID": "1", "text": "Build it.", "type": "I"}], "edges": [], "locutions": []}'


@pytest.mark.parametrize("name", ["x.argmap.yaml", "x.txt", "x.json", "x.csv", "x", "", "x.carneades.yml"])
def test_own_maps_are_known_whatever_their_name(name):
    assert format_within(NATIVE, name).name == "yaml"


@pytest.mark.parametrize("name", ["x.json", "x.txt", "x.argmap.json", "x"])
def test_foreign_files_are_known_whatever_their_name(name):
    assert format_within(AIF, name).name == "aif"


@pytest.mark.parametrize("text", ["", "\n", "Some words.\n", "{", "[]", "1", "- a\n- b\n", "\x00", "a,b\n1,2\n"])
def test_what_nothing_speaks_for_goes_by_its_name(text):
    assert format_within(text).name == "yaml"
    for name, item in FORMATS.items():
        if item.read and name != "json":
            assert format_within(text, f"x{item.suffixes[0]}").name == name


def test_a_name_decides_between_formats_that_both_would_do():
    text = "[A]: It is so.\nargmap: 1\n"
    assert format_within(text, "x.argdown").name == "argdown"
    assert format_within(text, "x.argmap.yaml").name == "yaml"


def test_formats_that_are_only_written_are_never_found():
    assert format_within("digraph {}", "x.dot").name == "yaml"


@pytest.mark.parametrize("path", sorted(CASES.glob("*/*.expected.argmap.yaml")), ids=lambda path: path.name)
def test_no_format_claims_the_files_of_another(path):
    text = path.with_name(path.name.removesuffix(".expected.argmap.yaml")).read_bytes().decode("utf-8", "replace")
    assert format_within(text, path.name.removesuffix(".expected.argmap.yaml")).name == path.parent.name
    assert format_within(path.read_text(encoding="utf-8")).name == "yaml"


ODD = [
    "",
    " ",
    "\n",
    "\ufeff",
    "\x00",
    "[",
    "]",
    "{}",
    "[]",
    "null",
    "0",
    '"',
    "'",
    "<",
    "<a/>",
    "<a",
    "<?xml",
    "---",
    "- ",
    ": ",
    "#",
    "|",
]


@pytest.mark.parametrize("name", [name for name, item in FORMATS.items() if item.read])
def test_no_reader_fails_on_the_files_of_another(name):
    texts = [path.read_bytes().decode("utf-8", "replace") for path in sorted(CASES.glob("*/*")) if path.is_file()]
    for text in (*ODD, *texts):
        loaded = load(SourceFile("x", text), name)
        assert loaded.map is not None or loaded.diagnostics, text
        for item in loaded.diagnostics:
            assert item.primary is None or 0 <= item.primary.start <= item.primary.end <= len(text)


def test_other_encodings_are_a_warning_in_foreign_files_and_an_error_in_own_ones():
    data = AIF.replace("Build it", "Baut sie für alle").encode("latin-1")
    loaded = load(SourceFile("x.json", data.decode("utf-8", "surrogateescape")))
    assert loaded.map.claims[0].text == "Baut sie für alle."
    assert [(item.name, item.severity) for item in loaded.diagnostics] == [("odd-encoding", "warning")]
    own = NATIVE.replace("Build", "Baut für").encode("latin-1")
    loaded = load(SourceFile("x.argmap.yaml", own.decode("utf-8", "surrogateescape")))
    assert loaded.map is None
    assert [item.name for item in loaded.diagnostics] == ["unreadable-file"]


def test_xml_may_say_its_encoding():
    text = '<?xml version="1.0" encoding="ISO-8859-2"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed"><node id="a"><data key="label">Žije</data></node></graph></graphml>'  # noqa: E501
    loaded = load(SourceFile("x.graphml", text.encode("iso-8859-2").decode("utf-8", "surrogateescape")))
    assert loaded.source.text == text
    assert [item.name for item in loaded.diagnostics][:1] == ["odd-encoding"]
    assert "ISO-8859-2" in loaded.diagnostics[0].message

"""Annotations of BRAT: what marks words, what joins them, and the text beside."""

import pytest

from argmap.core.model import RelationKind
from argmap.core.paragraphs import paragraph_at
from argmap.core.source import SourceFile
from argmap.formats import FORMATS
from argmap.formats.brat.paragraphs import Paragraphs
from argmap.formats.brat.words import kind_of, means_the_same, tag_of
from argmap.formats.detection import format_within
from argmap.formats.glimpse import Glimpse
from argmap.pipeline import check, load, read
from tests.interchange import reading


def lines(*items):
    return "".join(f"{item}\n" for item in items)


MAJOR, AGAIN = "T1\tMajorClaim 20 29\tBuild it.", "T2\tMajorClaim 80 90\tDo it now."
CLAIM, PREMISE = "T3\tClaim 40 52\tIt is quick.", "T4\tPremise 60 72\tRails do it."


def names(text):
    return [item.name for item in reading(text, "brat")[1]]


def test_labels_are_tags():
    made, diagnostics = reading(lines(MAJOR, CLAIM, "T5\town_claim 60 64\tOurs"), "brat")
    assert [claim.tags for claim in made.claims] == [("major-claim",), ("claim",), ("own-claim",)]
    assert [claim.id for claim in made.claims] == ["T1", "T3", "T5"]
    assert not diagnostics


def test_major_claims_are_one_and_what_leads_to_them_leads_to_the_first():
    text = lines(AGAIN, CLAIM, MAJOR, PREMISE, "R1\tsupports Arg1:T3 Arg2:T2\t", "R2\tattacks Arg1:T4 Arg2:T1\t")
    made, diagnostics = reading(text, "brat")
    first = made.claim["T1"]
    assert (first.text, first.restatements) == ("Build it.", ("Do it now.",))
    assert [(item.id, item.kind, item.target) for item in made.relations] == [
        ("R1", RelationKind.SUPPORT, "T1"),
        ("R2", RelationKind.ATTACK, "T1"),
    ]
    assert not diagnostics


@pytest.mark.parametrize("label", ["Support", "Partial-Attack"])
def test_major_claims_stay_apart_where_others_than_the_essays_have_them(label):
    made, _ = reading(lines(MAJOR, AGAIN, CLAIM, f"R1\t{label} Arg1:T3 Arg2:T2\t"), "brat")
    assert len(made.claims) == 3 and made.relations[0].target == "T2"


def test_stances_lead_to_the_major_claim():
    made, _ = reading(lines(MAJOR, CLAIM, PREMISE, "A1\tStance T3 For", "A2\tStance T4 Against"), "brat")
    assert [(item.id, item.kind, item.premises, item.target) for item in made.relations] == [
        ("A1", RelationKind.SUPPORT, ("T3",), "T1"),
        ("A2", RelationKind.ATTACK, ("T4",), "T1"),
    ]


def test_a_stance_that_a_relation_says_too_is_carried_along():
    made, _ = reading(lines(MAJOR, CLAIM, "A1\tStance T3 For", "R1\tsupports Arg1:T3 Arg2:T1"), "brat")
    assert [item.id for item in made.relations] == ["R1"]
    assert made.claim["T3"].data["brat"]["attributes"] == [{"id": "A1", "name": "Stance", "value": "For"}]


def test_a_stance_without_a_major_claim_is_carried_along():
    made, diagnostics = reading(lines(CLAIM, "A1\tStance T3 For"), "brat")
    assert made.relations == () and not diagnostics
    assert made.claims[0].data["brat"]["attributes"] == [{"id": "A1", "name": "Stance", "value": "For"}]


def test_attacks_may_end_on_relations():
    text = lines(CLAIM, PREMISE, "R2\tattacks Arg1:T3 Arg2:R1\t", "R1\tsupports Arg1:T4 Arg2:T3\t")
    made, diagnostics = reading(text, "brat")
    assert made.relation["R2"].target == "R1" and not diagnostics


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("supports", RelationKind.SUPPORT),
        ("Support", RelationKind.SUPPORT),
        ("strongSupport", RelationKind.SUPPORT),
        ("attacks", RelationKind.ATTACK),
        ("Partial-Attack", RelationKind.ATTACK),
        ("contradicts", RelationKind.ATTACK),
        ("no_support", None),
        ("unsupported", None),
        ("parts_of_same", None),
        ("拥有", None),
    ],
)
def test_labels_of_relations(label, kind):
    assert kind_of(label) is kind


def test_what_means_the_same_is_one_claim():
    assert means_the_same("semantically_same") and not means_the_same("parts_of_same")
    made, _ = reading(lines(CLAIM, PREMISE, "R1\tsemantically_same Arg1:T4 Arg2:T3"), "brat")
    assert [(claim.id, claim.restatements) for claim in made.claims] == [("T3", ("Rails do it.",))]
    made, _ = reading(lines(CLAIM, PREMISE, "*\tEquiv T4 T3"), "brat")
    assert [(claim.id, claim.restatements) for claim in made.claims] == [("T3", ("Rails do it.",))]


def test_tags_of_labels():
    assert [tag_of(item) for item in ("MajorClaim", "own_claim", "PREMISE", "疾病", "--")] == [
        *("major-claim", "own-claim", "premise", "疾病", "")
    ]


def test_notes_and_attributes_go_where_they_belong():
    text = lines(
        CLAIM,
        PREMISE,
        "R1\tsupports Arg1:T4 Arg2:T3\t",
        "#1\tAnnotatorNotes T3\tOne.",
        "#2\tAnnotatorNotes T3\tTwo.",
        "#3\tAnnotatorNotes R1\tThree.",
        "A1\tSure T3",
        "M1\tSure R1 very much",
    )
    made, diagnostics = reading(text, "brat")
    assert made.claim["T3"].note == "One.\nTwo." and made.relation["R1"].note == "Three."
    assert made.claim["T3"].data["brat"]["attributes"] == [{"id": "A1", "name": "Sure"}]
    assert made.relation["R1"].data["brat"]["attributes"] == [{"id": "M1", "name": "Sure", "value": "very much"}]
    assert not diagnostics


def test_words_may_lie_apart():
    claim = reading("T1\tClaim 0 3;8 11\tone two\n", "brat")[0].claims[0]
    assert claim.text == "one two" and claim.data["brat"]["offsets"] == "0 3;8 11"


def test_nothing_vanishes():
    events = ("E1\tBuild:T3 Theme:T4", "N1\tReference T9 X:1\tx", "*\tOrder T3 T4", "R9\telaborates Arg1:T3 Arg2:T4")
    made, diagnostics = reading(lines(CLAIM, PREMISE, *events), "brat")
    assert made.data["brat"]["lines"] == list(events)
    assert [item.name for item in diagnostics] == ["carried-part"] * 4


def test_places():
    text = "\ufeff\r\n" + lines("T1\tClaim 0 5\tÜber 🙂", "R1\tattacks Arg1:T2 Arg2:T1\t", PREMISE.replace("T4", "T2"))
    made, _ = reading(text.replace("\n", "\r\n"), "brat")
    spans, ends = made.claim["T1"].spans, made.relation["R1"].spans
    assert (spans["id"].text, spans["text"].text) == ("T1", "Über 🙂")
    assert [ends[part].text for part in ("id", "premises.0", "target")] == ["R1", "Arg1:T2", "Arg2:T1"]


def test_an_empty_file_is_an_empty_map():
    made, diagnostics = reading("\n\n", "brat")
    assert made.claims == () and not diagnostics


def test_prose_is_refused():
    loaded = load(SourceFile("x.ann", "Dear all,\nsee you.\n"), "brat")
    assert loaded.map is None and [item.name for item in loaded.diagnostics] == ["syntax-error"]


def test_huge_numbers_and_odd_characters_do_no_harm():
    text = f"T1\tClaim {'9' * 5000} 1\tx\n{CLAIM}\nT5\tClaim 1 2\ta\0\ud800b\nT6\tClaim ٣ ٤\tx\n"
    loaded = load(SourceFile("x", text), "brat")
    assert loaded.map is not None
    assert [claim.text for claim in loaded.map.claims] == ["It is quick.", "a\0\ufffdb"]


@pytest.mark.parametrize(
    "text",
    ["", "T1\n", "T1\tClaim\n", "the\tT1 x 0 1\n", "1. T1\tClaim 0 1\tx\n", "a,b\nT1,2\n", "T1\tClaim 0 1\tx\n1 2\n"],
)
def test_what_does_not_look_like_annotations(text):
    assert not FORMATS["brat"].looks_like(Glimpse(text))


def test_annotations_are_known_whatever_their_name():
    for text in (lines(MAJOR), lines("#1\tAnnotatorNotes T1\tx", MAJOR), lines("R1\tx Arg1:T1 Arg2:T2", "", MAJOR)):
        assert format_within(text, "x.txt").name == format_within(text).name == "brat"


ESSAY = "Should it be built?\n\nMany ask. I say: build it. It is quick.\n\nSo do it now.\n"


@pytest.fixture
def beside(tmp_path):
    def make(text, *items, name="essay"):
        (tmp_path / f"{name}.txt").write_bytes(text)
        path = tmp_path / f"{name}.ann"
        path.write_text(lines(*items), encoding="utf-8")
        return load(read(str(path)))

    return make


def marked(text, *words):
    return [f"T{at}\tClaim {text.index(word)} {text.index(word) + len(word)}\t{word}" for at, word in enumerate(words)]


@pytest.mark.parametrize("text", [ESSAY, ESSAY.replace("\n", "\r\n"), f"\ufeff{ESSAY}"])
def test_the_text_beside_gives_paragraphs_and_a_title(beside, text):
    loaded = beside(text.encode(), *marked(text, "build it", "do it now"))
    assert loaded.map is not None and not loaded.diagnostics
    assert loaded.map.title == loaded.map.sources[0].title == "Should it be built?"
    assert [claim.cites[0].place for claim in loaded.map.claims] == ["p2", "p3"]
    assert [claim.cites[0].quote for claim in loaded.map.claims] == ["build it", "do it now"]
    assert not {"quotation-not-in-source", "place-outside-source"} & {item.name for item in check(loaded)}


def test_tools_that_count_a_line_end_as_one_character(beside):
    loaded = beside(ESSAY.replace("\n", "\r\n").encode(), *marked(ESSAY, "build it", "do it now"))
    assert [claim.cites[0].place for claim in loaded.map.claims] == ["p2", "p3"] and not loaded.diagnostics


def test_other_words_in_the_text_are_told(beside):
    loaded = beside(ESSAY.encode(), "T1\tClaim 0 6\tShould", "T2\tClaim 7 9\tthey")
    assert [(item.name, item.primary.line) for item in loaded.diagnostics] == [("odd-value", 2)]
    assert loaded.map.claim["T2"].cites[0].place == ""


def test_words_that_the_line_lacks_come_from_the_text(beside):
    loaded = beside(ESSAY.encode(), "T1\tClaim 38 46\t")
    assert loaded.map.claims[0].text == "build it"


def test_words_in_two_paragraphs_are_not_quoted(beside):
    start, end = ESSAY.index("It is"), ESSAY.index("do it")
    words = " ".join(ESSAY[start:end].split())
    loaded = beside(ESSAY.encode(), f"T1\tClaim {start} {end}\t{words}")
    assert (loaded.map.claims[0].cites[0].place, loaded.map.claims[0].cites[0].quote) == ("p2", None)
    assert not loaded.diagnostics


def test_a_text_that_is_not_utf8(beside):
    text = "Café here. It stays.\n"
    loaded = beside(text.encode("cp1252"), *marked(text, "It stays"))
    assert loaded.map.claims[0].cites[0].place == "p1" and not loaded.diagnostics


def test_no_text_no_source(tmp_path):
    path = tmp_path / "essay.ann"
    path.write_text(lines(CLAIM), encoding="utf-8")
    made = load(read(str(path))).map
    assert made.sources == () and made.claims[0].cites == () and made.title is None


def test_only_texts_in_the_same_folder_are_opened(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text(ESSAY, encoding="utf-8")
    (inside / "essay.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "essay.ann").write_text(lines(CLAIM), encoding="utf-8")
    assert load(read(str(inside / "essay.ann"))).map.sources == ()
    (inside / "folder.txt").mkdir()
    (inside / "folder.ann").write_text(lines(CLAIM), encoding="utf-8")
    assert load(read(str(inside / "folder.ann"))).map.sources == ()


def test_too_large_a_text_is_not_opened(beside, monkeypatch):
    monkeypatch.setattr("argmap.formats.brat.originals.MAX_CHARACTERS", 10)
    assert beside(ESSAY.encode(), CLAIM).map.sources == ()


def test_the_text_that_an_editor_has_open_counts(tmp_path):
    path = tmp_path / "essay.ann"
    text = lines(*marked(ESSAY, "do it now"))
    unsaved = {str((tmp_path / "essay.txt").resolve()): ESSAY}
    made = load(SourceFile(str(path), text, str(path), unsaved)).map
    assert made.claims[0].cites[0].place == "p3"


@pytest.mark.parametrize("text", [ESSAY, "a\n\nb\r\n\r\nc", "a\nb\n\n\nc d\n", "one\ntwo\r\nthree\rfour", "  a\n \n b"])
def test_paragraphs_are_counted_as_everywhere(text):
    found = Paragraphs(text)
    for place, sign in enumerate(text):
        if sign.strip():
            assert found.lying(place, place + 1).paragraph == paragraph_at(text, place)

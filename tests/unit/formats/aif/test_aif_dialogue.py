"""Who holds what by the dialogue in AIF, and dialogue on the way back."""

import json

import pytest

from argmap.pipeline import write
from tests.interchange import reading, there_and_back


def file(locution, illocution="Asserting", **more):
    nodes = [("i", "I", "It rains"), ("l", "L", locution), ("y", "YA", illocution)]
    return json.dumps(
        {
            "nodes": [{"nodeID": key, "text": text, "type": kind} for key, kind, text in nodes],
            "edges": [{"fromID": "l", "toID": "y"}, {"fromID": "y", "toID": "i"}],
            **more,
        }
    )


def holders(text):
    whole, _ = reading(text, "aif")
    return [whole.speaker[name].name for name in whole.claims[0].by]


@pytest.mark.parametrize(
    ("locution", "names"),
    [
        ("Ann Lee : it rains", ["Ann Lee"]),
        ("Clerk: Ann Lee : it rains", ["Ann Lee"]),
        ("Ann  Lee :  so : it rains", ["Ann Lee"]),
        ("it rains", []),
        ("Look: it rains", []),
        (" : it rains", []),
    ],
)
def test_names_in_utterances(locution, names):
    assert holders(file(locution)) == names


@pytest.mark.parametrize(
    ("illocution", "is_held"),
    [
        ("Asserting", True),
        ("Agreeing", True),
        ("Popular Conceding", True),
        ("Rhetorical Questioning", True),
        ("AssertiveQuestioning", True),
        ("Default Illocuting", True),
        ("Pure Questioning", False),
        ("Challenging", False),
        ("Disagreeing", False),
        ("Hypothesising", False),
        ("YA", False),
    ],
)
def test_illocutions(illocution, is_held):
    assert bool(holders(file("Bo : it rains", illocution))) is is_held


def test_participants_count_before_the_text():
    people = [{"participantID": 1, "firstname": "Ann", "surname": "Lee"}]
    text = file("Bo : it rains", participants=people, locutions=[{"nodeID": "l", "personID": "1"}])
    assert holders(text) == ["Ann Lee"]


def test_a_participant_right_before_a_colon():
    people = [{"participantID": 1, "firstname": "Ann", "surname": None}]
    assert holders(file("Ann: it rains", participants=people)) == ["Ann"]


def test_whoever_speaks_twice_has_a_name():
    whole = json.loads(file("Bo: it rains"))
    whole["nodes"].append({"nodeID": "k", "text": "Bo: really", "type": "L"})
    assert holders(json.dumps(whole)) == ["Bo"]


def test_agreeing_by_way_of_a_transition():
    whole = json.loads(file("Bo : it rains"))
    whole["nodes"] += [
        {"nodeID": "k", "text": "Ann : quite so", "type": "L"},
        {"nodeID": "t", "text": "Default Transition", "type": "TA"},
        {"nodeID": "z", "text": "Agreeing", "type": "YA"},
    ]
    whole["edges"] += [{"fromID": a, "toID": b} for a, b in ("lt", "tk", "tz", "zi")]
    assert holders(json.dumps(whole)) == ["Bo", "Ann"]


def test_what_the_dialogue_says_is_not_said_twice():
    whole, _ = reading(file("Bo : it rains"), "aif")
    nodes = json.loads(write(whole, "aif").text)["nodes"]
    assert [node["type"] for node in nodes] == ["I", "L", "YA"]


def test_a_new_speaker_is_added():
    whole, _ = reading(file("Bo : it rains"), "aif")
    text = (
        write(whole, "yaml").text.replace("by: bo", "by: [bo, ann-lee]").replace("bo: Bo", "bo: Bo\n  ann-lee: Ann Lee")
    )
    changed, _ = reading(text, "yaml")
    again = json.loads(write(changed, "aif").text)
    said = [node["text"] for node in again["nodes"] if node["type"] == "L"]
    assert said == ["Bo : it rains", "Ann Lee : It rains"]
    assert there_and_back(changed, "aif") == changed


NATIVE = "argmap: 1\nspeakers: {bo: Bo}\nclaims:\n  rain: {text: It rains, by: bo}\n"


def test_speakers_of_a_map_become_utterances():
    whole = json.loads(write(reading(NATIVE, "yaml")[0], "aif").text)
    assert [(node["nodeID"], node["type"], node["text"]) for node in whole["nodes"]] == [
        ("rain", "I", "It rains"),
        ("rain_L1", "L", "Bo : It rains"),
        ("rain_Y1", "YA", "Asserting"),
    ]
    assert whole["locutions"] == [
        {"nodeID": "rain_L1", "personID": "1", "timestamp": None, "start": None, "end": None, "source": None}
    ]
    assert "participants" not in whole


def test_utterances_that_argmap_made_are_not_carried_along():
    whole = reading(NATIVE, "yaml")[0]
    for name in ("aif", "xaif"):
        assert there_and_back(whole, name) == whole


def test_such_an_utterance_with_a_time_is():
    text = write(reading(NATIVE, "yaml")[0], "aif").text.replace('"start": null', '"start": "2020-01-01 00:00:00"')
    whole, found = reading(text, "aif")
    assert [item.name for item in found] == ["carried-part"]
    assert there_and_back(whole, "aif") == whole


def test_losses():
    whole = reading(NATIVE.replace("Bo}", "'Bo: B', ann: Ann}"), "yaml")[0]
    assert [(loss.what, loss.where) for loss in write(whole, "aif").losses] == [
        ("speakers who hold no claim", ("ann",)),
        ("names of speakers with a colon in them", ("bo",)),
    ]
    assert [loss.what for loss in write(whole, "xaif").losses] == ["speakers who hold no claim"]


def test_pairs_of_attacks_are_told():
    text = "argmap: 1\nclaims:\n  a: {text: A, attacks: {to: b, id: r}}\n  b: {text: B, attacks: {to: a, id: s}}\n"
    losses = write(reading(text, "yaml")[0], "aif").losses
    assert [(loss.what, loss.where) for loss in losses] == [
        ("pairs of attacks, which become symmetric conflicts", ("r", "s"))
    ]

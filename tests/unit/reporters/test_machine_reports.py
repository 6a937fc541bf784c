"""The reports for programs and services."""

import json

import jsonschema
import pytest

from argmap.core.diagnostics import Edit, Fix, Label, finding
from argmap.core.source import SourceFile, Span
from argmap.reporters import REPORTERS, Report, RuleText

SOURCE = SourceFile("a b/tram: 1,2.argmap.yaml", "claims:\n  trüm: x\n  y: z\n")
PLACE = Span(SOURCE, 10, 14)
ITEM = finding(
    "unknown-reference",
    "100% wrong\nsecond line",
    PLACE,
    secondary=[Label(Span(SOURCE, 20, 21), "see: here")],
    notes=["a note"],
    help="did you mean `y`?",
    fix=Fix("Rename to `y`", (Edit(PLACE, "y"), Edit(Span(SOURCE, 0, 0), ""))),
)
LONG = finding("long-title", "m", Span(SOURCE, 0, 15))
NOWHERE = finding("invalid-configuration", "no place")
ADVICE = finding("two-sentences", "split it", Span(SOURCE, 20, 24))


def write(name, *items, **settings):
    return REPORTERS[name].write(Report(tuple(items), files=(SOURCE.name,), **settings))


def test_the_roll():
    assert list(REPORTERS) == ["text", "json", "github", "sarif"]


def test_json():
    data = json.loads(write("json", ITEM, NOWHERE))
    assert data["version"] == 1
    assert data["files"] == [SOURCE.name]
    assert data["summary"] == {"error": 2, "warning": 0, "advice": 0}
    first, second = data["diagnostics"]
    assert first == {
        "code": "AM101",
        "name": "unknown-reference",
        "severity": "error",
        "message": "100% wrong\nsecond line",
        "place": {
            "file": SOURCE.name,
            "start": {"line": 2, "column": 3, "offset": 10},
            "end": {"line": 2, "column": 7, "offset": 14},
        },
        "labels": [
            {
                "message": "see: here",
                "place": {
                    "file": SOURCE.name,
                    "start": {"line": 3, "column": 3, "offset": 20},
                    "end": {"line": 3, "column": 4, "offset": 21},
                },
            }
        ],
        "notes": ["a note"],
        "help": "did you mean `y`?",
        "fix": {
            "title": "Rename to `y`",
            "safe": True,
            "edits": [
                {"place": first["place"], "text": "y"},
                {
                    "place": {
                        "file": SOURCE.name,
                        "start": {"line": 1, "column": 1, "offset": 0},
                        "end": {"line": 1, "column": 1, "offset": 0},
                    },
                    "text": "",
                },
            ],
        },
    }
    assert second["place"] is None
    assert second["fix"] is None


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_machine_reports_are_ascii_whatever_is_in_the_map(name):
    odd = SourceFile("\udcff.yaml", "\ud800 日本\n")
    text = write(name, finding("syntax-error", "odd \ud800", Span(odd, 0, 1)))
    assert text.isascii()
    json.loads(text)


def test_github_escapes_what_would_end_a_command():
    assert write("github", ITEM) == (
        "::error file=a b/tram%3A 1%2C2.argmap.yaml,line=2,endLine=2,col=3,endColumn=6,title=AM101 unknown-reference"
        "::100%25 wrong%0Asecond line%0Aa note%0Ahelp: did you mean `y`?\n"
    )


def test_github_severities_and_places():
    lines = write("github", LONG, NOWHERE, ADVICE).splitlines()
    assert lines == [
        "::warning file=a b/tram%3A 1%2C2.argmap.yaml,line=1,endLine=2,title=AM406 long-title::m",
        "::error title=AM901 invalid-configuration::no place",
        "::notice file=a b/tram%3A 1%2C2.argmap.yaml,line=3,endLine=3,col=3,endColumn=6,title=AM402 two-sentences"
        "::split it",
    ]


SARIF_PARTS = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": {"$ref": "#/$defs/run"}},
    },
    "$defs": {
        "message": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}},
        "region": {
            "type": "object",
            "required": ["startLine"],
            "additionalProperties": {"type": "integer", "minimum": 1},
        },
        "artifact": {
            "type": "object",
            "required": ["uri"],
            "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9%/._~:@!$&'()*+,;=?#\[\]-]+$"}},
        },
        "location": {
            "type": "object",
            "properties": {
                "physicalLocation": {
                    "required": ["artifactLocation", "region"],
                    "properties": {
                        "artifactLocation": {"$ref": "#/$defs/artifact"},
                        "region": {"$ref": "#/$defs/region"},
                    },
                }
            },
        },
        "rule": {
            "type": "object",
            "required": ["id", "shortDescription"],
            "properties": {"shortDescription": {"$ref": "#/$defs/message"}, "help": {"$ref": "#/$defs/message"}},
        },
        "result": {
            "type": "object",
            "required": ["ruleId", "ruleIndex", "level", "message"],
            "properties": {
                "level": {"enum": ["none", "note", "warning", "error"]},
                "message": {"$ref": "#/$defs/message"},
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
                "relatedLocations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
                "fixes": {"type": "array", "items": {"required": ["artifactChanges"]}},
            },
        },
        "run": {
            "type": "object",
            "required": ["tool", "results"],
            "properties": {
                "tool": {
                    "required": ["driver"],
                    "properties": {
                        "driver": {
                            "required": ["name"],
                            "properties": {"rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}}},
                        }
                    },
                },
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
            },
        },
    },
}


def test_sarif_has_the_parts_that_the_standard_requires():
    text = write("sarif", ITEM, LONG, NOWHERE, ADVICE, version="1.2.3")
    data = json.loads(text)
    jsonschema.validate(data, SARIF_PARTS)
    run = data["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["version"] == "1.2.3"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error", "note"]
    assert text == write("sarif", ITEM, LONG, NOWHERE, ADVICE, version="1.2.3")


def test_sarif_places_and_fixes():
    result = json.loads(write("sarif", ITEM))["runs"][0]["results"][0]
    location = result["locations"][0]["physicalLocation"]
    assert location == {
        "artifactLocation": {"uri": "a%20b/tram%3A%201%2C2.argmap.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 7},
    }
    change = result["fixes"][0]["artifactChanges"][0]
    assert [part.get("insertedContent") for part in change["replacements"]] == [{"text": "y"}, None]
    assert result["relatedLocations"][0]["message"]["text"] == "see: here"
    assert "suppressions" not in result


def test_sarif_takes_the_text_of_rules_as_data():
    rules = {"unknown-reference": RuleText("Nothing has this id.", "# Page"), "long-title": RuleText("Long.")}
    found = json.loads(write("sarif", ITEM, rules=rules))["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in found] == ["AM101", "AM406"]
    assert found[0]["shortDescription"]["text"] == "Nothing has this id."
    assert found[0]["help"] == {"text": "# Page", "markdown": "# Page"}


def test_sarif_names_an_absolute_path_as_a_file_address():
    source = SourceFile("/tmp/ü.yaml", "x")
    result = json.loads(write("sarif", finding("syntax-error", "m", Span(source, 0, 1))))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///tmp/%C3%BC.yaml"}

"""`convert` between the files of other tools, its report of losses, and `formats`."""

import json

import pytest

from argmap.formats import FORMATS
from argmap.formats.features import FEATURES

AIF = """{"nodes": [
  {"nodeID": "1", "text": "The town should build a tram line.", "type": "I"},
  {"nodeID": "2", "text": "A tram halves the trip.", "type": "I"},
  {"nodeID": "3", "text": "ExpertOpinion", "type": "RA"}],
 "edges": [
  {"edgeID": "1", "fromID": "2", "toID": "3"},
  {"edgeID": "2", "fromID": "3", "toID": "1"},
  {"edgeID": "3", "fromID": "7", "toID": "1"}],
 "locutions": []}
"""


def test_a_foreign_file_becomes_a_map_and_its_mess_is_told(run, here):
    (here / "nodeset.json").write_text(AIF)
    result = run("convert", "nodeset.json", "-o", "tram.argmap.yaml")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "note: nodeset.json: not all of it fits into a map: dangling-edge (1); argmap check says more",
        "wrote tram.argmap.yaml",
    ]
    assert "scheme: expert-opinion" in (here / "tram.argmap.yaml").read_text()
    again = run("convert", "tram.argmap.yaml", "--to", "aif")
    assert json.loads(again.stdout)["edges"][-1]["fromID"] == "7"


def test_what_is_an_error_elsewhere_is_a_warning_in_foreign_files(run, here):
    (here / "nodeset.json").write_text(AIF)
    result = run("check", "nodeset.json")
    assert result.exit_code == 1
    assert "error" not in result.stdout
    assert "nodeset.json:8:3: warning[AM118] dangling-edge" in result.stdout


@pytest.mark.parametrize("command", [["render", "-o", "x.svg"], ["show"], ["evaluate"], ["report", "-o", "x.md"]])
def test_every_command_takes_foreign_files(run, here, command):
    (here / "nodeset.json").write_text(AIF)
    assert run(command[0], "nodeset.json", *command[1:]).exit_code == 0


def test_foreign_files_are_not_edited(run, here):
    (here / "nodeset.json").write_text(AIF)
    result = run("rename", "nodeset.json", "1", "tram")
    assert result.exit_code == 1
    assert "`aif` cannot be edited" in result.stderr
    assert (here / "nodeset.json").read_text() == AIF


def test_a_folder_is_searched_for_files_in_the_format_that_is_named(run, here):
    (here / "corpus/part").mkdir(parents=True)
    (here / "corpus/one.json").write_text(AIF)
    (here / "corpus/part/two.aif.json").write_text(AIF)
    (here / "corpus/notes.txt").write_text("no map")
    result = run("convert", "corpus", "--from", "aif", "--to", "csv", "-o", "out/", "--quiet")
    assert result.exit_code == 0
    assert sorted(path.relative_to(here).as_posix() for path in here.glob("out/**/*.csv")) == [
        "out/one.csv",
        "out/part/two.csv",
    ]
    assert run("check", "corpus").exit_code == 3
    assert "for files of other tools give --from FORMAT" in run("check", "corpus").stderr


def test_report_of_losses(run, put, here):
    put("tram.argmap.yaml")
    result = run("convert", "tram.argmap.yaml", "-o", "tram.apx", "--report", "losses.json", "--quiet")
    assert (result.exit_code, result.stderr) == (0, "")
    report = json.loads((here / "losses.json").read_text())
    assert (report["version"], report["format"]) == (1, "apx")
    (item,) = report["maps"]
    assert (item["file"], item["output"], item["written"]) == ("tram.argmap.yaml", "tram.apx", True)
    assert all(loss["count"] == max(1, len(loss["where"])) for loss in item["losses"])
    assert "texts of claims" in [loss["what"] for loss in item["losses"]]


def test_report_of_what_was_refused(run, put, here):
    put("tram.argmap.yaml")
    result = run("convert", "tram.argmap.yaml", "-o", "tram.apx", "--strict", "--report", "-")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["maps"][0]["written"] is False
    assert not (here / "tram.apx").exists()


@pytest.mark.parametrize("output", [["--to", "apx", "--report", "-"], ["-o", "x.apx", "--report", "x.apx"]])
def test_map_and_report_go_to_different_places(run, put, output):
    put("tram.argmap.yaml")
    assert run("convert", "tram.argmap.yaml", *output).exit_code == 2


def test_the_report_never_replaces_the_map(run, put, here):
    before = put("tram.argmap.yaml").read_text()
    assert run("convert", "tram.argmap.yaml", "-o", "x.apx", "--report", "tram.argmap.yaml").exit_code == 3
    assert (here / "tram.argmap.yaml").read_text() == before


def test_formats_tell_what_they_hold(run):
    result = run("formats", "mermaid", "yaml", "png")
    assert result.stdout.count("\n") > 3
    assert "holds all that a map can say" in result.stdout
    assert "symmetric conflicts" in result.stdout


def test_formats_as_json(run):
    rows = {row["name"]: row for row in json.loads(run("formats", "--format", "json").stdout)}
    assert rows.keys() >= FORMATS.keys()
    for name, item in FORMATS.items():
        row = rows[name]
        assert (row["reads"], row["writes"]) == (item.read is not None, item.write is not None)
        if item.write:
            assert len(row["holds"]) + len(row["lacks"]) == len(FEATURES) + 1, "free data comes on top"


def test_unknown_formats_are_usage_errors(run):
    result = run("formats", "graphlm")
    assert result.exit_code == 2
    assert "Did you mean 'graphml'?" in result.stderr

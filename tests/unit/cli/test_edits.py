"""The editing commands: what they change, what they refuse, and that files are written whole or not at all."""

import pytest

from argmap.cli.edits import transaction
from argmap.core.errors import ArgmapError

TRAM = """\
argmap: 1
title: Should a town build a tram?
speakers:
  mayor: The mayor
claims:
  build: The town should build a tram line.
  # measured in the spring
  faster: {text: A tram halves the trip., supports: build}
  riders:
    text: At least 8,000 people make it each day.   # counted twice
    supports: build
  home: {text: Half of them now work from home., attacks: riders -> build}
groups:
  traffic: [faster, riders]
"""

ARGDOWN = """\
[Build]: The town should build a tram line.
  + [Faster]: A tram halves the trip.
"""


@pytest.fixture
def edit(run, put, here):
    """Edit the map of the tram, and return the lines that are new in it and those that are gone."""
    put("tram.argmap.yaml", TRAM)

    def call(name: str, *arguments: str):
        before = (here / "tram.argmap.yaml").read_text(encoding="utf-8")
        result = run(name, "tram.argmap.yaml", *arguments)
        after = (here / "tram.argmap.yaml").read_text(encoding="utf-8")
        old, new = before.splitlines(), after.splitlines()
        return result, [line for line in new if line not in old], [line for line in old if line not in new]

    return call


@pytest.mark.parametrize(
    ("command", "added", "removed"),
    [
        (
            ["add", "claim", "Rails last for decades.", "--by", "mayor", "--supports", "build"],
            ["  rails-last-for-decades: {text: Rails last for decades., by: mayor, supports: build}"],
            [],
        ),
        (["add", "relation", "home", "--attacks", "faster", "--id", "r"], ["id: r"], ["  home: {text"]),
        (["add", "speaker", "The council"], ["  the-council: The council"], []),
        (["add", "question", "Why?", "--id", "why"], ["questions:", "  why: Why?"], []),
        (["add", "source", "A study", "--paragraphs", "3"], ["sources:", "paragraphs: 3"], []),
        (["add", "group", "Money", "home"], ["Money", "home"], []),
        (["set", "faster", "title=Faster", "score=0.8"], ["title: Faster", "score: 0.8"], ["faster: {text"]),
        (["set", "faster -> build", "kind=attack"], ["attacks: build}"], ["supports: build}"]),
        (["set", "language=en"], ["language: en"], []),
        (["link", "faster -> build", "riders -> build"], ["riders"], ["    supports: build"]),
        (["rename", "riders", "passengers"], ["  passengers:", "passengers -> build"], ["  riders:"]),
        (["merge", "faster", "riders"], ["restatements:"], ["  riders:"]),
        (["split", "riders", "--into", "First.", "Second.", "--id", "second"], ["  second:", "Second."], ["8,000"]),
        (["move", "home", "--group", "traffic"], ["home]"], ["riders]"]),
        (["move", "faster", "--no-group"], ["  traffic: [riders]"], ["[faster"]),
        (["remove", "home", "--with-relations"], [], ["  home:"]),
        (["remove", "riders -> build", "--with-relations"], [], ["    supports: build"]),
    ],
    ids=lambda value: "-".join(value[:2]) if isinstance(value, list) and value else None,
)
def test_a_file_is_edited_in_place(edit, command, added, removed):
    result, put_in, taken_out = edit(*command)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-1].startswith("changed tram.argmap.yaml: ")
    assert all(any(part in line for line in put_in) for part in added), put_in
    assert all(any(part in line for line in taken_out) for part in removed), taken_out


def test_a_dry_run_shows_a_diff_and_writes_nothing(edit, here):
    result, put_in, taken_out = edit("rename", "riders", "passengers", "--dry-run")
    assert (result.exit_code, put_in, taken_out) == (0, [], [])
    assert "-  riders:\n+  passengers:\n" in result.stdout
    assert "-  traffic: [faster, riders]\n+  traffic: [faster, passengers]\n" in result.stdout
    assert "counted twice" in result.stdout


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["rename", "rider", "x"], "did you mean `riders`?"),
        (["rename", "riders", "home"], "`home`"),
        (["add", "claim", "It is dear.", "--by", "mayr", "--attacks", "build"], "did you mean `mayor`?"),
        (["add", "claim", "It is dear.", "--id", "home"], "`home`"),
        (["set", "riders", "titel=x"], "did you mean `title`?"),
        (["set", "riders", "score=much"], "must be a number"),
        (["remove", "riders"], "--with-relations"),
        (["merge", "home", "nobody"], "`nobody`"),
        (["move", "home", "--group", "trafic"], "did you mean `traffic`?"),
        (["split", "riders"], "one sentence"),
        (["unlink", "faster -> build"], "`faster -> build`"),
        (["extract", "nothing"], "`nothing`"),
    ],
)
def test_what_would_break_the_map_is_not_done(edit, command, message):
    result, put_in, taken_out = edit(*command)
    assert (result.exit_code, result.stdout, put_in, taken_out) == (1, "", [], [])
    assert message in result.stderr
    assert "nothing was changed" in result.stderr


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["set", "riders"], "field=value"),
        (["set", "riders", "title=a", "title=b"], "given twice"),
        (["move", "riders"], "--no-group"),
        (["add", "relation", "home"], "--supports"),
        (["add"], "claim, relation, question"),
        (["add", "clam", "Text."], "Did you mean 'claim'?"),
        (["add", "thing", "Text."], "There are: claim, relation"),
        (["add", "claim", "Text.", "--with", "home"], "--with needs"),
        (["add", "claim", "Text.", "--cites", "study#x"], "study#p3"),
        (["merge", "faster", "riders", "--text", "home"], "neither of the two"),
    ],
)
def test_wrong_usage(edit, command, message):
    result, put_in, _ = edit(*command)
    assert (result.exit_code, put_in) == (2, [])
    assert message in result.stderr


def test_the_file_comes_first(run):
    result = run("add", "claim", "Text.")
    assert result.exit_code == 2
    assert "The file comes first: argmap add FILE claim" in result.stderr


def test_standard_input_and_output(run):
    result = run("rename", "-", "riders", "passengers", input=TRAM)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == TRAM.replace("riders", "passengers")


def test_an_argdown_text_with_what_it_includes(run, put, here):
    put("part.argdown", "[Faster]\n  - [Not much]: It saves a minute.\n")
    put("main.argdown", f"{ARGDOWN}\n@include(part.argdown)\n")
    result = run("rename", "main.argdown", "Faster", "Shorter trips")
    assert result.exit_code == 0, result.stderr
    assert "+ [Shorter trips]: A tram" in (here / "main.argdown").read_text(encoding="utf-8")
    assert "[Shorter trips]\n  - [Not much]" in (here / "part.argdown").read_text(encoding="utf-8")
    told = [line.split(":")[0] for line in result.stderr.splitlines()]
    assert told == ["note", "changed main.argdown", "changed part.argdown"]


def test_a_file_that_cannot_be_read_is_left_alone(run, put, here):
    put("tram.argmap.yaml", "argmap: 1\nclaims: [")
    result = run("rename", "tram.argmap.yaml", "a", "b")
    assert result.exit_code == 1
    assert "syntax-error" in result.stderr
    assert "cannot be read as a map" in result.stderr
    assert run("rename", "missing.argmap.yaml", "a", "b").exit_code == 3


def test_json_is_refused(run, put):
    put("tram.json", '{"argmap": 1, "claims": {"a": "A."}}')
    result = run("rename", "tram.json", "a", "b")
    assert result.exit_code == 1
    assert "argmap convert" in result.stderr


def test_errors_that_were_there_do_not_stop_an_edit(run, put, here):
    put("tram.argmap.yaml", TRAM.replace("supports: build}", "supports: bild}"))
    assert run("set", "tram.argmap.yaml", "riders", "title=Riders").exit_code == 0
    assert run("set", "tram.argmap.yaml", "faster -> bild", "target=build").exit_code == 0
    assert run("check", "tram.argmap.yaml", "--select", "AM1").exit_code == 0


def test_a_file_that_changed_meanwhile_is_left_alone(edit, here, monkeypatch):
    path = here / "tram.argmap.yaml"
    seen = []
    refuse = transaction.refuse_changed

    def somebody_writes(source):
        path.write_text(TRAM + "# by somebody else\n", encoding="utf-8")
        seen.append(source)
        refuse(source)

    monkeypatch.setattr(transaction, "refuse_changed", somebody_writes)
    result, _, _ = edit("rename", "riders", "passengers")
    assert seen
    assert result.exit_code == 3
    assert "changed by another program" in result.stderr
    assert path.read_text(encoding="utf-8") == TRAM + "# by somebody else\n"


def test_of_several_files_all_are_written_or_none(run, put, here, monkeypatch):
    put("part.argdown", "[Faster]\n")
    put("main.argdown", f"{ARGDOWN}\n@include(part.argdown)\n")
    write = transaction.write_whole

    def full_disk(path, data):
        if path.endswith("part.argdown"):
            raise ArgmapError("cannot-write", "the disk is full")
        write(path, data)

    monkeypatch.setattr(transaction, "write_whole", full_disk)
    result = run("rename", "main.argdown", "Faster", "Shorter trips")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (3, "error: the disk is full")
    assert (here / "main.argdown").read_text(encoding="utf-8") == f"{ARGDOWN}\n@include(part.argdown)\n"


def test_byte_order_mark_and_line_ends_stay(run, put, here):
    path = here / "tram.argmap.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TRAM.replace("\n", "\r\n").encode())
    assert run("rename", "tram.argmap.yaml", "riders", "passengers").exit_code == 0
    expected = b"\xef\xbb\xbf" + TRAM.replace("riders", "passengers").replace("\n", "\r\n").encode()
    assert path.read_bytes() == expected


def test_nothing_to_change(edit):
    result, put_in, _ = edit("set", "riders", "title=")
    assert (result.exit_code, put_in) == (0, [])
    assert "nothing was changed" in result.stderr


def test_extract(run, put, here):
    put("tram.argmap.yaml", TRAM)
    result = run("extract", "tram.argmap.yaml", "riders", "--with-reasons")
    assert result.exit_code == 0, result.stderr
    assert "counted twice" in result.stdout
    assert "build:" not in result.stdout
    whole = run("extract", "tram.argmap.yaml", "build", "--with-reasons", "-o", "part.argmap.yaml")
    assert whole.stderr == "wrote part.argmap.yaml: 4 claims\n"
    assert "# measured in the spring" in (here / "part.argmap.yaml").read_text(encoding="utf-8")
    assert run("extract", "tram.argmap.yaml", "build", "-o", "part.argmap.yaml").exit_code == 3
    assert run("extract", "tram.argmap.yaml", "build", "-o", "part.argmap.yaml", "--force", "-q").stderr == ""
    assert (here / "tram.argmap.yaml").read_text(encoding="utf-8") == TRAM

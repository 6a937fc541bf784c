"""`convert` says what a map loses on its way into another format, and `--strict` does not let it lose anything."""

from dataclasses import replace

import pytest

from argmap.cli.losses import report
from argmap.formats import FORMATS
from argmap.formats.base import Loss, Written

SCORES = Loss("scores", ("tram", "faster", "cost"))


@pytest.fixture
def lossy(monkeypatch):
    """Makes the format JSON lose something."""

    def lose(*losses: Loss) -> None:
        write = FORMATS["json"].write
        lossy = replace(FORMATS["json"], write=lambda argument_map: Written(write(argument_map), losses))
        monkeypatch.setitem(FORMATS._members, "json", lossy)

    return lose


@pytest.mark.parametrize(
    ("loss", "line"),
    [
        (SCORES, "x.argdown: 3 scores are lost: tram, faster, cost"),
        (Loss("scores", ("tram",)), "x.argdown: scores are lost: tram"),
        (Loss("languages"), "x.argdown: languages are lost"),
        (Loss("notes", tuple("abcdefg")), "x.argdown: 7 notes are lost: a, b, c, d, e and 2 more"),
    ],
)
def test_a_line_names_what_and_how_many_and_where(loss, line):
    assert list(report([loss], "x.argdown")) == [line]


def test_nothing_is_said_of_no_losses():
    assert list(report([], "x.argdown", strict=True)) == []


def test_losses_are_told_and_the_map_is_written(run, put, here, lossy):
    put("tram.argmap.yaml")
    lossy(SCORES, Loss("languages"))
    result = run("convert", "tram.argmap.yaml", "-o", "x.json")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "x.json: 3 scores are lost: tram, faster, cost",
        "x.json: languages are lost",
        "wrote x.json",
    ]
    assert (here / "x.json").is_file()


def test_on_standard_output_the_input_is_named(run, put, lossy):
    put("tram.argmap.yaml")
    lossy(SCORES)
    result = run("convert", "tram.argmap.yaml", "--to", "json")
    assert result.stderr == "tram.argmap.yaml: 3 scores are lost: tram, faster, cost\n"
    assert result.stdout.startswith("{")


def test_quiet_says_nothing_of_losses(run, put, lossy):
    put("tram.argmap.yaml")
    lossy(SCORES)
    result = run("convert", "tram.argmap.yaml", "-o", "x.json", "--quiet")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("options", [["--strict"], ["--strict", "--quiet"]])
def test_strict_writes_no_map_that_loses_something(run, put, here, lossy, options):
    put("tram.argmap.yaml")
    lossy(SCORES)
    result = run("convert", "tram.argmap.yaml", "-o", "x.json", *options)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "x.json: 3 scores would be lost: tram, faster, cost",
        "x.json is left alone, because of --strict",
    ]
    assert not (here / "x.json").exists()


def test_strict_writes_what_loses_nothing(run, put, here):
    put("a.argmap.yaml")
    put("b.argmap.yaml")
    assert run("convert", "a.argmap.yaml", "b.argmap.yaml", "-o", "out/", "--to", "json", "--strict").exit_code == 0
    assert len(list((here / "out").iterdir())) == 2

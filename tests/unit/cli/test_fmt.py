"""`argmap fmt`: what it writes, what it says, and when it keeps its hands off."""

import pytest

from argmap.cli import fmt

LAID_OUT = "argmap: 1\nclaims:\n  a: A.\n"
LOOSE = "argmap:   1\nclaims:\n    a: 'A.'\n"


def test_files_are_laid_out_in_place(run, put):
    loose, tidy = put("a.argmap.yaml", LOOSE), put("b.argmap.yaml", LAID_OUT)
    text = put("c.argdown", "[A]: a\n    + [B]: b\n\n\n")
    result = run("fmt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 files laid out, 1 left as it is\n"
    assert loose.read_text(encoding="utf-8") == tidy.read_text(encoding="utf-8") == LAID_OUT
    assert text.read_text(encoding="utf-8") == "[A]: a\n  + [B]: b\n"
    assert run("fmt").stderr == "0 files laid out, 3 left as they are\n"
    assert run("fmt", "-q").stderr == ""


def test_check_lists_what_would_change(run, put):
    path = put("a.argmap.yaml", LOOSE)
    put("b.argmap.yaml", LAID_OUT)
    result = run("fmt", "--check", ".")
    assert (result.exit_code, result.stdout) == (1, "a.argmap.yaml\n")
    assert result.stderr == "1 file would be laid out, 1 left as it is\n"
    assert path.read_text(encoding="utf-8") == LOOSE
    assert run("fmt", "--check", "b.argmap.yaml").exit_code == 0


def test_diff_shows_what_would_change(run, put):
    path = put("a.argmap.yaml", LOOSE)
    result = run("fmt", "--diff", "a.argmap.yaml")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- a.argmap.yaml\n+++ a.argmap.yaml (laid out)\n")
    assert "-    a: 'A.'\n+  a: A.\n" in result.stdout
    assert path.read_text(encoding="utf-8") == LOOSE


def test_standard_input(run):
    result = run("fmt", "-", "-q", input=LOOSE)
    assert (result.exit_code, result.stdout, result.stderr) == (0, LAID_OUT, "")
    assert run("fmt", "-", "-q", "--from", "argdown", input="[A]: a   \n").stdout == "[A]: a\n"


def test_what_cannot_be_read_is_told_and_the_others_go_on(run, put):
    broken, loose = put("a.argmap.yaml", "argmap: 1\nclaims: ["), put("b.argmap.yaml", LOOSE)
    result = run("fmt")
    assert result.exit_code == 1
    assert "a.argmap.yaml:2:10: error[AM001] syntax-error" in result.stderr
    assert "1 file laid out, 1 not read" in result.stderr
    assert broken.read_text(encoding="utf-8").endswith("[")
    assert loose.read_text(encoding="utf-8") == LAID_OUT


def test_json_is_refused_where_it_is_named(run, put):
    put("a.argmap.json", '{"argmap": 1, "claims": {"a": "A."}}')
    put("b.argmap.yaml", LAID_OUT)
    assert run("fmt", ".").exit_code == 0
    result = run("fmt", "a.argmap.json")
    assert result.exit_code == 1
    assert "no canonical layout" in result.stderr


def test_configuration_and_environment(run, put):
    put("argmap.toml", 'exclude = ["old"]\n')
    old = put("old/a.argmap.yaml", LOOSE)
    put("b.argmap.yaml", LOOSE)
    assert run("fmt").stderr == "1 file laid out\n"
    assert old.read_text(encoding="utf-8") == LOOSE
    assert run("fmt", "missing.argmap.yaml").exit_code == 3


def test_a_file_that_changed_meanwhile_is_left_alone(run, put, monkeypatch):
    path = put("a.argmap.yaml", LOOSE)
    refuse = fmt.refuse_changed

    def somebody_writes(source):
        path.write_text(LAID_OUT + "# by somebody else\n", encoding="utf-8")
        refuse(source)

    monkeypatch.setattr(fmt, "refuse_changed", somebody_writes)
    result = run("fmt", "a.argmap.yaml")
    assert result.exit_code == 3
    assert "changed by another program" in result.stderr
    assert path.read_text(encoding="utf-8") == LAID_OUT + "# by somebody else\n"


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_byte_order_mark_stays(run, here, mark):
    path = here / "a.argmap.yaml"
    path.write_bytes(mark + LOOSE.encode())
    assert run("fmt", "-q").exit_code == 0
    assert path.read_bytes() == mark + LAID_OUT.encode()


def test_bytes_that_are_no_text_are_told_and_the_others_go_on(run, here, put):
    for name in ("a.argdown", "b.argmap.yaml"):
        (here / name).write_bytes(b"[A]: \xff\n    + [B]: b\n")
    loose = put("c.argmap.yaml", LOOSE)
    result = run("fmt")
    assert result.exit_code == 1
    assert result.stderr.count("unreadable-file") == 2
    assert (here / "a.argdown").read_bytes() == b"[A]: \xff\n    + [B]: b\n"
    assert loose.read_text(encoding="utf-8") == LAID_OUT


def test_under_a_faulty_configuration_files_are_left_alone(run, put):
    put("argmap.toml", 'exclud = ["old"]\n')
    old = put("old/a.argmap.yaml", LOOSE)
    result = run("fmt")
    assert result.exit_code == 1
    assert result.stderr.count("invalid-configuration") == 1
    assert "until its configuration is mended" in result.stderr
    assert old.read_text(encoding="utf-8") == LOOSE
    assert run("fmt", "--no-config").exit_code == 0
    assert old.read_text(encoding="utf-8") == LAID_OUT

"""The group of commands: start, help, faults and exit status."""

import importlib
import os
import subprocess
import sys

import click
import pytest

from argmap import __version__
from argmap.cli.main import COMMANDS, cli
from argmap.core.errors import ArgmapError

HEAVY = ("pydantic", "yaml", "pygraphviz", "graphviz", "fontTools", "typst", "resvg_py", "igraph", "wcwidth")


def test_version(run):
    result = run("--version")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"argmap {__version__}\n", "")


def test_help_lists_every_command_with_its_own_words(run):
    result = run("--help")
    assert result.exit_code == 0
    for name, entry in COMMANDS.items():
        assert entry.help in result.stdout
        command = importlib.import_module(entry.module).command
        assert command.name == name
        assert command.help.startswith(entry.help)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_help_teaches_by_example(run, name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"\n  Examples:\n    argmap {name}" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_and_version_load_nothing_heavy(here, arguments):
    script = (
        "import sys\nfrom argmap.cli.main import cli\n"
        f"try:\n    cli.main({arguments!r}, prog_name='argmap')\nexcept SystemExit as end:\n    assert not end.code\n"
        f"assert not [name for name in {HEAVY!r} if name in sys.modules], list(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def test_unknown_commands_and_options_get_a_suggestion(run):
    result = run("chek")
    assert result.exit_code == 2
    assert "There is no command 'chek'. Did you mean 'check'?" in result.stderr
    result = run("check", "--strct")
    assert result.exit_code == 2
    assert "--strict" in result.stderr
    assert run("zzzzzz").exit_code == 2


def test_nothing_asked_for_is_help(run):
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Edit maps:" in result.stdout


@pytest.fixture
def failing(monkeypatch):
    def install(error: BaseException):
        def command():
            raise error

        monkeypatch.setattr(type(cli), "get_command", lambda *_: click.Command("formats", callback=command))

    return install


def test_trouble_in_the_environment_is_status_3(run, failing):
    failing(ArgmapError("no-font", "the font is missing", "install it"))
    result = run("formats")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "error: the font is missing\nhint: install it\n"


def test_an_internal_error_is_a_sentence(run, failing):
    failing(ZeroDivisionError("division by zero"))
    result = run("formats")
    assert result.exit_code == 3
    assert "internal error: ZeroDivisionError: division by zero" in result.stderr
    assert "ARGMAP_DEBUG=1" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_panic_of_a_library_is_a_sentence_too(run, failing):
    panic = type("PanicException", (BaseException,), {})
    failing(panic("index out of bounds"))
    result = run("formats")
    assert result.exit_code == 3
    assert "internal error: PanicException: index out of bounds" in result.stderr


def test_an_internal_error_with_its_traceback(run, failing, monkeypatch):
    monkeypatch.setenv("ARGMAP_DEBUG", "1")
    failing(ZeroDivisionError("division by zero"))
    assert isinstance(run("formats").exception, ZeroDivisionError)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interruption_is_quiet(run, failing, error):
    failing(error)
    result = run("formats")
    assert (result.exit_code, result.output.strip()) == (130, "")


def test_a_closed_pipe_is_quiet(here):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "rule"], stdout=writer, stderr=subprocess.PIPE, timeout=120, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_terminal_that_knows_only_ascii(process, put):
    put("ü.argmap.yaml", "argmap: 1\nclaims: {日本: 'x', a: {text: b, supports: 日}}\n")
    done = process("check", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"internal" not in done.stderr
    assert b"\\xfc.argmap.yaml:2" in done.stdout


def test_the_module_is_the_program(process):
    done = process("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"argmap {__version__}")


def test_completion_in_the_shell(process, put):
    put("tram.argmap.yaml")
    put("note.txt")

    def complete(words: str) -> str:
        env = {"_ARGMAP_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
        script = "import sys; from argmap.cli.main import main; sys.argv = ['argmap']; main()"
        done = subprocess.run(
            [sys.executable, "-c", script], env=os.environ | env, capture_output=True, timeout=120, check=False
        )
        return done.stdout.decode()

    assert "plain,check" in complete("argmap ch")
    assert complete("argmap check ").split() == ["plain,tram.argmap.yaml"]
    put("Bus.argdown", "[Bus]: Buy buses.\n")
    assert complete("argmap check B").split() == ["plain,Bus.argdown"]
    assert "plain,bus" in complete("argmap show Bus.argdown --focus b")
    assert "isolated-claim" in complete("argmap rule isol")
    assert complete("argmap scheme expert").split() == ["plain,expert-opinion"]
    assert "plain,faster" in complete("argmap show tram.argmap.yaml --focus fa")
    assert complete("argmap show missing.yaml --focus fa").strip() == ""
    assert "plain,faster" in complete("argmap why tram.argmap.yaml fa")
    assert "plain,faster" in complete("argmap evaluate tram.argmap.yaml --sensitivity fa")
    assert "plain,faster" in complete("argmap evaluate tram.argmap.yaml --what-if fa")
    assert "plain,semi-stable" in complete("argmap evaluate tram.argmap.yaml --semantics semi")
    assert "plain,df-quad" in complete("argmap render tram.argmap.yaml --evaluate df")


@pytest.mark.skipif(os.name == "nt", reason="there is no sh")
def test_a_process_without_standard_streams(here, put):
    put("tram.argmap.yaml")
    script = f"{sys.executable} -m argmap check tram.argmap.yaml <&- >&- 2>&-; echo $?"
    done = subprocess.run(["sh", "-c", script], capture_output=True, timeout=120, check=False)
    assert done.stdout == b"0\n"

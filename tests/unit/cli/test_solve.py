"""`argmap solve`: the interface of the competition."""

import subprocess
import sys

import pytest

from argmap.semantics.iccma.problems import PROBLEMS

# Two that attack each other, and one that the second attacks (Caminada & Gabbay 2009 begin with the like).
AF = "p af 3\n1 2\n2 1\n2 3\n"
APX = "arg(a). arg(b). arg(c).\natt(a,b). att(b,a). att(b,c).\n"
TGF = "a\nb\nc\n#\na b\nb a\nb c\n"


@pytest.mark.parametrize(
    ("problem", "argument", "expected"),
    [
        ("SE-GR", None, "w\n"),
        ("CE-PR", None, "2\n"),
        ("CE-CO", None, "3\n"),
        ("DC-PR", "1", "YES\nw 1 3\n"),
        ("DC-ST", "2", "YES\nw 2\n"),
        ("DC-GR", "1", "NO\n"),
        ("DS-PR", "1", "NO\nw 2\n"),
        ("DS-ID", "3", "NO\nw\n"),
        ("se-gr", None, "w\n"),
    ],
)
def test_answers_of_2023(run, put, problem, argument, expected):
    put("x.af", AF)
    result = run("solve", "-p", problem, "-f", "x.af", *(["-a", argument] if argument else []))
    assert (result.exit_code, result.stdout, result.stderr) == (0, expected, "")


@pytest.mark.parametrize("text", [APX, TGF])
@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (["-p", "SE-GR"], ["[]\n"]),
        (["-p", "SE-ST"], ["[a,c]\n", "[b]\n"]),
        (["-p", "CE-PR"], ["2\n"]),
        (["-p", "EE-ST"], ["[[a,c],[b]]\n", "[[b],[a,c]]\n"]),
        (["-p", "DC-PR", "-a", "a"], ["YES\n"]),
        (["-p", "DS-PR", "-a", "a"], ["NO\n"]),
    ],
)
def test_answers_of_2017(run, put, text, question, expected):
    put("x", text)
    result = run("solve", "-f", "x", *question)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout in expected


def test_standard_input_and_the_order_of_options(run):
    result = run("solve", "-f", "-", "-fo", "tgf", "-a", "b", "-p", "DC-CO", input=TGF)
    assert (result.exit_code, result.stdout) == (0, "YES\n")
    assert run("solve", "-p", "CE-CO", "-f", "-", "-fo", "I23", input=AF).stdout == "3\n"


def test_problems_and_formats_as_the_tools_expect(run):
    result = run("solve", "--problems")
    assert (result.exit_code, result.stdout) == (0, f"[{','.join(PROBLEMS)}]\n")
    result = run("solve", "--formats")
    assert (result.exit_code, result.stdout) == (0, "[i23,apx,tgf]\n")


def test_nothing_asked_for_is_help(run):
    result = run("solve")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Examples:" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-f", "x.af"], "Name the problem"),
        (["-p", "SE-PR"], "Name the file"),
        (["-p", "SE-PX", "-f", "x.af"], "there is no problem 'SE-PX'. Did you mean 'SE-PR'?"),
        (["-p", "what", "-f", "x.af"], "argmap solve --problems"),
        (["-p", "DC-PR", "-f", "x.af"], "DC asks about an argument"),
        (["-p", "DC-PR", "-f", "x.af", "-a", "4"], "there is no argument '4'. They are numbered from 1 to 3."),
        (["-p", "DC-PR", "-f", "x.af", "-a", "0"], "there is no argument '0'"),
        (["-p", "DS-PR", "-f", "x.apx", "-a", "alpa"], "there is no argument 'alpa'. Did you mean 'alpha'?"),
        (["-p", "DS-PR", "-f", "none.apx", "-a", "a"], "The file has none."),
        (["-p", "SE-PR", "-f", "x.af", "-fo", "tfg"], "there is no format 'tfg'. Did you mean 'tgf'?"),
        (["-p", "SE-PR", "-f", "x.af", "--timeout", "0"], "--timeout"),
    ],
)
def test_wrong_usage(run, put, arguments, words):
    put("x.af", AF)
    put("x.apx", "arg(alpha). arg(beta).")
    put("none.apx", "#\n")
    result = run("solve", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in " ".join(result.stderr.split())


def test_a_bad_file_is_shown_with_its_place(run, put):
    put("x.af", "p af 3\n1 2\n2 4\n")
    result = run("solve", "-p", "SE-PR", "-f", "x.af")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("x.af:3:3: error[AM101] unknown-reference: there is no argument 4\n")
    assert "2 4" in result.stderr
    result = run("solve", "-p", "SE-PR", "-f", "-", input="arg(a)")
    assert result.stderr.startswith("<stdin>:1:7: error[AM001]")


def test_a_file_that_is_not_there(run, here):
    for path in ("missing", "."):
        result = run("solve", "-p", "SE-PR", "-f", path)
        assert (result.exit_code, result.stdout) == (3, "")
        assert result.stderr.startswith("error: cannot read `")


def test_an_argument_that_is_not_needed_is_left_aside(run, put):
    put("x.af", AF)
    result = run("solve", "-p", "CE-PR", "-f", "x.af", "-a", "1")
    assert (result.exit_code, result.stdout) == (0, "2\n")
    assert "left aside" in result.stderr


def test_time_that_is_used_up(run, put):
    """A framework of many odd and even rings in one piece, with far more extensions than can be listed."""
    size = 400
    attacks = "".join(f"{n} {n % size + 1}\n{n % size + 1} {n}\n" for n in range(1, size + 1))
    put("x.af", f"p af {size}\n{attacks}")
    result = run("solve", "-p", "EE-PR", "-f", "x.af", "--timeout", "0.05")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "no answer within 0.05 s: EE-PR is unknown\n"
    assert run("solve", "-p", "SE-GR", "-f", "x.af", "--timeout", "60").stdout == "w\n"


def test_the_process_loads_only_what_it_needs(put):
    path = put("x.af", AF)
    script = (
        "import sys\nfrom argmap.cli.main import cli\n"
        f"try:\n    cli.main(['solve', '-p', 'SE-PR', '-f', {str(path)!r}], prog_name='argmap')\n"
        "except SystemExit as end:\n    assert not end.code\n"
        "heavy = ('pydantic', 'yaml', 'clingo', 'argmap.core.model', 'argmap.pipeline', 'argmap.formats')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"

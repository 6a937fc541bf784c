"""Makes every generated file anew: `python -m tests.refresh`. Look at what `git diff` shows before you commit it.

Made anew are the rule pages, the command reference, the JSON Schema, the committed pictures and reports, and the
outputs in the console blocks of the documentation.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.documents import PAGES, ROOT, Shell, blocks, with_true_outputs
from tests.generated import pages, pictures


def refresh_pages() -> None:
    """Write the pages that are made from the code, and remove those of rules that are gone."""
    made = pages()
    for path in ROOT.glob("docs/rules/*.md"):
        if path not in made:
            path.unlink()
            _say(f"removed {path.relative_to(ROOT)}")
    for path, text in made.items():
        _write(path, text)


def refresh_pictures() -> None:
    """Draw the committed pictures."""
    for path, arguments in pictures().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "argmap", "render", *arguments, "-o", str(path), "--quiet"]
        done = subprocess.run(command, cwd=ROOT, check=False)
        _say(f"{'drew' if done.returncode == 0 else 'could not draw'} {path.relative_to(ROOT)}")


def refresh_reports() -> None:
    """Bring the documents of the examples up to date, and write the report of the article and the review of its draft.

    All that is done by their own commands.
    """
    environment = os.environ | {"ARGMAP_CACHE": ""}
    for name in ("reports/markdown", "reports/latex", "reports/article", "review"):
        text = (ROOT / "examples" / name / "README.md").read_text(encoding="utf-8")
        for block in blocks(text):
            if block.language == "sh":
                lines = block.text.replace("argmap ", f"{sys.executable} -m argmap ", 1)
                command = lines.replace("\nargmap ", f"\n{sys.executable} -m argmap ")
                done = subprocess.run(["sh", "-e", "-c", command], cwd=ROOT, env=environment, check=False)
                _say(f"{'refreshed' if done.returncode == 0 else 'could not refresh'} examples/{name}")


def refresh_outputs() -> None:
    """Run the commands of the documentation and write down what they say."""
    for path in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            text = with_true_outputs(path.read_text(encoding="utf-8"), Shell(Path(folder)))
        if "internal error" in text:
            _say(f"left alone, as a command failed in it: {path.relative_to(ROOT)}")
        else:
            _write(path, text)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        _say(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    refresh_pages()
    refresh_pictures()
    refresh_reports()
    refresh_outputs()

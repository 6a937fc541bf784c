"""Pages of rules with the examples in Argdown, too: written by argmap, and shown where they tell the same."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from argmap.core.source import SourceFile

if TYPE_CHECKING:
    from argmap.core.diagnostics import Diagnostic
    from argmap.pipeline import Loaded
    from argmap.rules.base import Rule

DOCUMENTS = (
    "It is found where a map stands in a document: by `argmap embed` and by the programs that build documents with it. "
    "It cannot be left out, as the document would lack its figure or show a wrong one."
)
"""What there is to say instead of how a rule is left out, for one that speaks of documents."""

STOPS = "It stops the command, and cannot be left out."
"""The same for any other rule that no check can go without."""

_PART = re.compile(r"(?ms)^## (?:Example|Better)\n.*?(?=^## |\Z)")
_EXAMPLE = re.compile(r"(?ms)^```yaml\n(?P<text>.*?)^```\n")
_COPY = re.compile(r"(?ms)^```text (?P<name>\S+)\n(?P<text>.*?)^```\n")
_FRONT_MATTER = re.compile(r"(?s)\A===\n(.*?)\n===\n\n")
_ID = re.compile(r" \{id: [\w.-]+\}")


def page_of(rule: "Rule") -> str:
    """Return the page of a rule as Markdown; under an example in YAML stands the same map "In Argdown:".

    It stands there only if the finding is made in the Argdown text as well, without another error, and under the better
    example only if there is no error at all: a slip in the shape of a YAML file cannot be told in Argdown.
    """
    page = rule.page.strip() + "\n"
    if rule.is_of_documents:
        return page
    forms = [_without_own_fields, _with_own_fields]
    is_faulty = True
    for part in _PART.findall(page):
        while forms:
            shown = _in_argdown(part, forms[0])
            if shown is not None and _tells(rule.name, _findings(shown, part), is_faulty=is_faulty):
                page = page.replace(part, _joined(part, shown))
                break
            forms.pop(0)
        is_faulty = False
    return page


def comment_signs(page: str) -> tuple[str, ...]:
    """Return how comments begin in the languages that a page has examples in; `#` if it has none.

    None are returned for the files of other tools, in which comments of argmap's would be out of place.
    """
    if "```yaml\n" not in page and ("```json\n" in page or "```xml\n" in page):
        return ()
    in_argdown = "```argdown\n" in page
    if in_argdown and "```yaml\n" not in page:
        return ("//",)
    return ("#", "//") if in_argdown else ("#",)


def _without_own_fields(text: str) -> str | None:
    """The text as somebody would write it who knows nothing of argmap; None if it says more than Argdown can."""
    plain = _ID.sub("", _FRONT_MATTER.sub("", text))
    return None if "{" in plain else plain


def _with_own_fields(text: str) -> str | None:
    """The text as it is; None if it holds relations that nobody would write like this, with ends that are nowhere."""
    front = _FRONT_MATTER.match(text)
    return None if front and "relations:" in front[1] else text


def _in_argdown(part: str, form: Callable[[str], str | None]) -> str | None:
    """The example of a part of a page as an Argdown text, or None if it has none that can be read."""
    from argmap import pipeline

    example = _EXAMPLE.search(part)
    argument_map = _loaded(example["text"], "yaml").map if example else None
    return form(pipeline.convert(argument_map, "argdown")) if argument_map else None


def _joined(part: str, shown: str) -> str:
    example = _EXAMPLE.search(part)
    end = example.end() if example else len(part)
    return f"{part[:end]}\nIn Argdown:\n\n```argdown\n{shown}```\n{part[end:]}"


def _tells(name: str, found: "list[Diagnostic]", *, is_faulty: bool) -> bool:
    """Whether the findings are those that an example is to show."""
    errors = {item.name for item in found if item.severity == "error"}
    is_found = name in {item.name for item in found}
    return is_found and errors <= {name} if is_faulty else not is_found and not errors


def _loaded(text: str, format: str) -> "Loaded":
    from argmap import pipeline

    return pipeline.load(SourceFile("example", text), format)


def _findings(text: str, part: str) -> "list[Diagnostic]":
    """All findings on an Argdown text; the local copies of its sources stand in the same part of the page."""
    from argmap.rules import check
    from argmap.rules.base import Context

    loaded = _loaded(text, "argdown")
    if loaded.map is None:
        return list(loaded.diagnostics)
    copies: Mapping[str, SourceFile] = {
        found["name"]: SourceFile(found["name"], found["text"]) for found in _COPY.finditer(part)
    }
    texts = {item.id: copies.get(item.text) for item in loaded.map.sources if item.text}
    return [*loaded.diagnostics, *check(Context.of(loaded.map, texts, is_argdown=True))]

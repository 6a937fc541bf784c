"""The scheme of a step asks questions that the map leaves open.

`argmap scheme NAME` says what a scheme asks. A question is open while nothing stands where an answer would stand: while
the step is not undercut, and, if the question doubts a premise, one of the premises has neither a reason nor an
objection, or, if it doubts the conclusion, nothing speaks for the other side. It is not looked for unless it is
selected: `argmap check --select open-critical-question`.

## Why

Steps of one scheme fail in the same few ways, and its critical questions are a list of these. Whoever goes through the
list finds the objections that others will make, and the premises that need a reason.

## Example

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  study: {text: The transport office recommends a tram., supports: {to: tram, scheme: expert-opinion}}
```

## Better

```yaml
argmap: 1
claims:
  tram: The town should build a tram line.
  study: {text: The transport office recommends a tram., supports: {to: tram, scheme: expert-opinion}}
  survey: {text: The study rests on a survey of ten people., attacks: study -> tram}
```
"""

from collections.abc import Iterator

from argmap.core.critical_questions import open_questions
from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import Relation, RelationKind
from argmap.core.schemes import SchemeQuestion
from argmap.rules.base import Context, Rule, listed, place


def check(context: Context) -> Iterator[Diagnostic]:
    """Steps with questions that nothing in the map may answer; one finding for each step."""
    for step, scheme, questions in open_questions(context.graph):
        count = f"{len(questions)} questions" if len(questions) > 1 else "a question"
        message = f"`{scheme.name}` asks {count} of {_named(step)} that the map leaves open"
        notes = [f"{question.text} ({_doubted(question)})" for question in questions]
        hint = f"object to what is doubted, or give reasons for the premises; see `argmap scheme {scheme.name}`"
        yield finding("open-critical-question", message, place(step, "scheme"), notes=notes, help=hint)


def _named(step: Relation) -> str:
    way = "to" if step.kind is RelationKind.SUPPORT else "against"
    return f"the step from {listed(step.premises)} {way} `{step.target}`"


def _doubted(question: SchemeQuestion) -> str:
    if question.doubts in ("step", "conclusion"):
        return f"doubts the {question.doubts}"
    return f"doubts a premise: {question.doubts.replace('-', ' ')}"


RULE = Rule("open-critical-question", check, __doc__ or "", is_by_default=False)

"""A template of `argmap report` is not valid, or names what a report does not have.

It is Jinja, typst for a PDF, or a Word document whose styles are used.

## Why

No report is written with half a template.

## Example

```text
# {{ report.titel }}
```

## Better

```text
# {{ report.title }}
```
"""

from argmap.rules.base import Rule

RULE = Rule("broken-template", None, __doc__ or "", may_be_left_out=False)

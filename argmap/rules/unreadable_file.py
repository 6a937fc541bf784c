"""The file holds bytes that are not text in UTF-8.

It may have been saved in an older encoding such as Latin-1, or it may not be a text file at all.

## Why

Guessing an encoding would turn names and quotations into wrong letters without a word. This finding cannot be
suppressed.

## Example

```text
$ argmap check debate.argmap.yaml
debate.argmap.yaml: error[AM002] unreadable-file
```

## Better

Save the file as UTF-8 in your editor, or convert it:

```text
$ iconv -f latin1 -t utf-8 old.argmap.yaml > debate.argmap.yaml
```
"""

from argmap.rules.base import Rule

RULE = Rule("unreadable-file", None, __doc__ or "")

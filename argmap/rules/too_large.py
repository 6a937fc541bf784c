"""The file is longer than argmap reads.

The limit is 32 million characters, which is far beyond any map that people can follow.

## Why

A file of this size is nearly always not a map: a data set, or a log under the wrong name. Refusing it at once is
kinder than using up the machine's memory. This finding cannot be suppressed.

## Example

```text
$ argmap check everything.argmap.yaml
everything.argmap.yaml:1:1: error[AM003] too-large
```

## Better

Split the debate into several maps, one for each of its questions.
"""

from argmap.rules.base import Rule

RULE = Rule("too-large", None, __doc__ or "")

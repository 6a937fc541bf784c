"""A setting in `argmap.toml` or in `[tool.argmap]` of `pyproject.toml` is unknown or has a value that it cannot take.

## Why

A setting with a slip in its name has no effect, and a check that everybody believes to be on is off.

## Example

```toml
[tool.argmap]
titel-length = 60
```

## Better

```toml
[tool.argmap]
title-length = 60
```
"""

from argmap.rules.base import Rule

RULE = Rule("invalid-configuration", None, __doc__ or "")

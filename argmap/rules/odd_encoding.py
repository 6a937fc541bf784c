"""A file of another tool is not in UTF-8, and is read in the encoding that it states or that is likely.

An XML file may state its encoding; otherwise Windows-1252 is assumed, in which older programs wrote. What is read is
said in the message.

## Why

Letters beyond plain ASCII may come out wrong: look at names and quotation marks. Argument files of argmap's own and
Argdown are never guessed at; there it is an error.

## Example

```text
$ argmap check essay.ann
essay.ann:3:41: warning[AM017] odd-encoding
```

## Better

Save the file as UTF-8, or convert it:

```text
$ iconv -f windows-1252 -t utf-8 essay.ann > essay-utf-8.ann
```
"""

from argmap.rules.base import Rule

RULE = Rule("odd-encoding", None, __doc__ or "")

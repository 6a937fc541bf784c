"""An XML file defines entities, or uses some that another file defines. It is not read.

## Why

Entities can make a small file swell to many gigabytes, or bring in files that nobody meant to show. argmap expands none
and opens no other file. A `DOCTYPE` without entities does no harm.

## Example

```xml
<?xml version="1.0"?>
<!DOCTYPE graphml [
  <!ENTITY tram "The town should build a tram line.">
]>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <graph edgedefault="directed">
    <node id="tram">&tram;</node>
  </graph>
</graphml>
```

## Better

```xml
<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="tram"><data key="label">The town should build a tram line.</data></node>
  </graph>
</graphml>
```
"""

from argmap.rules.base import Rule

RULE = Rule("refused-markup", None, __doc__ or "")

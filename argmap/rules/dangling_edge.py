"""An edge in a file of another tool leads to something, or comes from something, that is not in the file.

It is carried along, but it is no relation of the map.

## Why

A part of a larger debate may have been cut out, and with it what a claim rests on.

## Example

```json
{
  "nodes": [
    {"nodeID": "1", "text": "The town should build a tram line.", "type": "I"},
    {"nodeID": "2", "text": "A tram halves the trip to the centre.", "type": "I"},
    {"nodeID": "4", "text": "Default Inference", "type": "RA"}
  ],
  "edges": [
    {"edgeID": "1", "fromID": "2", "toID": "4"},
    {"edgeID": "2", "fromID": "4", "toID": "1"},
    {"edgeID": "3", "fromID": "9", "toID": "4"}
  ],
  "locutions": []
}
```

## Better

```json
{
  "nodes": [
    {"nodeID": "1", "text": "The town should build a tram line.", "type": "I"},
    {"nodeID": "2", "text": "A tram halves the trip to the centre.", "type": "I"},
    {"nodeID": "4", "text": "Default Inference", "type": "RA"}
  ],
  "edges": [
    {"edgeID": "1", "fromID": "2", "toID": "4"},
    {"edgeID": "2", "fromID": "4", "toID": "1"}
  ],
  "locutions": []
}
```
"""

from argmap.rules.base import Rule

RULE = Rule("dangling-edge", None, __doc__ or "")

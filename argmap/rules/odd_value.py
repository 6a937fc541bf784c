"""A value in a file of another tool is not what it should be, and is read as well as it can be.

A number where a text should be is taken as it is written, `null` as an empty list; what cannot be understood is left
out of the map.

## Why

Another tool may refuse the file, or read it otherwise.

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
    {"edgeID": "2", "fromID": "4", "toID": "1"}
  ],
  "locutions": 5
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

RULE = Rule("odd-value", None, __doc__ or "")

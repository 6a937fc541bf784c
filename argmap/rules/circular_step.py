"""Steps in a file of another tool attack each other in a circle.

They are carried along, but they are no relations of the map: each would have to be there before the others.

## Why

An undercut denies a step. If that step is itself an undercut of the first, neither says anything.

## Example

```json
{
  "nodes": [
    {"nodeID": "1", "text": "The town should build a tram line.", "type": "I"},
    {"nodeID": "2", "text": "A tram halves the trip to the centre.", "type": "I"},
    {"nodeID": "4", "text": "Default Conflict", "type": "CA"},
    {"nodeID": "5", "text": "Default Conflict", "type": "CA"}
  ],
  "edges": [
    {"edgeID": "1", "fromID": "1", "toID": "4"},
    {"edgeID": "2", "fromID": "2", "toID": "5"},
    {"edgeID": "3", "fromID": "4", "toID": "5"},
    {"edgeID": "4", "fromID": "5", "toID": "4"}
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
    {"nodeID": "3", "text": "The line costs more than it earns.", "type": "I"},
    {"nodeID": "4", "text": "Default Inference", "type": "RA"},
    {"nodeID": "5", "text": "Default Conflict", "type": "CA"}
  ],
  "edges": [
    {"edgeID": "1", "fromID": "2", "toID": "4"},
    {"edgeID": "2", "fromID": "4", "toID": "1"},
    {"edgeID": "3", "fromID": "3", "toID": "5"},
    {"edgeID": "4", "fromID": "5", "toID": "4"}
  ],
  "locutions": []
}
```
"""

from argmap.rules.base import Rule

RULE = Rule("circular-step", None, __doc__ or "")

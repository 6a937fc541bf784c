"""Two nodes in a file of another tool have the same id.

The second one gets an id of its own in the map. What refers to the id means the first.

## Why

Nobody can tell which of the two was meant: a reason may end up with the wrong claim.

## Example

```json
{
  "nodes": [
    {"nodeID": "1", "text": "The town should build a tram line.", "type": "I"},
    {"nodeID": "2", "text": "A tram halves the trip to the centre.", "type": "I"},
    {"nodeID": "2", "text": "The line costs more than it earns.", "type": "I"},
    {"nodeID": "4", "text": "Default Inference", "type": "RA"}
  ],
  "edges": [
    {"edgeID": "1", "fromID": "2", "toID": "4"},
    {"edgeID": "2", "fromID": "4", "toID": "1"}
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

RULE = Rule("repeated-node", None, __doc__ or "")

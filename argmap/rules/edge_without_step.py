"""An edge in a file of another tool says nothing that argmap could make a relation of.

In AIF an edge between two claims needs a node between them that tells support from attack, and argmap has no support of
a step. Such an edge is carried along, but it is no relation of the map.

## Why

A reader sees that two things belong together, and not how.

## Example

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
    {"edgeID": "2", "fromID": "4", "toID": "1"},
    {"edgeID": "3", "fromID": "3", "toID": "1"}
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

RULE = Rule("edge-without-step", None, __doc__ or "")

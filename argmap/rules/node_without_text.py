"""A claim in a file of another tool has no text. Its id stands for it.

## Why

Nobody can agree or disagree with it.

## Example

```json
{
  "nodes": [
    {"nodeID": "1", "text": "", "type": "I"},
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

RULE = Rule("node-without-text", None, __doc__ or "")

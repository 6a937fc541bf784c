"""A file of another tool says things that argmap has no words for. They are carried along, but not shown.

They stand in `data` under the name of the format, and are written again when the map goes back into it.

## Why

Pictures and evaluations know nothing of them: what a tool for dialogues calls a question and an answer is no argument.
It is advice, and no fault of the file.

## Example

```json
{
  "nodes": [
    {"nodeID": "1", "text": "The town should build a tram line.", "type": "I"},
    {"nodeID": "2", "text": "A tram halves the trip to the centre.", "type": "I"},
    {"nodeID": "4", "text": "Default Inference", "type": "RA"},
    {"nodeID": "5", "text": "Mayor : A tram halves the trip to the centre.", "type": "L"},
    {"nodeID": "6", "text": "Restating", "type": "YA"}
  ],
  "edges": [
    {"edgeID": "1", "fromID": "2", "toID": "4"},
    {"edgeID": "2", "fromID": "4", "toID": "1"},
    {"edgeID": "3", "fromID": "5", "toID": "6"},
    {"edgeID": "4", "fromID": "6", "toID": "2"}
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

RULE = Rule("carried-part", None, __doc__ or "")

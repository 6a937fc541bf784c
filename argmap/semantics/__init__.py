"""What stands, and how strongly: the semantics of maps. The rolls are in `acceptance`, `strength` and `readings`."""

"""Abstract argumentation frameworks (Dung 1995) and the engine that finds their extensions."""

"""What the readers and writers of other tools' formats share: names, what is carried along, steps of reasoning."""

"""The outside world: files, links, keyrings, clocks. Nothing else in the house touches it."""

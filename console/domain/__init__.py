"""Plain values and rules: no clock, no random, no files, no network, no translated words inside."""

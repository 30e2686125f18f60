"""The ports of the use cases, on SQL. Each repository works inside one transaction."""

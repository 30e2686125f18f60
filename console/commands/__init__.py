"""The command line's commands: each reads arguments, calls one service and prints what comes back."""

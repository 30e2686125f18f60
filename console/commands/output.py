"""Printing: data on stdout, sentences on stderr, and stdin read as people pipe it."""

import json
import sys
from collections.abc import Iterator
from typing import TextIO

MAX_INPUT = 2_000_000  # characters of one piped document; a complaint is far shorter


def print_json(document: object) -> None:
    """Print one JSON document on one line."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def print_line(text: str = "") -> None:
    """Print a line of data."""
    sys.stdout.write(text + "\n")


def say(sentence: str) -> None:
    """Print a sentence for the person at the terminal."""
    sys.stderr.write(sentence + "\n")


def utf8_streams() -> None:
    """Speak UTF-8 whatever the terminal claims; bytes that are no UTF-8 become marks, never a crash."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def input_lines(stream: TextIO) -> Iterator[str]:
    """Yield the lines of a stream without their ends; only LF and CRLF end a line."""
    for line in stream:
        yield line.rstrip("\r\n")

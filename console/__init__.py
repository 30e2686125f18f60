"""Konsol Melayani: the service desk of Kabupaten Banyuwangi, one program for the window and the terminal."""

__version__ = "0.1.0"

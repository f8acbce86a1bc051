"""Parses and composes mails: bytes to values and back. Pure: no I/O, no clock, no log."""

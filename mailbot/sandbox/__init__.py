"""Reads suspicious mails in a process with limits."""

"""Separates new text from quotes, signatures and forwarded text."""

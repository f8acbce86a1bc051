"""Secrets spelled out in a text, and the seals that stand in their place."""

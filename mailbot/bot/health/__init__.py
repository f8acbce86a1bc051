"""How the desk itself is, and who is told."""

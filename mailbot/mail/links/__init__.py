"""Links to files that lie elsewhere."""

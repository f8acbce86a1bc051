"""What is remembered, as ports: each asks eight things at most of a store, and names none."""
